import { join } from 'node:path';
import { importedByFolder } from './imported-packages.ts';
import { dependencyNames, packageClosure } from './package-closure.ts';

/** `@scope/name` of a path ending in `node_modules/@scope/name`. */
function nameOf(folder: string): string {
  return folder.split(/(?:^|[/\\])node_modules[/\\]/).at(-1) ?? folder;
}

/**
 * The production packages the built main process does not reach: the hub's,
 * and those already bundled into `dist`. electron-builder would pack them all.
 *
 * @param root folder of package.json, node_modules and dist
 * By name, as electron-builder lays the folders out anew: a package of which one
 * version is needed stays with all of them.
 *
 * @returns names, sorted
 */
export async function unneededPackages(root: string): Promise<readonly string[]> {
  const imported = new Set(await importedByFolder(join(root, 'dist', 'main')));
  const direct = await dependencyNames(root);
  const all = await packageClosure(root, direct);
  const needed = await packageClosure(
    root,
    direct.filter((name) => imported.has(name)),
  );
  const neededNames = new Set([...needed].map(nameOf));
  const names = new Set([...all].map(nameOf));
  return [...names].filter((name) => !neededNames.has(name)).toSorted();
}
