import type { LibraryAsk } from '../../../shared/contracts/ipc/library-view.ts';

/** Where somebody stands in the library; kept while a book is open, so that leaving it leads back there. */
export interface LibraryPlace extends Pick<LibraryAsk, 'shelf' | 'level' | 'words'> {
  /** From 0. */
  readonly page: number;
  readonly searching: boolean;
}

/** Where one comes in: all shelves. */
export const libraryDoor: LibraryPlace = {
  shelf: null,
  level: null,
  words: '',
  page: 0,
  searching: false,
};
