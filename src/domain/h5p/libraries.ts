import type { H5pDependency, H5pLibrary } from '../../shared/contracts/h5p.ts';

/** The folder of a library in its package: `H5P.Question-1.5`. */
export const libraryFolder = ({ machineName, majorVersion, minorVersion }: H5pDependency) =>
  `${machineName}-${majorVersion}.${minorVersion}`;

/** Libraries that only somebody who makes content needs. */
export const isOfEditor = (machineName: string) => machineName.startsWith('H5PEditor');

export interface LibraryTree {
  /** Folders of all that is needed, each once. */
  readonly needed: readonly string[];
  /** Folders of those that are not there, or that can't be read. */
  readonly missing: readonly string[];
}

/**
 * Every library that a package is played with: those it names and, in turn, those they name; none of
 * the editor's. `read` gives a library by its folder, null where it is none.
 */
export async function libraryTree(
  roots: readonly H5pDependency[],
  read: (folder: string) => Promise<H5pLibrary | null>,
): Promise<LibraryTree> {
  const needed = new Set<string>();
  const missing: string[] = [];
  let next = foldersOf(roots);
  while (next.length > 0) {
    const fresh = [...new Set(next)].filter((folder) => !needed.has(folder));
    for (const folder of fresh) needed.add(folder);
    const found = await Promise.all(fresh.map(read));
    missing.push(...fresh.filter((_, index) => found[index] === null));
    next = found.flatMap((library) => foldersOf(library?.preloadedDependencies ?? []));
  }
  return { needed: [...needed], missing };
}

const foldersOf = (dependencies: readonly H5pDependency[]) =>
  dependencies.filter(({ machineName }) => !isOfEditor(machineName)).map(libraryFolder);

/** Libraries that content itself says it is made of: `"library": "H5P.Image 1.1"`, however deep. */
export function librariesIn(content: unknown): readonly H5pDependency[] {
  const found = new Map<string, H5pDependency>();
  const rest: unknown[] = [content];
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const named = 'library' in value ? dependencyOf(value.library) : null;
    if (named !== null) found.set(libraryFolder(named), named);
    // Anything but an object or list says nothing.
    rest.push(...Object.values(value).filter((part) => typeof part === 'object' && part !== null));
  }
  return [...found.values()];
}

function dependencyOf(words: unknown): H5pDependency | null {
  const match =
    typeof words === 'string' ? /^([\w.-]{1,100}) (\d{1,6})\.(\d{1,6})$/.exec(words) : null;
  if (match === null) return null;
  const [, machineName = '', major, minor] = match;
  return { machineName, majorVersion: Number(major), minorVersion: Number(minor) };
}
