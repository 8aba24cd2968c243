import { ChevronLeft, Search } from 'lucide-react';
import type { BookCard as Book, LibraryView } from '../../../shared/contracts/ipc/library-view.ts';
import type { LibraryPlace } from '../../../shared/contracts/kept-screen.ts';
import type { SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { AudioButton } from '../../ui/audio-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { PackText, clipOf } from '../shell/pack-media.tsx';
import { TurnedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { BookCard } from './book-card.tsx';
import { LevelButton } from './level-sign.tsx';
import './library.css';
import { ShelfList } from './shelf-list.tsx';
import { useLibrary } from './use-library.ts';
import { WordsSearch } from './words-search.tsx';
import { screenNamed } from '../../ui/screen-name.ts';

interface LibraryProps {
  readonly sitting: SittingView;
  readonly place: LibraryPlace;
  readonly onPlace: (place: LibraryPlace) => void;
  readonly onBook: (book: Book) => void;
  readonly onBack: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** Books and films that belong to no course: by their covers, shelf by shelf, or by words ([LIB2]). */
export function LibraryScreen(props: LibraryProps) {
  const { place, onPlace, onBook } = props;
  const say = useSay();
  const wide = useWide();
  const { shelf, level, words, searching } = place;
  const grid = gridFor(searching, wide);
  const count = grid.columns * grid.rows;
  const page = Math.floor(place.from / count);
  const asked = { shelf, level, words, from: page * count, count };
  const { view, error } = useLibrary(asked);
  if (error !== undefined) return <ErrorNotice error={error} />;
  const books = view && (
    <Books
      {...grid}
      view={view}
      index={page}
      onTurn={(to) => onPlace({ ...place, from: to * count })}
      onBook={onBook}
    />
  );
  return (
    <>
      <LibraryBar {...props} view={view} />
      {searching ? (
        <WordsSearch
          words={words}
          onWords={(typed) => onPlace({ ...place, words: typed, from: 0 })}
        >
          {books}
        </WordsSearch>
      ) : (
        <main className="library">
          {view !== undefined && (
            <ShelfList
              shelves={view.shelves}
              chosen={shelf}
              onChoose={(chosen) => onPlace({ ...place, shelf: chosen, from: 0 })}
            />
          )}
          {books}
        </main>
      )}
      {view === undefined && <p className="unseen">{say('piece.opening')}</p>}
    </>
  );
}

function gridFor(searching: boolean, wide: boolean) {
  if (searching) return { columns: wide ? 6 : 4, rows: 1 };
  return { columns: wide ? 4 : 3, rows: 2 };
}

/** The way back, the shelf's name, and the search. */
function LibraryBar(props: LibraryProps & { readonly view: LibraryView | undefined }) {
  const { place, onPlace, onBack, view } = props;
  const say = useSay();
  const language = useLanguage();
  const chosen = view?.shelves.find(({ shelf }) => shelf === place.shelf);
  const clip = useClip(clipOf(chosen?.base ?? '', chosen?.title, language));
  const leave = () => onPlace({ ...place, words: '', from: 0, searching: false });
  const search = () => onPlace({ ...place, shelf: null, level: null, from: 0, searching: true });
  return (
    <Bar
      screen={place.searching ? 'library-search' : 'library'}
      left={
        <Button icon={ChevronLeft} label={say('back')} onPress={place.searching ? leave : onBack} />
      }
      middle={
        <h1 className="library__title">
          {chosen === undefined ? say('library.title') : <PackText phrase={chosen.title} />}
          {clip !== null && <AudioButton clip={clip} />}
        </h1>
      }
      controls={
        <>
          {!place.searching && (
            <>
              <LevelButton
                levels={view?.levels ?? []}
                level={place.level}
                onLevel={(level) => onPlace({ ...place, level, from: 0 })}
              />
              <Button
                icon={Search}
                label={say('library.search')}
                layout="stacked"
                onPress={search}
              />
            </>
          )}
          <HelpButton sitting={props.sitting} />
        </>
      }
      language={language}
      onLanguage={props.onLanguage}
    />
  );
}

interface BooksProps extends Pick<LibraryProps, 'onBook'> {
  readonly view: LibraryView;
  readonly columns: number;
  readonly rows: number;
  readonly index: number;
  readonly onTurn: (index: number) => void;
}

function Books({ view, onBook, ...grid }: BooksProps) {
  const say = useSay();
  if (view.total === 0) {
    return (
      <div className="library__none" {...screenNamed('library-nothing')}>
        <Drawing name="book" />
        <p>{say('library.none')}</p>
      </div>
    );
  }
  const places = grid.columns * grid.rows;
  // A page asked for a larger window may still be what there is.
  const shown = view.books.slice(0, places);
  return (
    <TurnedGrid {...grid} count={Math.ceil(view.total / places)}>
      {shown.map((book) => (
        <BookCard key={book.key} book={book} onOpen={onBook} />
      ))}
    </TurnedGrid>
  );
}
