import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { manyTexts } from '../../../i18n/texts/supervisor/many.ts';
import type { Ticks } from './use-ticks.ts';
import './tick-box.css';

const useManySay = createSayHook(manyTexts);

/**
 * The box at the beginning of a line; Shift goes on from the last. Not on the way of Tab: the line's
 * button takes Space for it ([LST2]).
 */
export function TickBox({ row, ticks }: { readonly row: LearnerRow; readonly ticks: Ticks }) {
  const say = useManySay();
  const language = useLanguage();
  const { learner, name } = row.learner;
  return (
    <label className="tick-box">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={say('tick.one', { name: inLanguage(name, language) })}
        checked={ticks.has(learner)}
        onChange={({ nativeEvent }) =>
          ticks.turn(learner, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}

/** The box in the heading: everybody who is found. */
export function TickAllBox({ ticks }: { readonly ticks: Ticks }) {
  const say = useManySay();
  return (
    <label className="tick-box">
      <input
        type="checkbox"
        aria-label={say('tick.all')}
        title={say('tick.all')}
        checked={ticks.all}
        onChange={ticks.turnAll}
      />
    </label>
  );
}
