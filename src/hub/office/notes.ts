import { standingNotes } from '../../domain/learner-page/standing-notes.ts';
import type { LearnerNote, NoteRecord } from '../../shared/contracts/note.ts';
import { ReanError } from '../../shared/errors.ts';
import type { CommandId, LearnerId } from '../../shared/ids.ts';
import { openNote, sealNote } from '../../sync/envelope/sealed-documents.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';
import type { OfficeTurn } from './office-turn.ts';

type Parts = Pick<HubParts, 'office' | 'registry' | 'random'>;
type Noting = Pick<NoteRecord, 'note' | 'takesBack'>;

/**
 * Notes something of how somebody learns; what stands already is left ([LPG4]).
 * @throws ReanError `learner.unknown`
 */
export function makeNote(
  parts: Parts,
  { learner, note }: { readonly learner: LearnerId; readonly note: LearnerNote },
  asker: StaffAsker,
): Promise<void> {
  return parts.office.alone(async (turn) => {
    const stands = standingNotes(await notesOf(parts, learner)).some((each) => each.note === note);
    if (stands) return;
    await record({ parts, turn, asker }, 'note.made', learner, { note, takesBack: null });
  });
}

/**
 * Takes a note back, by another record; the same again changes nothing.
 * @throws ReanError `learner.unknown`, `shape.invalid` for a note that this learner never had
 */
export function takeNoteBack(
  parts: Parts,
  { learner, note }: { readonly learner: LearnerId; readonly note: CommandId },
  asker: StaffAsker,
): Promise<void> {
  return parts.office.alone(async (turn) => {
    const records = await notesOf(parts, learner);
    if (!records.some((each) => each.id === note && each.note !== null)) {
      throw new ReanError('shape.invalid', { at: 'note' });
    }
    if (!standingNotes(records).some(({ id }) => id === note)) return;
    await record({ parts, turn, asker }, 'note.taken-back', learner, {
      note: null,
      takesBack: note,
    });
  });
}

async function notesOf(
  { office, registry }: Parts,
  learner: LearnerId,
): Promise<readonly NoteRecord[]> {
  const key = registry.learnerKey(learner);
  if (key === null) throw new ReanError('learner.unknown', { learner });
  const documents = await office.directory.all(`note:${learner}:`);
  return documents.flatMap((each) => (each.type === 'note' ? openNote(each, key) : []));
}

interface Recording {
  readonly parts: Parts;
  readonly turn: OfficeTurn;
  readonly asker: StaffAsker;
}

async function record(
  { parts, turn, asker }: Recording,
  type: 'note.made' | 'note.taken-back',
  learner: LearnerId,
  noting: Noting,
): Promise<void> {
  const { office, registry, random } = parts;
  const key = registry.learnerKey(learner);
  if (key === null) throw new ReanError('learner.unknown', { learner });
  // The day that staff confirmed ([TTB14]).
  const note = { id: asker.command.id, learner, ...noting, day: office.labDate, by: asker.by };
  await turn.record({
    type,
    ...asker,
    documents: (hubSeq) => [sealNote(hubSeq, note, key, random)],
  });
}
