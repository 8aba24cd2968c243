import type { Generation } from '../../shared/ids.ts';
import type { Database } from '../../sync/store/storage.ts';

/** The hub's databases as pulled, of one generation. */
export interface Replica {
  readonly generation: Generation;
  readonly directory: Database;
  readonly state: Database;
}
