import { ArrowDown, ArrowUp } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { columns, isFigure } from './learner-order.ts';
import type { Column, Order } from './learner-order.ts';

const useLearnersSay = createSayHook(learnersTexts);
const ariaSort = { up: 'ascending', down: 'descending' } as const;

interface ColumnHeadsProps {
  readonly order: Order;
  readonly onOrder: (column: Column) => void;
}

/** The headings of the list; pressing one sorts by it. */
export function ColumnHeads({ order, onOrder }: ColumnHeadsProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={isFigure(column) ? 'learner-table__figure' : undefined}
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
