import type { StationId } from '../../shared/ids.ts';
import type { DatabaseRoute, Route } from './route.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** The databases stations may ask for, and how. */
export interface OpenDatabases {
  /** Stations push here, and read only what is their own. */
  readonly push: Pick<ReadonlySet<string>, 'has'>;
  /** Stations pull from here. */
  readonly pull: ReadonlySet<string>;
}

const ofThisFamily = /^(events-\d{4}|(state|directory|journal)-[0-9a-f]{16})$/;

/** Null when this station may, or why it may not ([HUB2], [HUB3]). Pure. */
export function permit(
  route: DatabaseRoute,
  station: StationId,
  databases: OpenDatabases,
): Refusal | null {
  const { database } = route;
  const pushed = databases.push.has(database);
  if (!pushed && !databases.pull.has(database)) return refuseDatabase(route);
  switch (route.kind) {
    case 'info':
    case 'get-local':
    case 'put-local':
    case 'revs-diff':
      return null;
    case 'create':
      return refuse.exists('The hub makes its databases itself; this one is there.');
    case 'bulk-docs':
      return pushed ? null : refuse.forbidden('Only the hub writes to this database.');
    case 'bulk-get':
    case 'changes':
      return pushed ? refuse.forbidden('Events are pushed, not pulled.') : null;
    case 'document':
      return !pushed || route.id.startsWith(`${station}:`)
        ? null
        : refuse.forbidden('A station reads no events but its own.');
  }
}

/** What it takes to bring events, and to be told that they are held ([CLO2]). */
export function isForBringing(route: Route): boolean {
  if (route.kind === 'recording') return route.brings;
  if (route.kind === 'api') return route.name === 'hello' || route.name === 'receipt';
  return route.kind === 'root' || route.kind === 'revs-diff' || route.kind === 'bulk-docs';
}

/** An old generation is gone, and a client should learn so; anything else is none of its business. */
function refuseDatabase({ database, kind }: DatabaseRoute): Refusal {
  return ofThisFamily.test(database) && kind !== 'create'
    ? refuse.notFound('There is no such database (any more). Ask /v1/hello which there are.')
    : refuse.forbidden('This database is not for stations.');
}
