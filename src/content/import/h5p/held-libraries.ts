import { isOfEditor, libraryFolder } from '../../../domain/h5p/libraries.ts';
import { h5pLibrarySchema } from '../../../shared/contracts/h5p.ts';
import type { H5pLibrary } from '../../../shared/contracts/h5p.ts';
import type { FileTree, TreeEntry } from '../foreign-file.ts';
import { parsedJson } from './parsed-json.ts';

const largestDescription = 1024 * 1024;

/** A library that a package holds. */
export interface HeldLibrary {
  readonly library: H5pLibrary;
  readonly tree: FileTree;
  /** Its folder there, with a slash at its end; tools name it with its version, or without. */
  readonly top: string;
}

export interface HeldLibraries {
  /** What can be played, by the folder it has to lie in. */
  readonly byFolder: ReadonlyMap<string, HeldLibrary>;
  /** Folders of what only somebody who makes content needs. */
  readonly ofEditor: ReadonlySet<string>;
}

/** The libraries at the top of a package, by what they say of themselves. */
export async function heldLibraries(tree: FileTree): Promise<HeldLibraries> {
  const byFolder = new Map<string, HeldLibrary>();
  const ofEditor = new Set<string>();
  for (const entry of tree.entries) {
    const top = /^[^/]+\/(?=library\.json$)/.exec(entry.name)?.[0];
    if (top === undefined) continue;
    const library = await readLibrary(tree, entry);
    if (isOfEditor(library?.machineName ?? top)) ofEditor.add(top);
    else if (library !== null) byFolder.set(libraryFolder(library), { library, tree, top });
  }
  return { byFolder, ofEditor };
}

/** Null where its description is none. */
async function readLibrary(tree: FileTree, entry: TreeEntry): Promise<H5pLibrary | null> {
  const json = parsedJson(await tree.bytes(entry, largestDescription));
  return h5pLibrarySchema.safeParse(json).data ?? null;
}
