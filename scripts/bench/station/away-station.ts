import { join } from 'node:path';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Bench } from '../bench.ts';
import type { CrowdMember } from '../machine/crowd.ts';

export interface AwayStation {
  readonly folder: string;
  /** Who sits there all the while. */
  readonly learner: LearnerId;
  /** Recorded while away. */
  readonly events: number;
}

/** A station that comes back with events the hub has not heard of, and is done once all is receipted. */
export function awayStation(
  { appVersion }: Pick<Bench, 'appVersion'>,
  { folder, learner, events }: AwayStation,
): CrowdMember {
  const script = join(import.meta.dirname, 'away-station-worker.ts');
  return { script, words: [folder, appVersion, learner, String(events)] };
}
