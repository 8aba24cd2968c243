import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { ErasureReason, RecordCounts } from '../../shared/contracts/erasure.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { HubParts } from '../hub-app.ts';
import { indexPrefixes } from '../intake/index-records.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { readLearnerState } from '../record/read-state.ts';
import { clearErased } from './clear-erased.ts';
import { isOnHold, requireLearner } from './hold-record.ts';
import type { Acting } from './hold-record.ts';

type Parts = Pick<
  HubParts,
  'office' | 'index' | 'databases' | 'registry' | 'erasures' | 'intake' | 'work' | 'recordings'
>;

/**
 * Erases a learner's record: one entry of the journal, from which everything else follows, so that a
 * power cut, a restore and a lost index change nothing ([ERA1], [ERA2]). Asked for again, it finishes
 * what failed in the middle, with no entry more ([ERA7]). Whoever calls has made sure of the two persons.
 * @throws ReanError `learner.unknown`, `record.on-hold`, or a `store.*` code
 */
export async function eraseLearner(
  parts: Parts,
  learner: LearnerId,
  reason: ErasureReason,
  acting: Acting,
): Promise<void> {
  if (!(await isErased(parts.office, learner))) await enter(parts, learner, reason, acting);
  await parts.erasures.complete();
  await clearErased(parts);
}

/** Whether the directory says so; what of it failed may be to do yet. */
export async function isErased(office: SiteOffice, learner: LearnerId): Promise<boolean> {
  const [document] = await office.directory.all(`erased:${learner}`);
  return document !== undefined;
}

async function enter(
  parts: Parts,
  learner: LearnerId,
  reason: ErasureReason,
  { who, second, ...asker }: Acting,
): Promise<void> {
  const { office } = parts;
  await requireLearner(office, learner);
  const counts = await countRecord(parts, learner);
  const entered = office.record({
    type: 'learner.erased',
    ...asker,
    grounds: { learner, reason, who, second },
    documents: async (hubSeq) => {
      // Asked in the office's turn: a hold that was set meanwhile holds, and what failed in the middle
      // is in the directory by then.
      await requireLearner(office, learner);
      if (await isOnHold(office, learner)) throw new ReanError('record.on-hold', { learner });
      return [{ _id: `erased:${learner}`, type: 'erased', v: 1, hubSeq, learner, counts }];
    },
  });
  await entered.catch(async (error: unknown) => {
    if (!isReanError(error, 'learner.unknown') || !(await isErased(office, learner))) throw error;
  });
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

/** Null too where what was folded can't be opened. */
async function readState(parts: Parts, learner: LearnerId): Promise<LearnerState | null> {
  try {
    return await readLearnerState(parts, learner);
  } catch (error) {
    if (isReanError(error)) return null;
    throw error;
  }
}
