import type { Surroundings } from '../machine/surroundings.ts';
import type { Figure } from './figure.ts';

/** What `--json` prints. */
export interface BenchDocument {
  readonly v: 1;
  /** ISO 8601, UTC. */
  readonly begunAt: string;
  readonly seconds: number;
  readonly runs: number;
  readonly surroundings: Surroundings;
  /**
   * Processes that wanted a processor, on average of a minute (getloadavg(3)): before the run those
   * of others, after it ours too.
   */
  readonly load: { readonly before: number; readonly after: number };
  readonly figures: readonly Figure[];
}
