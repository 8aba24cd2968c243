import type { LibraryPlace } from '../../../shared/contracts/kept-screen.ts';

/** Where one comes in: all shelves. */
export const libraryDoor: LibraryPlace = {
  shelf: null,
  level: null,
  words: '',
  from: 0,
  searching: false,
};
