import { useState } from 'react';
import type { LibraryAsk, LibraryView } from '../../../shared/contracts/ipc/library-view.ts';
import type { ReanError } from '../../../shared/errors.ts';
import { useStream } from '../station.ts';

/** A page of the library. The page before stays until the next has come, so that nothing flickers. */
export function useLibrary(asked: LibraryAsk): {
  readonly view: LibraryView | undefined;
  readonly error: ReanError | undefined;
} {
  const { value, error } = useStream('library', asked);
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return { view: value ?? last, error };
}
