import { join } from 'node:path';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Bench } from '../bench.ts';
import { forkWorker } from '../machine/fork-worker.ts';
import { SightingsOf } from './sightings.ts';
import { fromReplicaSchema } from './worker-messages.ts';

export interface ReplicaWatch {
  /** Moments are ms on the monotonic clock: when the station had so many tries on its disk to show. */
  readonly sightings: SightingsOf;
  close(): Promise<void>;
}

/** Watches learners from another station of the lab, in a process of its own. */
export function watchReplica(
  { appVersion }: Pick<Bench, 'appVersion'>,
  folder: string,
  learners: readonly LearnerId[],
): ReplicaWatch {
  const script = join(import.meta.dirname, 'replica-worker.ts');
  const { child, failed, stop } = forkWorker(script, [folder, appVersion, ...learners]);
  const sightings = new SightingsOf(learners);
  child.on('message', (message) => {
    const { learner, attempts, atMs } = fromReplicaSchema.parse(message);
    sightings.of(learner).note(attempts, atMs);
  });
  failed.catch((error: unknown) => sightings.forEach((each) => each.fail(error)));
  return { sightings, close: stop };
}
