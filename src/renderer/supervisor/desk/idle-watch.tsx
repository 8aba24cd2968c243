import { Hourglass, UserCheck } from 'lucide-react';
import { useCallback } from 'react';
import type { IdleTimes } from '../../../shared/contracts/documents/directory.ts';
import { sayWait } from '../../i18n/age.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { Button } from '../../ui/button.tsx';
import { useIdle, useSigns } from '../../ui/idle/use-idle.ts';
import { usePerson } from '../may.tsx';
import { useStation } from '../station.ts';
import './idle-watch.css';
import { screenNamed } from '../../ui/screen-name.ts';

const useDeskSay = createSayHook(deskTexts);
const secondMs = 1_000;

interface IdleWatchProps {
  readonly idle: IdleTimes;
  /** Whether something stands that the hub tells once. */
  readonly staying: boolean;
}

/**
 * Warns at a window that nobody touches, counts down and signs out ([SUP17]). What was told once and not
 * yet written down goes too: nobody may find it standing there.
 */
export function IdleWatch({ idle, staying }: IdleWatchProps) {
  const say = useDeskSay();
  const language = useLanguage();
  const { name } = usePerson();
  const station = useStation();
  const end = useCallback(() => station.call('staff.sign-out', undefined), [station]);
  const { secondsLeft, stay } = useIdle(idle, end);
  useSigns(
    useCallback(() => {
      // A station that is away is told of the next sign.
      station.call('staff.present', undefined).catch(() => undefined);
    }, [station]),
  );
  if (secondsLeft === null) return null;
  const time = sayWait(secondsLeft * secondMs, language);
  return (
    <section className="idle-watch" {...screenNamed('desk-idle')} aria-label={say('idle.question')}>
      <Hourglass className="idle-watch__icon" aria-hidden="true" />
      <div className="idle-watch__words">
        <strong role="alert">{say('idle.question')}</strong>
        <p>{say('idle.ends', { name: inLanguage(name, language), time })}</p>
        <p>{say(staying ? 'idle.told' : 'idle.lost')}</p>
      </div>
      <Button icon={UserCheck} label={say('idle.yes')} tone="next" onPress={stay} />
    </section>
  );
}
