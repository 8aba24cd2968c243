import { useEffect, useState } from 'react';
import type { Found, Reader } from './reader.ts';

/** More than anybody looks through; who looks for one letter finds it everywhere. */
const mostFound = 100;
/** How long after the last key the book is looked through, ms. */
const afterMs = 400;

export interface Finding {
  readonly found: readonly Found[];
  readonly looking: boolean;
}

const nothing: Finding = { found: [], looking: false };

/** Looks for words in a book while they are typed; what is found comes as it is found. */
export function useFind(reader: Reader, words: string): Finding {
  const [finding, setFinding] = useState({ ...nothing, words: '' });
  useEffect(() => {
    if (words.trim() === '') return undefined;
    const stop = new AbortController();
    const show = (told: Finding) =>
      stop.signal.aborted ? undefined : setFinding({ ...told, words });
    const waiting = setTimeout(
      () => void look(reader, words, stop.signal, show).catch(() => show(nothing)),
      afterMs,
    );
    return () => {
      stop.abort();
      clearTimeout(waiting);
    };
  }, [reader, words]);
  if (words.trim() === '') return nothing;
  return finding.words === words ? finding : { found: [], looking: true };
}

async function look(
  reader: Reader,
  words: string,
  stop: AbortSignal,
  show: (finding: Finding) => void,
): Promise<void> {
  const found: Found[] = [];
  show({ found, looking: true });
  for await (const one of reader.find(words, stop)) {
    if (stop.aborted) return;
    found.push(one);
    show({ found: [...found], looking: true });
    if (found.length >= mostFound) break;
  }
  show({ found, looking: false });
}
