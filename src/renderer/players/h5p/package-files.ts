import { librariesIn, libraryTree } from '../../../domain/h5p/libraries.ts';
import { pagesIn } from '../../../domain/h5p/named-pages.ts';
import { h5pLibrarySchema, h5pPackageSchema } from '../../../shared/contracts/h5p.ts';

/** What of a package lies at an address below it, as JSON; null where there is none. */
export type ReadJson = (path: string) => Promise<unknown>;

export const readJsonAt =
  (base: string): ReadJson =>
  async (path) => {
    const answer = await fetch(`${base}/${path}`).catch(() => null);
    if (answer === null || !answer.ok) return null;
    return answer.json().catch(() => null);
  };

/** Why a package can't be played, as far as its files tell: a path, and what is wrong; null where nothing is. */
export async function packageFault(read: ReadJson): Promise<string | null> {
  const described = h5pPackageSchema.safeParse(await read('h5p.json')).data;
  if (described === undefined) return 'h5p.json is missing, or describes no package';
  if ((await read('content/content.json')) === null) return 'content/content.json is missing';
  const { missing } = await libraryTree(described.preloadedDependencies, libraryBy(read));
  return missing.length === 0 ? null : `libraries are missing: ${missing.join(', ')}`;
}

const libraryBy = (read: ReadJson) => async (folder: string) =>
  h5pLibrarySchema.safeParse(await read(`${folder}/library.json`)).data ?? null;

/** Whether a file lies at an address below a package. */
export type HasFile = (path: string) => Promise<boolean>;

export const hasFileAt =
  (base: string): HasFile =>
  async (path) => {
    const answer = await fetch(`${base}/${path}`, { method: 'HEAD' }).catch(() => null);
    return answer?.ok === true;
  };

/**
 * Which parts of a package's content would stay empty, as what they are made with, or show, is not there; null
 * where none would. The rest of it can be played.
 */
export async function partsFault(read: ReadJson, has: HasFile): Promise<string | null> {
  const content = await read('content/content.json');
  const described = h5pPackageSchema.safeParse(await read('h5p.json')).data;
  const { missing } = await libraryTree(librariesIn(content), libraryBy(read));
  const pages = pagesIn(content, described?.mainLibrary ?? '');
  const there = await Promise.all(pages.map((page) => has(`content/${page}`)));
  const lost = pages.filter((_, index) => there[index] === false);
  const faults = [
    ...(missing.length > 0 ? [`libraries that are not there: ${missing.join(', ')}`] : []),
    ...(lost.length > 0 ? [`pages that are not there: ${lost.join(', ')}`] : []),
  ];
  return faults.length === 0 ? null : `content/content.json names ${faults.join('; ')}`;
}
