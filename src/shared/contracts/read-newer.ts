import type * as z from 'zod';

/**
 * Reads what newer software may have made: members this app doesn't know are left out instead of
 * refused, at any depth; all else has to fit as it would otherwise ([SKW2]). For answers, requests
 * and pulled documents only: what is signed or recorded is read strictly.
 */
export function readNewer<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
): z.ZodSafeParseResult<Output> {
  let parsed = schema.safeParse(value);
  let left = value;
  // An object inside a part that was left out before shows its own unknown members only afterwards.
  for (let unknown = unknownMembers(parsed); unknown.length > 0; unknown = unknownMembers(parsed)) {
    left = unknown.reduce<unknown>((each, { path, keys }) => without(each, path, keys), left);
    parsed = schema.safeParse(left);
  }
  return parsed;
}

/**
 * {@link readNewer} for a document whose seal is bound to all its clear members: those at the top
 * that are not known stay. Null when it can't be read.
 */
export function readNewerDocument<Document extends object>(
  schema: z.ZodType<Document>,
  document: object,
): Document | null {
  const known = readNewer(schema, document).data;
  return known === undefined ? null : { ...document, ...known };
}

interface Unknown {
  readonly path: readonly PropertyKey[];
  readonly keys: readonly string[];
}

/** None unless unknown members are all that is wrong. */
function unknownMembers({ error }: z.ZodSafeParseResult<unknown>): readonly Unknown[] {
  const found = error?.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? [{ path: issue.path, keys: issue.keys }] : [],
  );
  return found?.length === error?.issues.length ? (found ?? []) : [];
}

/** A copy of `value` in which the object at `path` lacks `keys`. */
function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [next, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (index === next ? without(each, rest, keys) : each));
  }
  const members = Object.entries(value);
  if (next === undefined) return Object.fromEntries(members.filter(([key]) => !keys.includes(key)));
  return Object.fromEntries(
    members.map(([key, each]) => [key, key === next ? without(each, rest, keys) : each]),
  );
}
