import { useEffect, useState, useSyncExternalStore } from 'react';
import { detailOf } from '../port.ts';
import type { PlayerPort } from '../port.ts';
import { readBookPlace, toggleBookmark, writeBookPlace } from './book-place.ts';
import type { Bookmark, BookPlace } from './book-place.ts';
import { BookFault } from './reader.ts';
import type { Reader, ReaderState } from './reader.ts';

/** Opens a book on a stage, where its reader was. @throws BookFault */
export type OpenReader = (stage: HTMLElement, place: BookPlace) => Promise<Reader>;

/** A place is told so soon after a move, and so often at most, ms: whoever holds a key down turns faster. */
const tellEveryMs = 150;
/** A book is read to its end when its last page was there for so long, ms. */
const endForMs = 1_500;

/** Opens the book when the stage is there; says what can't be opened. */
export function useOpenReader(
  port: PlayerPort,
  stage: HTMLElement | null,
  open: OpenReader,
): Reader | null {
  const [reader, setReader] = useState<Reader | null>(null);
  useEffect(() => {
    if (stage === null) return;
    const begin = async () => {
      const opened = await open(stage, readBookPlace(port.launch.place));
      setReader(opened);
      port.say({ kind: 'ready' });
    };
    begin().catch((error: unknown) => port.say(failure(error)));
  }, [port, stage, open]);
  return reader;
}

function failure(error: unknown) {
  const reason = error instanceof BookFault ? error.reason : 'unplayable';
  const words = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason, detail: detailOf(words) } as const;
}

/** What the book shows now. */
export function useReaderState(reader: Reader): ReaderState {
  return useSyncExternalStore(
    (listener) => reader.subscribe(listener),
    () => reader.state,
  );
}

/** The learner's own marks; tells the port where they are, what plays, and when the end was reached. */
export function useTelling(port: PlayerPort, state: ReaderState) {
  const [marks, setMarks] = useState<readonly Bookmark[]>(
    () => readBookPlace(port.launch.place).marks,
  );
  const { position, size, voice, playing, scrolled } = state;
  const at = position?.at ?? null;
  const down = position?.down ?? 0;
  // Who came to the end of one page of many has not read them all.
  const atEnd = position?.atEnd === true && !scrolled;
  useEffect(() => {
    if (at === null) return undefined;
    const tell = () =>
      port.say({ kind: 'place', place: writeBookPlace({ at, size, marks: [...marks], down }) });
    port.onLeaving(tell);
    const telling = setTimeout(tell, tellEveryMs);
    return () => clearTimeout(telling);
  }, [port, at, size, marks, down]);
  useEffect(() => {
    if (!atEnd) return undefined;
    const ending = setTimeout(
      () => port.say({ kind: 'result', score: null, passed: null, completed: true }),
      endForMs,
    );
    return () => clearTimeout(ending);
  }, [port, atEnd]);
  const heard = voice === 'heard' || playing;
  useEffect(() => {
    if (heard) port.say({ kind: 'playing', playing: true });
    return () => (heard ? port.say({ kind: 'playing', playing: false }) : undefined);
  }, [port, heard]);
  const mark = () => {
    if (position === null) return;
    const { page, chapter } = position;
    setMarks((before) => toggleBookmark(before, { at: position.at, page, chapter }));
  };
  return { marks, mark };
}
