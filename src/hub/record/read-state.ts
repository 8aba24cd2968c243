import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { HubParts } from '../hub-app.ts';

/**
 * A learner's folded state; null where nothing was folded, or the key is not here.
 * @throws ReanError `seal.broken`, `shape.invalid`
 */
export async function readLearnerState(
  { databases, registry }: Pick<HubParts, 'databases' | 'registry'>,
  learner: LearnerId,
): Promise<LearnerState | null> {
  const stored = await databases.state.get(`learner:${learner}`);
  const key = registry.learnerKey(learner);
  if (stored === null || key === null) return null;
  const { _rev, ...bare } = stored;
  return openLearnerState(stateDocumentSchema.parse(bare), key);
}
