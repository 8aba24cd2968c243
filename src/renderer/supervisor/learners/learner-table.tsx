import { useState } from 'react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { ColumnHeads } from './column-heads.tsx';
import { columns } from './learner-order.ts';
import type { Column, Order } from './learner-order.ts';
import { LearnerLine } from './learner-line.tsx';
import { lineButtonId } from './line-focus.ts';
import { rowAfterKey } from './row-after-key.ts';
import type { ListKey } from './row-after-key.ts';
import { rowPx, rowsInSight } from './rows-in-sight.ts';
import type { Ticks } from './ticks/use-ticks.ts';
import { useSight } from './use-sight.ts';
import './learner-table.css';

const useLearnersSay = createSayHook(learnersTexts);

interface LearnerTableProps {
  readonly rows: readonly LearnerRow[];
  readonly order: Order;
  readonly onOrder: (column: Column) => void;
  readonly chosen: LearnerId | null;
  readonly onChoose: (learner: LearnerId) => void;
  /** Left out where nothing can be done about many. */
  readonly ticks: Ticks | undefined;
  readonly today: string | null;
}

/**
 * The list as a table with one tab stop: arrows walk the rows, Enter opens one; Space ticks it, Shift
 * with an arrow goes on from there, Ctrl and A ticks all ([LST2]). Only the rows in sight are drawn,
 * however many there are ([SUP8]).
 */
export function LearnerTable(props: LearnerTableProps) {
  const { rows, order, onOrder, chosen, onChoose, ticks, today } = props;
  const say = useLearnersSay();
  const [stop, setStop] = useState(0);
  const at = Math.min(stop, rows.length - 1);
  const { scroll, sight, bring } = useSight();
  const press = (pressed: ListKey): boolean => tick(pressed) || walk(pressed);
  const tick = ({ key, ctrlKey }: ListKey): boolean => {
    const here = rows[at]?.learner.learner;
    const all = ctrlKey && key.toLowerCase() === 'a';
    if (ticks === undefined || here === undefined || !(all || key === ' ')) return false;
    if (all) ticks.turnAll();
    else ticks.turn(here, false);
    return true;
  };
  const walk = ({ key, shiftKey }: ListKey): boolean => {
    const next = rowAfterKey(key, at, rows.length);
    const learner = next === null ? undefined : rows[next]?.learner.learner;
    if (next === null || learner === undefined) return false;
    setStop(next);
    bring(next, lineButtonId(learner));
    if (shiftKey && next !== at) ticks?.turn(learner, true);
    return true;
  };
  return (
    <div
      className={ticks === undefined ? 'learner-table' : 'learner-table learner-table--ticks'}
      ref={scroll}
    >
      <table
        aria-label={say('list')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + (ticks === undefined ? 0 : 1)}
      >
        <ColumnHeads order={order} onOrder={onOrder} ticks={ticks} />
        <tbody style={{ height: rows.length * rowPx }}>
          {rowsInSight(sight, rows.length, at).map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { learner } = row.learner;
            return (
              <LearnerLine
                key={learner}
                row={row}
                index={index}
                topPx={index * rowPx}
                tabStop={index === at}
                chosen={learner === chosen}
                onKey={press}
                ticks={ticks}
                today={today}
                onPress={() => {
                  setStop(index);
                  onChoose(learner);
                }}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
