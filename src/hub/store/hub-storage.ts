import type { Opened } from '../../sync/store/set-aside.ts';
import type { Databases } from '../../sync/store/storage.ts';
import type { Protocol } from '../guard/protocol.ts';

/** Where a hub keeps its databases, and how stations are served from there ([CDB1]). */
export interface HubStorage extends Databases {
  /** Makes a database; what a making that was cut off has left unopenable is set aside. */
  make(name: string): Promise<Opened>;
  /** @param served names of the databases open to stations, as they are at any moment */
  protocol(served: () => readonly string[]): Protocol;
}
