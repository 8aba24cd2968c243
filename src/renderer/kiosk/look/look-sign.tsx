import { Eye } from 'lucide-react';
import { useEffect } from 'react';
import type { LookView } from '../../../shared/contracts/look.ts';
import type { ScreenName } from '../../ui/screen-name.ts';
import { useSay } from '../shell/say.ts';
import { useStation, useStream } from '../station.ts';
import { areaOfLesson, painted } from './lesson-area.ts';
import './look-sign.css';

/** Screens whose main part may be shown to staff: what is learnt, and nothing else ([LOK4]). */
const showable: readonly ScreenName[] = ['lesson', 'review', 'piece'];

/** Says in the bar that somebody looks at the lesson, or just did; and has it shown ([LOK3]). */
export function LookSign({ screen }: { readonly screen: ScreenName }) {
  const say = useSay();
  const view = useStream('look', undefined).value ?? null;
  useShowing(view, showable.includes(screen));
  if (view === null) return null;
  return (
    <output className="look-sign">
      <Eye aria-hidden="true" />
      <span>{say('look.now')}</span>
    </output>
  );
}

/** Makes the picture once the learner can see that it is made; where the screen was left meanwhile, none goes. */
function useShowing(view: LookView | null, shows: boolean): void {
  const station = useStation();
  const look = view?.wanted === true ? view.look : null;
  useEffect(() => {
    if (look === null) return undefined;
    const screen = new AbortController();
    const picture = async () => {
      const area = shows ? areaOfLesson() : null;
      if (area === null) return null;
      await painted();
      return station.call('look.capture', area);
    };
    const show = async () => {
      const made = await picture().catch(() => null);
      if (!screen.signal.aborted) await station.call('look.show', { look, picture: made });
    };
    // A station that is away has nobody to show it to.
    show().catch(() => undefined);
    return () => screen.abort();
  }, [station, look, shows]);
}
