import { ChevronDown, ChevronUp, LibraryBig } from 'lucide-react';
import { useState } from 'react';
import type { LibraryView } from '../../../shared/contracts/ipc/library-view.ts';
import { Button } from '../../ui/button.tsx';
import { PackPicture, PackText } from '../shell/pack-media.tsx';
import { pageOf } from '../shell/pages.ts';
import { useSay } from '../shell/say.ts';

type Shelf = LibraryView['shelves'][number];

interface ShelfListProps {
  readonly shelves: readonly Shelf[];
  /** Null for all of them. */
  readonly chosen: Shelf['shelf'] | null;
  readonly onChoose: (shelf: Shelf['shelf'] | null) => void;
}

/** So many have room under each other, with the one for all; of more, so many a page between two arrows. */
const mostTogether = 4;
const onePage = 2;

/** The shelves by their pictures, the first being all of them. */
export function ShelfList({ shelves, chosen, onChoose }: ShelfListProps) {
  const say = useSay();
  const size = shelves.length <= mostTogether ? mostTogether : onePage;
  const [index, setIndex] = useState(() =>
    Math.max(0, Math.floor(shelves.findIndex(({ shelf }) => shelf === chosen) / size)),
  );
  const page = pageOf(shelves, size, index);
  return (
    <nav className="shelf-list" aria-label={say('library.shelves')}>
      <button
        type="button"
        className="shelf-list__shelf"
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        <LibraryBig aria-hidden="true" />
        <span className="shelf-list__title">{say('library.all')}</span>
      </button>
      {page.count > 1 && (
        <Button
          icon={ChevronUp}
          label={say('page.back')}
          disabled={page.index === 0}
          onPress={() => setIndex(page.index - 1)}
        />
      )}
      {page.shown.map(({ shelf, title, picture, base }) => (
        <button
          type="button"
          className="shelf-list__shelf"
          key={shelf}
          aria-pressed={chosen === shelf}
          onClick={() => onChoose(shelf)}
        >
          <span className="shelf-list__picture">
            <PackPicture base={base} picture={picture} />
          </span>
          <span className="shelf-list__title">
            <PackText phrase={title} />
          </span>
        </button>
      ))}
      {page.count > 1 && (
        <Button
          icon={ChevronDown}
          label={say('page.next')}
          disabled={page.index === page.count - 1}
          onPress={() => setIndex(page.index + 1)}
        />
      )}
    </nav>
  );
}
