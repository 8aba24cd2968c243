import { join } from 'node:path';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { HubRecordings } from './hub-recordings.ts';

/** The recordings beside a backup: as they lie at a hub, in a folder of the backup's. */
export const recordingsBeside = (backup: string, randomness: Randomness): HubRecordings =>
  new HubRecordings({
    folder: join(backup, 'recordings'),
    disk: nodeDisk(),
    randomness,
    bounds: { mostOfAll: Number.MAX_SAFE_INTEGER, leftFree: 0 },
  });

export interface CopiedRecordings {
  /** New with this run. */
  readonly copied: number;
  /** With those of before. */
  readonly held: number;
}

/**
 * Copies what is not there yet, and reads back everything that is: what a disk has spoiled is copied
 * anew. What is there of before stays where it is nobody's later one, nor anybody's who was erased.
 * @throws ReanError `store.full`, `backup.unwritable`, or the disk's own
 */
export async function copyRecordings(
  from: HubRecordings,
  to: HubRecordings,
  { erased, signal }: { readonly erased: ReadonlySet<LearnerId>; readonly signal?: AbortSignal },
): Promise<CopiedRecordings> {
  await to.erase(erased);
  let copied = 0;
  for (const learner of await from.learners()) {
    if (erased.has(learner)) continue;
    for (const name of await from.of(learner)) {
      signal?.throwIfAborted();
      // reads it whole; one that is spoiled is gone after that
      if ((await to.file(learner, name)) !== null) continue;
      const bytes = await from.file(learner, name);
      if (bytes === null) continue;
      const taken = await to.take({ learner, name, bytes, isWanted: () => true });
      if (taken !== 'kept') continue;
      if ((await to.file(learner, name)) === null) {
        throw new ReanError('backup.unwritable', { problem: 'read-back' });
      }
      copied += 1;
    }
  }
  return { copied, held: (await to.held()).kept };
}
