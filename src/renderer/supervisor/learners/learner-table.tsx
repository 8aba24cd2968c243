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
import { rowPx, rowsInSight } from './rows-in-sight.ts';
import { useSight } from './use-sight.ts';
import './learner-table.css';

const useLearnersSay = createSayHook(learnersTexts);

interface LearnerTableProps {
  readonly rows: readonly LearnerRow[];
  readonly order: Order;
  readonly onOrder: (column: Column) => void;
  readonly chosen: LearnerId | null;
  readonly onChoose: (learner: LearnerId) => void;
}

/**
 * The list as a table with one tab stop: arrows walk the rows, Enter opens one. Only the rows in
 * sight are drawn, however many there are ([SUP8]).
 */
export function LearnerTable({ rows, order, onOrder, chosen, onChoose }: LearnerTableProps) {
  const say = useLearnersSay();
  const [stop, setStop] = useState(0);
  const at = Math.min(stop, rows.length - 1);
  const { scroll, sight, bring } = useSight();
  const walk = (key: string): boolean => {
    const next = rowAfterKey(key, at, rows.length);
    const learner = next === null ? undefined : rows[next]?.learner.learner;
    if (next === null || learner === undefined) return false;
    setStop(next);
    bring(next, lineButtonId(learner));
    return true;
  };
  return (
    <div className="learner-table" ref={scroll}>
      <table
        aria-label={say('list')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
      >
        <ColumnHeads order={order} onOrder={onOrder} />
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
                onKey={walk}
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
