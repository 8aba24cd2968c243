import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { Column, Order } from './learner-order.ts';
import { columns } from './learner-order.ts';
import { LearnerLine, lineElementId } from './learner-line.tsx';
import { rowAfterKey } from './row-after-key.ts';
import './learner-table.css';

const useLearnersSay = createSayHook(learnersTexts);
const rowPx = 52;
const tableElementId = 'learner-table';

/** Back to the list a panel was opened from ([SUP9]). */
export function focusTable(): void {
  document.getElementById(tableElementId)?.focus();
}

interface LearnerTableProps {
  readonly rows: readonly LearnerRow[];
  readonly order: Order;
  readonly onOrder: (column: Column) => void;
  readonly chosen: LearnerId | null;
  readonly onChoose: (learner: LearnerId) => void;
}

/**
 * The list as a grid with one tab stop: arrows walk the rows, Enter opens one. Only the rows in
 * sight are drawn, however many there are ([SUP8]).
 */
export function LearnerTable({ rows, order, onOrder, chosen, onChoose }: LearnerTableProps) {
  const say = useLearnersSay();
  const body = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const here = rows[Math.min(at, rows.length - 1)]?.learner.learner;
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => rowPx,
    overscan: 6,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && here !== undefined) onChoose(here);
    const next = rowAfterKey(event.key, Math.min(at, rows.length - 1), rows.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    list.scrollToIndex(next);
  };
  return (
    <div
      className="learner-table"
      role="grid"
      aria-label={say('list')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
    >
      <ColumnHeads order={order} onOrder={onOrder} />
      <div
        ref={body}
        id={tableElementId}
        className="learner-table__body"
        role="rowgroup"
        tabIndex={0}
        aria-activedescendant={here && lineElementId(here)}
        onKeyDown={onKeyDown}
      >
        <div className="learner-table__rows" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <LearnerLine
                  key={row.learner.learner}
                  row={row}
                  index={index}
                  topPx={start}
                  here={row.learner.learner === here}
                  chosen={row.learner.learner === chosen}
                  onPress={() => {
                    setAt(index);
                    onChoose(row.learner.learner);
                  }}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
