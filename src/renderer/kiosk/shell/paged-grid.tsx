import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { Button } from '../../ui/button.tsx';
import './paged-grid.css';
import { pageOf } from './pages.ts';
import { useSay } from './say.ts';

interface PagedGridProps<T> {
  readonly things: readonly T[];
  readonly columns: number;
  readonly rows: number;
  /** Leaves less room between things, so that more fit. */
  readonly tight?: boolean;
  /** The thing its page begins with, from 0, where that is kept by whoever shows it; with `onFrom`. */
  readonly from?: number;
  readonly onFrom?: (from: number) => void;
  readonly children: (thing: T) => ReactNode;
}

/** Things in rows and columns, turned page by page with large arrows; nothing scrolls ([KSK1]). */
export function PagedGrid<T>({ things, children, from, onFrom, ...grid }: PagedGridProps<T>) {
  const [own, setOwn] = useState(0);
  const size = grid.columns * grid.rows;
  const page = pageOf(things, size, Math.floor((from ?? own) / size));
  const turn = (index: number) => (onFrom ?? setOwn)(index * size);
  return (
    <TurnedGrid {...grid} index={page.index} count={page.count} onTurn={turn}>
      {page.shown.map(children)}
    </TurnedGrid>
  );
}

interface TurnedGridProps extends Pick<PagedGridProps<never>, 'columns' | 'rows' | 'tight'> {
  /** The page shown, from 0, of how many. */
  readonly index: number;
  readonly count: number;
  readonly onTurn: (index: number) => void;
  /** What stands on it. */
  readonly children: ReactNode;
}

/** One page of a grid whose pages come from elsewhere, with its arrows. */
export function TurnedGrid(props: TurnedGridProps) {
  const say = useSay();
  const { columns, rows, tight, index, count, onTurn } = props;
  return (
    <div
      className={tight ? 'paged-grid paged-grid--tight' : 'paged-grid'}
      onKeyDown={moveFocus}
      role="presentation"
    >
      {count > 1 && (
        <Button
          icon={ChevronLeft}
          label={say('page.back')}
          layout="stacked"
          disabled={index === 0}
          onPress={() => onTurn(index - 1)}
        />
      )}
      <div className="paged-grid__cells" style={{ '--columns': columns, '--rows': rows }}>
        {props.children}
      </div>
      {count > 1 && (
        <Button
          icon={ChevronRight}
          label={say('page.next')}
          layout="stacked"
          disabled={index >= count - 1}
          onPress={() => onTurn(index + 1)}
        />
      )}
    </div>
  );
}
