import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { executableName } from './official-electron.ts';
import type { RuntimePaths } from './paths.ts';

/**
 * Points `node_modules/electron/dist` at a ready folder, in one rename each, so
 * that whoever looks in between sees the old state or the new one.
 */
export async function linkElectron(paths: RuntimePaths, folder: string): Promise<void> {
  const newLink = join(paths.electronPackage, '.dist-new');
  const newPath = join(paths.electronPackage, '.path-new');
  await rm(newLink, { recursive: true, force: true });
  await symlink(folder, newLink, 'dir');
  // A real folder there (an unfinished official install) cannot be renamed over.
  await rm(paths.dist, { recursive: true, force: true });
  await rename(newLink, paths.dist);
  await writeFile(newPath, executableName(process.platform));
  await rename(newPath, paths.pathFile);
}
