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
  readonly children: (thing: T) => ReactNode;
}

/** Things in rows and columns, turned page by page with large arrows; nothing scrolls ([KSK1]). */
export function PagedGrid<T>({ things, columns, rows, tight, children }: PagedGridProps<T>) {
  const say = useSay();
  const [index, setIndex] = useState(0);
  const page = pageOf(things, columns * rows, index);
  const turn = (by: number) => setIndex(page.index + by);
  return (
    <div
      className={tight ? 'paged-grid paged-grid--tight' : 'paged-grid'}
      onKeyDown={moveFocus}
      role="presentation"
    >
      {page.count > 1 && (
        <Button
          icon={ChevronLeft}
          label={say('page.back')}
          layout="stacked"
          disabled={page.index === 0}
          onPress={() => turn(-1)}
        />
      )}
      <div className="paged-grid__cells" style={{ '--columns': columns, '--rows': rows }}>
        {page.shown.map(children)}
      </div>
      {page.count > 1 && (
        <Button
          icon={ChevronRight}
          label={say('page.next')}
          layout="stacked"
          disabled={page.index === page.count - 1}
          onPress={() => turn(1)}
        />
      )}
    </div>
  );
}
