import { LibraryBig } from 'lucide-react';
import { useSay } from '../shell/say.ts';
import { useStream } from '../station.ts';
import { libraryDoor } from './library-place.ts';

/** The way from home into the library; nothing where it has no book. */
export function LibraryCard({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay();
  const { shelf, level, words } = libraryDoor;
  const { value } = useStream('library', { shelf, level, words, from: 0, count: 0 });
  if (value === undefined || value.total === 0) return null;
  return (
    <button type="button" className="record-card" onClick={onOpen}>
      <LibraryBig aria-hidden="true" />
      <span>{say('library.title')}</span>
    </button>
  );
}
