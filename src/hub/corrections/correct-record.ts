import { lessonKey } from '../../domain/lesson-progress.ts';
import { compareOrder } from '../../domain/order.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { Correcting, Correction } from '../../shared/contracts/correction.ts';
import { ReanError } from '../../shared/errors.ts';
import { formatEventId } from '../../shared/event-id.ts';
import { storeIdSchema } from '../../shared/ids.ts';
import type { LearnerId, StaffId, StationId } from '../../shared/ids.ts';
import { sealCorrection } from '../../sync/envelope/sealed-documents.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';
import { readLearnerState } from '../record/read-state.ts';

type Parts = Pick<HubParts, 'office' | 'databases' | 'registry' | 'random' | 'corrections'>;

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
  const { office, registry, random } = parts;
  const { learner, what, asker, second, station } = asked;
  const key = registry.learnerKey(learner);
  if (key === null) throw new ReanError('learner.unknown', { learner });
  const state = await readLearnerState(parts, learner);
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
    day: office.labDate,
    asked: asker.by,
    confirmed: second,
  };
  const { reason } = what;
  await office.record({
    type: 'record.corrected',
    ...asker,
    grounds: { learner, reason, who: null, second },
    documents: (hubSeq) => {
      // Asked in the office's turn: one that failed in the middle stands by then.
      requireSense(parts.corrections.of(learner), what, state);
      return [sealCorrection(hubSeq, correction, key, random)];
    },
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
  if (what.kind === 'strike') {
    return lesson !== undefined && what.run <= lesson.run && !isStruckYet(held, what, state);
  }
  const run = runOf(what, state);
  const added = standing(held).some((each) => isOf(each, 'add', what) && each.run === run);
  return !added && (lesson === undefined || lesson.completedRuns < lesson.run);
}

type OfLesson = Extract<Correcting, { lesson: string }>;

/** Whether the same run was struck already, with everything that is recorded of it by now. */
function isStruckYet(
  held: readonly Correction[],
  what: Extract<Correcting, { kind: 'strike' }>,
  state: LearnerState | null,
): boolean {
  const last = state?.last ?? null;
  return standing(held).some(
    (each) =>
      isOf(each, 'strike', what) &&
      each.what.kind === 'strike' &&
      each.what.run === what.run &&
      (last === null || compareOrder(last, each.at) <= 0),
  );
}

function standing(held: readonly Correction[]): readonly Correction[] {
  const gone = new Set(held.flatMap(({ what }) => (what.kind === 'withdraw' ? what.of : [])));
  return held.filter(({ id }) => !gone.has(id));
}

function isOf({ what }: Correction, kind: OfLesson['kind'], { pack, lesson }: OfLesson): boolean {
  return what.kind === kind && 'lesson' in what && what.pack === pack && what.lesson === lesson;
}
