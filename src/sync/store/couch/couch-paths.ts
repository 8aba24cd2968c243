/** Members of a query, as they are to be written; undefined ones are left out. */
type QueryMembers = Readonly<Record<string, string | number | boolean | undefined>>;

/** A path in a database: `('db', ['_local', 'a/b'], { since: 0 })` is `/db/_local/a%2Fb?since=0`. */
export function couchPath(
  database: string,
  parts: readonly string[] = [],
  query: QueryMembers = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const path = [database, ...parts].map(encodeURIComponent).join('/');
  return search.size === 0 ? `/${path}` : `/${path}?${search.toString()}`;
}
