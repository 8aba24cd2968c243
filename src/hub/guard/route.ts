import { packFileRoots, readPackFilePath } from '../../shared/contracts/pack-files.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import { readRecordingPath, recordingsRoot } from '../../shared/contracts/recording-copy.ts';
import type { RecordingAsk } from '../../shared/contracts/recording-copy.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/**
 * What a request asks for, out of the few things that can be asked ([HUB1]). Whatever this table does
 * not name is refused: express-pouchdb behind it knows far more routes than a station needs.
 */

export type ApiName =
  | 'hello'
  | 'notice'
  | 'receipt'
  | 'vector'
  | 'keyring'
  | 'stations'
  | 'recovery'
  | 'return'
  | 'command'
  | 'try'
  | 'renew'
  | 'authority'
  | 'packs'
  | 'pack-report'
  | 'live'
  | 'live-report'
  | 'look'
  | 'look-given'
  | 'orders';

export type Route =
  | { readonly kind: 'health' }
  | { readonly kind: 'enrol'; readonly part: 'offer' | 'ask' }
  | { readonly kind: 'api'; readonly name: ApiName }
  | { readonly kind: 'root' }
  | { readonly kind: 'pack-file'; readonly ask: PackFileAsk }
  | { readonly kind: 'recording'; readonly ask: RecordingAsk; readonly brings: boolean }
  | DatabaseRoute;

export type DatabaseRoute = { readonly database: string } & (
  | { readonly kind: 'info' | 'create' | 'revs-diff' | 'bulk-get' | 'bulk-docs' | 'changes' }
  | { readonly kind: 'document' | 'get-local' | 'put-local'; readonly id: string }
);

export interface Asked {
  readonly route: Route;
  readonly query: URLSearchParams;
}

interface TableEntry {
  readonly method: string;
  /** `:database`, `:id`, `:local`, parts of packs and of recordings stand for what varies. */
  readonly path: string;
  /** Null where it is none after all. */
  route(database: string, id: string, parts: readonly string[]): Route | null;
}

const api = (method: 'GET' | 'POST', path: string, name: ApiName): TableEntry => ({
  method,
  path: `/v1/${path}`,
  route: () => ({ kind: 'api', name }),
});

const inDatabase = (
  method: string,
  path: string,
  kind: Exclude<DatabaseRoute['kind'], 'document' | 'get-local' | 'put-local'>,
): TableEntry => ({
  method,
  path: `/:database${path}`,
  route: (database) => ({ kind, database }),
});

const ofDocument = (
  method: string,
  path: string,
  kind: 'document' | 'get-local' | 'put-local',
): TableEntry => ({
  method,
  path: `/:database${path}`,
  route: (database, id) => ({ kind, database, id }),
});

/** A file of an installed pack ([PKG18]). */
const ofPack = (path: string): TableEntry => ({
  method: 'GET',
  path: `${packFileRoots.hub}/${path}`,
  route: (_database, _id, parts) => {
    const ask = readPackFilePath(parts.slice(2).join('/'));
    return ask && { kind: 'pack-file', ask };
  },
});

/** Sealed recordings of a learner ([RAL6]). */
const ofRecordings = (method: 'GET' | 'PUT', path: string): TableEntry => ({
  method,
  path: `${recordingsRoot}/${path}`,
  route: (_database, _id, parts) => {
    const ask = readRecordingPath(parts.slice(2));
    // names alone are what somebody needs who brings
    return ask && { kind: 'recording', ask, brings: method === 'PUT' || ask.name === null };
  },
});

/** Everything that can be asked. Exported so that attackers' tests can't forget one. */
export const routeTable: readonly TableEntry[] = [
  { method: 'GET', path: '/', route: () => ({ kind: 'root' }) },
  { method: 'GET', path: '/healthz', route: () => ({ kind: 'health' }) },
  { method: 'GET', path: '/v1/enrol', route: () => ({ kind: 'enrol', part: 'offer' }) },
  { method: 'POST', path: '/v1/enrol', route: () => ({ kind: 'enrol', part: 'ask' }) },
  api('GET', 'hello', 'hello'),
  api('GET', 'notice', 'notice'),
  api('POST', 'receipt', 'receipt'),
  api('GET', 'vector', 'vector'),
  api('GET', 'keyring', 'keyring'),
  api('GET', 'stations', 'stations'),
  api('GET', 'recovery', 'recovery'),
  api('POST', 'recovery', 'return'),
  api('POST', 'command', 'command'),
  api('POST', 'try', 'try'),
  api('POST', 'renew', 'renew'),
  api('POST', 'authority', 'authority'),
  api('GET', 'packs', 'packs'),
  api('POST', 'packs', 'pack-report'),
  api('GET', 'live', 'live'),
  api('POST', 'live', 'live-report'),
  api('GET', 'look', 'look'),
  api('POST', 'look', 'look-given'),
  api('GET', 'orders', 'orders'),
  ofPack('keyring'),
  ofPack('blobs/:sha256'),
  ofPack(':pack/:version/:file'),
  ofRecordings('GET', ':learner'),
  ofRecordings('GET', ':learner/:recording'),
  ofRecordings('PUT', ':learner/:recording'),
  inDatabase('GET', '', 'info'),
  inDatabase('PUT', '', 'create'),
  inDatabase('POST', '/_revs_diff', 'revs-diff'),
  inDatabase('POST', '/_bulk_get', 'bulk-get'),
  inDatabase('POST', '/_bulk_docs', 'bulk-docs'),
  inDatabase('GET', '/_changes', 'changes'),
  inDatabase('POST', '/_changes', 'changes'),
  ofDocument('GET', '/:id', 'document'),
  ofDocument('GET', '/_local/:local', 'get-local'),
  ofDocument('PUT', '/_local/:local', 'put-local'),
];

const longestUrl = 4096;
const longestId = 512;
const databaseName = /^[a-z][a-z0-9-]{0,63}$/;
/** Read more closely by the route itself. */
const namedParts: readonly string[] = [
  ':pack',
  ':version',
  ':file',
  ':sha256',
  ':learner',
  ':recording',
];
/** First parts of paths that are no database's. */
const reserved: readonly string[] = ['v1', 'healthz'];
// Control characters would end up in logs and keys; a sliced surrogate can't be encoded again.
const unsafeInId = /[\p{Cc}\p{Cs}]/u;

/** Reads a request's method and raw URL. Pure; never throws. */
export function readRoute(method: string, url: string): Asked | Refusal {
  if (url.length > longestUrl || !url.startsWith('/')) return refuse.badRequest('unreadable URL');
  const mark = url.indexOf('?');
  const parts = decodeParts(mark === -1 ? url : url.slice(0, mark));
  if (parts === null) return refuse.badRequest('unreadable URL');
  const fitting = compiled.filter(({ pattern }) => fits(pattern, parts));
  if (fitting.length === 0) return refuse.notFound('The hub has nothing there.');
  const entry = fitting.find((each) => each.entry.method === method)?.entry;
  if (!entry) {
    const allowed = fitting.map((each) => each.entry.method).join(', ');
    return refuse.method(`Only ${allowed} allowed there.`, { Allow: allowed });
  }
  const route = entry.route(parts[0] ?? '', parts.at(-1) ?? '', parts);
  if (route === null) return refuse.notFound('The hub has nothing there.');
  return { route, query: new URLSearchParams(mark === -1 ? '' : url.slice(mark + 1)) };
}

const compiled = routeTable.map((entry) => ({ entry, pattern: partsOf(entry.path) }));

function partsOf(path: string): readonly string[] {
  return path.slice(1).split('/');
}

function decodeParts(path: string): readonly string[] | null {
  try {
    const parts = partsOf(path).map(decodeURIComponent);
    // Stock clients ask for `/db/`.
    return parts.length === 2 && parts[1] === '' ? parts.slice(0, 1) : parts;
  } catch {
    return null;
  }
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return pattern.length === parts.length && parts.every((part, at) => fitsPart(pattern[at], part));
}

function fitsPart(pattern: string | undefined, part: string): boolean {
  if (pattern === ':database') return databaseName.test(part) && !reserved.includes(part);
  if (pattern === ':id') return isId(part) && !part.startsWith('_');
  if (pattern !== undefined && namedParts.includes(pattern)) return isId(part);
  // PouchDB names a checkpoint by a hash, whose first character may well be `_`.
  return pattern === ':local' ? isId(part) : pattern === part;
}

function isId(id: string): boolean {
  return id.length > 0 && id.length <= longestId && !unsafeInId.test(id);
}
