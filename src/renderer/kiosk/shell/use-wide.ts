import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 1200px)');

function listen(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
}

/** Whether the window has room for more columns; 1366 px has, 1024 px hasn't. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => wide.matches);
