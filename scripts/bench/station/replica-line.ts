import { join } from 'node:path';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Bench } from '../bench.ts';
import { forkWorker } from '../machine/fork-worker.ts';
import { Sightings } from './sightings.ts';
import { fromReplicaSchema } from './worker-messages.ts';

export interface ReplicaWatch {
  /** Moments are ms on the monotonic clock: when the station had so many tries on its disk to show. */
  readonly sightings: Sightings;
  close(): Promise<void>;
}

/** Watches one learner from another station of the lab, in a process of its own. */
export function watchReplica(
  { appVersion }: Pick<Bench, 'appVersion'>,
  folder: string,
  learner: LearnerId,
): ReplicaWatch {
  const script = join(import.meta.dirname, 'replica-worker.ts');
  const { child, failed, stop } = forkWorker(script, [folder, learner, appVersion]);
  const sightings = new Sightings();
  child.on('message', (message) => {
    const { attempts, atMs } = fromReplicaSchema.parse(message);
    sightings.note(attempts, atMs);
  });
  failed.catch((error: unknown) => sightings.fail(error));
  return { sightings, close: stop };
}
