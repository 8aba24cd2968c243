import { ArrowDown, ArrowUp } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { columns, isFigure } from './learner-order.ts';
import type { Column, Order } from './learner-order.ts';
import { TickAllBox } from './ticks/tick-box.tsx';
import type { Ticks } from './ticks/use-ticks.ts';

const useLearnersSay = createSayHook(learnersTexts);
const ariaSort = { up: 'ascending', down: 'descending' } as const;

interface ColumnHeadsProps {
  readonly order: Order;
  readonly onOrder: (column: Column) => void;
  readonly ticks: Ticks | undefined;
}

/** The headings of the list; pressing one sorts by it. */
export function ColumnHeads({ order, onOrder, ticks }: ColumnHeadsProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {ticks !== undefined && (
          <th scope="col">
            <TickAllBox ticks={ticks} />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={classOf(column)}
            aria-sort={order.column === column ? ariaSort[order.direction] : 'none'}
          >
            <ColumnButton
              column={column}
              direction={order.column === column ? order.direction : null}
              onPress={() => onOrder(column)}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Of figures that a narrow list leaves out, which a learner's panel has. */
function classOf(column: Column): string | undefined {
  if (!isFigure(column)) return undefined;
  const spare = column === 'begun' || column === 'right' ? ' learner-table__spare' : '';
  return `learner-table__figure${spare}`;
}

interface ColumnButtonProps {
  readonly column: Column;
  readonly direction: Order['direction'] | null;
  readonly onPress: () => void;
}

function ColumnButton({ column, direction, onPress }: ColumnButtonProps) {
  const say = useLearnersSay();
  const Arrow = direction === 'up' ? ArrowUp : ArrowDown;
  return (
    <button type="button" className="learner-table__head" onClick={onPress}>
      {say(`column.${column}`)}
      {direction !== null && <Arrow aria-hidden="true" />}
      {direction !== null && <span className="unseen">{say(`sort.${direction}`)}</span>}
    </button>
  );
}
