import { labDateAt } from '../lab-day.ts';
import { lessonKey } from '../../domain/lesson-progress.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { Correcting, Correction } from '../../shared/contracts/correction.ts';
import { ReanError } from '../../shared/errors.ts';
import { formatEventId } from '../../shared/event-id.ts';
import { storeIdSchema } from '../../shared/ids.ts';
import type { LearnerId, StaffId, StationId } from '../../shared/ids.ts';
import { openLearnerState, sealCorrection } from '../../sync/envelope/sealed-documents.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';

type Parts = Pick<
  HubParts,
  'office' | 'databases' | 'registry' | 'random' | 'clock' | 'corrections'
>;

export interface CorrectionAsked {
  readonly learner: LearnerId;
  readonly what: Correcting;
  readonly asker: StaffAsker;
  readonly second: StaffId;
  readonly station: StationId;
}

/**
 * Corrects a learner's record: a new entry of the journal and of the directory, from which the folder
 * folds the learner anew ([COR1], [COR2]).
 * @throws ReanError `learner.unknown`, `correction.pointless` where there is nothing to correct
 */
export async function correctRecord(parts: Parts, asked: CorrectionAsked): Promise<Correction> {
  const { office, registry, random, clock } = parts;
  const { learner, what, asker, second, station } = asked;
  const key = registry.learnerKey(learner);
  if (key === null) throw new ReanError('learner.unknown', { learner });
  const state = await readState(parts, learner);
  requireSense(parts.corrections.of(learner), what, state);
  const id = Buffer.from(random.bytes(8)).toString('hex');
  const store = storeIdSchema.parse(id);
  const last = state?.last ?? null;
  const added = formatEventId({ station, store, seq: 1 });
  const after = { lamport: (last?.lamport ?? 0) + 1, id: added };
  const correction: Correction = {
    id,
    learner,
    what,
    at: what.kind === 'strike' && last !== null ? last : after,
    run: runOf(what, state),
    day: labDateAt(clock.wallMs()),
    asked: asker.by,
    confirmed: second,
  };
  const { reason } = what;
  await office.record({
    type: 'record.corrected',
    ...asker,
    grounds: { learner, reason, who: null, second },
    documents: (hubSeq) => [sealCorrection(hubSeq, correction, key, random)],
  });
  return correction;
}

function runOf(what: Correcting, state: LearnerState | null): number {
  if (what.kind === 'strike') return what.run;
  if (what.kind === 'withdraw') return 1;
  return state?.lessons[lessonKey(what.pack, what.lesson)]?.run ?? 1;
}

/** Something to strike must be there, something to add must not, something to withdraw must hold. */
function requireSense(
  held: readonly Correction[],
  what: Correcting,
  state: LearnerState | null,
): void {
  if (!makesSense(held, what, state)) throw new ReanError('correction.pointless');
}

function makesSense(
  held: readonly Correction[],
  what: Correcting,
  state: LearnerState | null,
): boolean {
  if (what.kind === 'withdraw') {
    const gone = held.some((each) => each.what.kind === 'withdraw' && each.what.of === what.of);
    return !gone && held.some(({ id, what: { kind } }) => id === what.of && kind !== 'withdraw');
  }
  const lesson = state?.lessons[lessonKey(what.pack, what.lesson)];
  if (what.kind === 'strike') return lesson !== undefined && what.run <= lesson.run;
  return lesson === undefined || lesson.completedRuns < lesson.run;
}

async function readState(
  { databases, registry }: Parts,
  learner: LearnerId,
): Promise<LearnerState | null> {
  const stored = await databases.state.get(`learner:${learner}`);
  const key = registry.learnerKey(learner);
  if (stored === null || key === null) return null;
  const { _rev, ...bare } = stored;
  return openLearnerState(stateDocumentSchema.parse(bare), key);
}
