import { lessonStatus } from '../../domain/lesson-progress.ts';
import { pieceStatus } from '../../domain/piece-progress.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import { readNewerDocument } from '../../shared/contracts/read-newer.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Database } from '../../sync/store/storage.ts';
import type { Keys } from '../keyring/keys.ts';

/** Whether somebody of the site is in the middle of this version ([LSN2], [PCE5]). */
export type Pinned = (pack: PackId, version: Semver) => boolean;

const prefix = 'learner:';

/**
 * What learners are in the middle of, of all who can sit at this station. Null where a state can't be
 * read: then nobody knows what is needed.
 */
export async function pinsIn(state: Database, keys: Keys): Promise<Pinned | null> {
  const pins = new Set<string>();
  for (const { _rev, ...stored } of await state.range({ from: prefix, to: `${prefix}~` })) {
    const learner = learnerIdSchema.safeParse(stored._id.slice(prefix.length));
    const key = learner.success ? keys.learnerKey(learner.data) : null;
    if (key === null) continue;
    const document = readNewerDocument(stateDocumentSchema, stored);
    if (document === null) return null;
    try {
      for (const pin of pinsOf(openLearnerState(document, key))) pins.add(pin);
    } catch {
      return null;
    }
  }
  return (pack, version) => pins.has(`${pack}@${version}`);
}

function pinsOf({ lessons, pieces }: LearnerState): readonly string[] {
  const begun = [
    ...Object.values(lessons).filter((each) => lessonStatus(each) === 'begun'),
    // a book that was read to its end is opened where it was left, too
    ...Object.values(pieces).filter((each) => pieceStatus(each) === 'begun' || each.place !== null),
  ];
  return begun.map(({ pack, version }) => `${pack}@${version}`);
}
