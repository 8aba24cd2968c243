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
  readonly figures: readonly Figure[];
}
