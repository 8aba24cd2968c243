import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { ErasureReason, RecordCounts } from '../../shared/contracts/erasure.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { HubParts } from '../hub-app.ts';
import { indexPrefixes } from '../intake/index-records.ts';
import { clearErased } from './clear-erased.ts';
import { isOnHold, requireLearner } from './hold-record.ts';
import type { Acting } from './hold-record.ts';

type Parts = Pick<
  HubParts,
  'office' | 'index' | 'databases' | 'registry' | 'erasures' | 'intake' | 'work'
>;

/**
 * Erases a learner's record: one entry of the journal, from which everything else follows, so that a
 * power cut, a restore and a lost index change nothing ([ERA1], [ERA2]). Whoever calls has made sure
 * of the two persons.
 * @throws ReanError `learner.unknown`, `record.on-hold`, or a `store.*` code
 */
export async function eraseLearner(
  parts: Parts,
  learner: LearnerId,
  reason: ErasureReason,
  { who, second, ...asker }: Acting,
): Promise<void> {
  const { office, erasures } = parts;
  await requireLearner(office, learner);
  const counts = await countRecord(parts, learner);
  await office.record({
    type: 'learner.erased',
    ...asker,
    grounds: { learner, reason, who, second },
    documents: async (hubSeq) => {
      // Asked in the office's turn: a hold that was set meanwhile holds.
      if (await isOnHold(office, learner)) throw new ReanError('record.on-hold', { learner });
      return [{ _id: `erased:${learner}`, type: 'erased', v: 1, hubSeq, learner, counts }];
    },
  });
  await erasures.complete();
  await clearErased(parts);
}

async function countRecord(parts: Parts, learner: LearnerId): Promise<RecordCounts> {
  const events = (await parts.index.range({ prefix: indexPrefixes.order(learner) })).length;
  const state = await readState(parts, learner);
  const completed = Object.values(state?.lessons ?? {}).filter(
    ({ completedRuns }) => completedRuns > 0,
  );
  return {
    events,
    lessons: completed.length,
    attempts: state?.attempts ?? 0,
    activeMs: state?.activeMs ?? 0,
  };
}

/** Null where nothing was folded, or what was can't be opened. */
async function readState(
  { databases, registry }: Parts,
  learner: LearnerId,
): Promise<LearnerState | null> {
  const stored = await databases.state.get(`learner:${learner}`);
  const key = registry.learnerKey(learner);
  if (stored === null || key === null) return null;
  const { _rev, ...bare } = stored;
  try {
    return openLearnerState(stateDocumentSchema.parse(bare), key);
  } catch (error) {
    if (isReanError(error)) return null;
    throw error;
  }
}
