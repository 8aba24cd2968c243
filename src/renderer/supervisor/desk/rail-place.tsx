import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { waitingIn } from '../help/waiting.ts';
import { useStream } from '../station.ts';
import './rail.css';

const useDeskSay = createSayHook(deskTexts);

interface RailPlaceProps {
  readonly icon: LucideIcon;
  readonly words: string;
  /** Something there wants to be seen to. */
  readonly mark?: ReactNode;
  readonly here: boolean;
  readonly onPress: () => void;
  /** By which something else finds it on the screen. */
  readonly name?: string;
}

/** One place in a rail. */
export function RailPlace({ icon: Icon, words, mark, here, onPress, name }: RailPlaceProps) {
  return (
    <button
      type="button"
      className="rail__place"
      data-place={name}
      aria-current={here ? 'page' : undefined}
      onClick={onPress}
    >
      <Icon className="rail__icon" aria-hidden="true" />
      <span className="rail__words">
        {words}
        {mark}
      </span>
    </button>
  );
}

/** How many requests for help nobody comes to yet ([HLQ1]). */
export function HelpWaiting() {
  const say = useDeskSay();
  const language = useLanguage();
  const count = waitingIn(useStream('help', undefined).value?.requests ?? []);
  if (count === 0) return null;
  return (
    <>
      <span className="unseen"> {say('place.help-waiting', { count })}</span>
      <small className="rail__count" aria-hidden="true">
        {formatNumber(count, language)}
      </small>
    </>
  );
}
