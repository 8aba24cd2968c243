import { libraryTree } from '../../../domain/h5p/libraries.ts';
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
  const { missing } = await libraryTree(described.preloadedDependencies, async (folder) => {
    const library = h5pLibrarySchema.safeParse(await read(`${folder}/library.json`));
    return library.data ?? null;
  });
  return missing.length === 0 ? null : `libraries are missing: ${missing.join(', ')}`;
}
