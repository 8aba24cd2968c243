import type { NoteRecord } from '../../shared/contracts/note.ts';

/** A note that stands. */
export interface StandingNote extends NoteRecord {
  readonly note: string;
}

/** The notes that nobody took back, in the order of the records ([LPG4]). */
export function standingNotes(records: readonly NoteRecord[]): readonly StandingNote[] {
  const gone = new Set(records.map(({ takesBack }) => takesBack));
  return records.flatMap((record) => {
    const { id, note } = record;
    return note === null || gone.has(id) ? [] : [{ ...record, note }];
  });
}
