import { basename } from 'node:path';
import type { Disk } from '../../disk/disk.ts';
import { openForeign } from '../open-foreign.ts';
import type { OpenForeign } from '../open-foreign.ts';
import { unreadable } from '../import-errors.ts';
import { heldLibraries } from './held-libraries.ts';
import type { HeldLibraries } from './held-libraries.ts';

export interface ExtraLibraries {
  readonly libraries: readonly HeldLibraries[];
  close(): void;
}

/**
 * Opens packages whose libraries others lack. Throws `pack.file-missing`, `import.unreadable` where one is no archive, and
 * the codes of archives; nothing is left open then.
 */
export async function openExtraLibraries(
  disk: Disk,
  paths: readonly string[],
): Promise<ExtraLibraries> {
  const opened: OpenForeign[] = [];
  const libraries: HeldLibraries[] = [];
  const close = () => {
    for (const one of opened) one.close();
  };
  try {
    for (const path of paths) {
      const one = await openForeign(disk, { kind: 'file', path, key: basename(path) });
      opened.push(one);
      if (one.file.tree === null) throw unreadable('it is no package with libraries', path);
      libraries.push(await heldLibraries(one.file.tree));
    }
  } catch (error) {
    close();
    throw error;
  }
  return { libraries, close };
}
