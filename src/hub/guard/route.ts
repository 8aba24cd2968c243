import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/**
 * What a request asks for, out of the few things that can be asked ([HUB1]). Whatever this file does
 * not name is refused: express-pouchdb behind it knows far more routes than a station needs.
 */

export const apiNames = [
  'hello',
  'notice',
  'receipt',
  'vector',
  'keyring',
  'stations',
  'recovery',
  'return',
  'quarantine',
  'decision',
] as const;
export type ApiName = (typeof apiNames)[number];

export type Route =
  | { readonly kind: 'health' }
  | { readonly kind: 'api'; readonly name: ApiName }
  | { readonly kind: 'root' }
  | DatabaseRoute;

export type DatabaseRoute = { readonly database: string } & (
  | { readonly kind: 'info' | 'create' | 'revs-diff' | 'bulk-get' | 'bulk-docs' | 'changes' }
  | { readonly kind: 'document' | 'get-local' | 'put-local'; readonly id: string }
);

export interface Asked {
  readonly route: Route;
  readonly query: URLSearchParams;
}

const longestUrl = 4096;
const longestId = 512;
const databaseName = /^[a-z][a-z0-9-]{0,63}$/;
// Control characters would end up in logs and keys; a sliced surrogate can't be encoded again.
const unsafeInId = /[\p{Cc}\p{Cs}]/u;

type Methods = Readonly<Partial<Record<string, Route>>>;

/** Reads a request's method and raw URL. Pure; never throws. */
export function readRoute(method: string, url: string): Asked | Refusal {
  if (url.length > longestUrl || !url.startsWith('/')) return refuse.badRequest('unreadable URL');
  const mark = url.indexOf('?');
  const parts = decodeParts(mark === -1 ? url : url.slice(0, mark));
  if (parts === null) return refuse.badRequest('unreadable URL');
  const methods = methodsOf(parts);
  if (methods === null) return refuse.notFound('The hub has nothing there.');
  const route = methods[method];
  if (!route) {
    const allowed = Object.keys(methods).join(', ');
    return refuse.method(`Only ${allowed} allowed there.`, { Allow: allowed });
  }
  return { route, query: new URLSearchParams(mark === -1 ? '' : url.slice(mark + 1)) };
}

function decodeParts(path: string): readonly string[] | null {
  try {
    const parts = path.slice(1).split('/').map(decodeURIComponent);
    // Stock clients ask for `/db/`.
    return parts.length === 2 && parts[1] === '' ? parts.slice(0, 1) : parts;
  } catch {
    return null;
  }
}

function methodsOf(parts: readonly string[]): Methods | null {
  const [first = '', second, third] = parts;
  if (parts.length === 1) return methodsOfOne(first);
  if (second === undefined || second === '') return null;
  if (first === 'v1') return parts.length === 2 ? apiMethods(second) : null;
  if (!databaseName.test(first)) return null;
  if (parts.length === 2) return inDatabase(first, second);
  if (parts.length === 3 && second === '_local' && third !== undefined && isId(third)) {
    return local(first, third);
  }
  return null;
}

function methodsOfOne(name: string): Methods | null {
  if (name === '') return { GET: { kind: 'root' } };
  if (name === 'healthz') return { GET: { kind: 'health' } };
  if (name === 'v1' || !databaseName.test(name)) return null;
  return { GET: { kind: 'info', database: name }, PUT: { kind: 'create', database: name } };
}

function apiMethods(name: string): Methods | null {
  const known = apiNames.find((each) => each === name);
  if (known === undefined) return null;
  const route = { kind: 'api', name: known } as const;
  if (known === 'recovery') return { GET: route, POST: { kind: 'api', name: 'return' } };
  if (known === 'return') return null;
  return known === 'receipt' || known === 'decision' ? { POST: route } : { GET: route };
}

function inDatabase(database: string, name: string): Methods | null {
  switch (name) {
    case '_revs_diff':
      return { POST: { kind: 'revs-diff', database } };
    case '_bulk_get':
      return { POST: { kind: 'bulk-get', database } };
    case '_bulk_docs':
      return { POST: { kind: 'bulk-docs', database } };
    case '_changes': {
      const changes = { kind: 'changes', database } as const;
      return { GET: changes, POST: changes };
    }
    default:
      return isId(name) ? { GET: { kind: 'document', database, id: name } } : null;
  }
}

function local(database: string, id: string): Methods {
  return {
    GET: { kind: 'get-local', database, id },
    PUT: { kind: 'put-local', database, id },
  };
}

function isId(id: string): boolean {
  return id.length > 0 && id.length <= longestId && !id.startsWith('_') && !unsafeInId.test(id);
}
