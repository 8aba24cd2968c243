import type * as z from 'zod';
import {
  learnerAccountSchema,
  staffAccountSchema,
} from '../../shared/contracts/documents/directory.ts';
import type {
  DirectoryDocumentOf,
  LearnerAccount,
  StaffAccount,
} from '../../shared/contracts/documents/directory.ts';
import { attendanceMarkSchema } from '../../shared/contracts/lab-attendance.ts';
import type { AttendanceMark } from '../../shared/contracts/lab-attendance.ts';
import { correctionSchema } from '../../shared/contracts/correction.ts';
import type { Correction } from '../../shared/contracts/correction.ts';
import { noteRecordSchema } from '../../shared/contracts/note.ts';
import type { NoteRecord } from '../../shared/contracts/note.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { learnerStateSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState, StateDocument } from '../../shared/contracts/documents/state.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { CommandId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { keyNamed, openSealed, seal } from './sealing.ts';

/**
 * The hub's sealed documents: learners and staff in the directory, learner states. What is sealed
 * is bound to every clear member beside it, so that no part can be moved to another document.
 */

type LearnerDocument = DirectoryDocumentOf<'learner'>;
type AttendanceDocument = DirectoryDocumentOf<'attendance'>;
type CorrectionDocument = DirectoryDocumentOf<'correction'>;
type NoteDocument = DirectoryDocumentOf<'note'>;
type StaffDocument = DirectoryDocumentOf<'staff'>;

/** Seals `value` beside the clear members of its document. */
function sealBeside<Clear extends { readonly key: SealingKey['id'] }>(
  clear: Clear,
  value: unknown,
  key: SealingKey,
  random: Randomness,
): Clear & { sealed: string } {
  if (clear.key !== key.id) throw new ReanError('key.missing', { key: clear.key });
  return { ...clear, sealed: seal(key, clear, value, random) };
}

function openBeside<Value>(
  document: Readonly<{ key: SealingKey['id']; sealed: string; _rev?: unknown }>,
  key: SealingKey,
  schema: z.ZodType<Value>,
): Value {
  const { sealed, _rev, ...clear } = document;
  const value = readNewer(schema, openSealed(keyNamed(key, clear.key), clear, sealed));
  if (value.success) return value.data;
  throw new ReanError('shape.invalid', { what: 'sealed document' }, value.error);
}

/** A learner's account as a directory document, sealed with the learner's own key ([DIR2]). */
export function sealLearnerAccount(
  hubSeq: number,
  account: LearnerAccount,
  key: SealingKey,
  random: Randomness,
): LearnerDocument {
  const { learner } = account;
  const clear = { _id: `learner:${learner}`, type: 'learner', v: 1, hubSeq, learner } as const;
  return sealBeside({ ...clear, key: key.id }, account, key, random);
}

/**
 * Opens a learner's account; `_rev` may be there or not.
 * @throws ReanError `key.missing`, `seal.broken`, `shape.invalid`
 */
export function openLearnerAccount(document: LearnerDocument, key: SealingKey): LearnerAccount {
  return openBeside(document, key, learnerAccountSchema);
}

/** A staff account as a directory document, sealed with the site's key ([DIR2]). */
export function sealStaffAccount(
  hubSeq: number,
  account: StaffAccount,
  key: SealingKey,
  random: Randomness,
): StaffDocument {
  const { staff } = account;
  const clear = { _id: `staff:${staff}`, type: 'staff', v: 1, hubSeq, staff } as const;
  return sealBeside({ ...clear, key: key.id }, account, key, random);
}

/**
 * Opens a staff account; `_rev` may be there or not.
 * @throws ReanError `key.missing`, `seal.broken`, `shape.invalid`
 */
export function openStaffAccount(document: StaffDocument, key: SealingKey): StaffAccount {
  return openBeside(document, key, staffAccountSchema);
}

/** A correction as a directory document, sealed with the learner's own key ([COR1]). */
export function sealCorrection(
  hubSeq: number,
  correction: Correction,
  key: SealingKey,
  random: Randomness,
): CorrectionDocument {
  const { learner, id } = correction;
  const _id = `correction:${learner}:${id}` as const;
  const clear = { _id, type: 'correction', v: 1, hubSeq, learner, key: key.id } as const;
  return sealBeside(clear, correction, key, random);
}

/**
 * Opens a correction; `_rev` may be there or not.
 * @throws ReanError `key.missing`, `seal.broken`, `shape.invalid`
 */
export function openCorrection(document: CorrectionDocument, key: SealingKey): Correction {
  return openBeside(document, key, correctionSchema);
}

/** A note as a directory document, sealed with the learner's own key ([LPG4]). */
export function sealNote(
  hubSeq: number,
  note: NoteRecord,
  key: SealingKey,
  random: Randomness,
): NoteDocument {
  const { learner, id } = note;
  const _id = `note:${learner}:${id}` as const;
  const clear = { _id, type: 'note', v: 1, hubSeq, learner, key: key.id } as const;
  return sealBeside(clear, note, key, random);
}

/**
 * Opens a note; `_rev` may be there or not.
 * @throws ReanError `key.missing`, `seal.broken`, `shape.invalid`
 */
export function openNote(document: NoteDocument, key: SealingKey): NoteRecord {
  return openBeside(document, key, noteRecordSchema);
}

/**
 * A word on a learner's day as a directory document, sealed with the learner's own key ([ATT2]).
 * @param command that brought it: what comes twice is one document
 */
export function sealAttendanceMark(
  hubSeq: number,
  mark: AttendanceMark,
  command: CommandId,
  { key, random }: { readonly key: SealingKey; readonly random: Randomness },
): AttendanceDocument {
  const { learner, day } = mark;
  const _id = `attendance:${learner}:${day}:${command}` as const;
  const clear = { _id, type: 'attendance', v: 1, hubSeq, learner, key: key.id } as const;
  return sealBeside(clear, mark, key, random);
}

/**
 * Opens a word on a learner's day; `_rev` may be there or not.
 * @throws ReanError `key.missing`, `seal.broken`, `shape.invalid`
 */
export function openAttendanceMark(document: AttendanceDocument, key: SealingKey): AttendanceMark {
  return openBeside(document, key, attendanceMarkSchema);
}

/**
 * A folded learner as a state document: Lamport counter and folded vector in the clear.
 * @param seen the highest counter of what the state does not show any more: the document's is never below ([COR2])
 */
export function sealLearnerState(
  state: LearnerState,
  folded: StateDocument['folded'],
  key: SealingKey,
  random: Randomness,
  seen = 0,
): StateDocument {
  const clear = {
    _id: `learner:${state.learner}`,
    v: 1,
    learner: state.learner,
    lamport: Math.max(state.last?.lamport ?? 0, seen),
    folded,
    key: key.id,
  } as const;
  return sealBeside(clear, state, key, random);
}

/**
 * Opens a folded learner; `_rev` may be there or not.
 * @throws ReanError `key.missing`, `seal.broken`, `shape.invalid`
 */
export function openLearnerState(document: StateDocument, key: SealingKey): LearnerState {
  return openBeside(document, key, learnerStateSchema);
}
