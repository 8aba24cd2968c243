import { segmentSchema } from '../../shared/ids.ts';
import type { Generation, Segment } from '../../shared/ids.ts';

/** The databases of a site, by who writes and who reads them (DESIGN section 4). */
export interface SiteDatabaseNames {
  readonly state: string;
  readonly directory: string;
  readonly journal: string;
  readonly quarantine: string;
}

export function databaseNames(generation: Generation): SiteDatabaseNames {
  return {
    state: `state-${generation}`,
    directory: `directory-${generation}`,
    journal: `journal-${generation}`,
    quarantine: 'quarantine',
  };
}

/** The first segment of a new site. */
export const firstSegment: Segment = segmentSchema.parse('events-0001');
