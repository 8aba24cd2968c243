/** What shows a page of its own in a frame: of this package, or of the network. */
const framed = 'H5P.IFrameEmbed';

/**
 * Pages of its own package that content shows in frames, as it names them, however deep.
 * @param mainLibrary what the whole is made with
 */
export function pagesIn(content: unknown, mainLibrary: string): readonly string[] {
  const found = new Set<string>();
  const note = (params: unknown) => {
    const source = memberOf(params, 'source');
    if (
      typeof source === 'string' &&
      source.trim() !== '' &&
      !/^(?:\w+:|\/\/)/.test(source.trim())
    ) {
      found.add(source.trim().replace(/[?#].*$/, ''));
    }
  };
  if (mainLibrary === framed) note(content);
  const rest: unknown[] = [content];
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const library = memberOf(value, 'library');
    if (typeof library === 'string' && library.startsWith(`${framed} `)) {
      note(memberOf(value, 'params'));
    }
    rest.push(...Object.values(value).filter((part) => typeof part === 'object' && part !== null));
  }
  return [...found];
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
