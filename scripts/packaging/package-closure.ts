import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const dependencyMap = z.record(z.string(), z.string()).default({});
const packageSchema = z.object({
  dependencies: dependencyMap,
  optionalDependencies: dependencyMap,
});

/** The names a folder's package.json depends on in production. */
export async function dependencyNames(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  const { dependencies, optionalDependencies } = packageSchema.parse(JSON.parse(text));
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

async function isPackage(folder: string): Promise<boolean> {
  return readFile(join(folder, 'package.json')).then(
    () => true,
    () => false,
  );
}

/** Node's way: the nearest node_modules upwards that has it, not above `root`. */
async function locate(root: string, from: string, name: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (await isPackage(candidate)) return candidate;
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}

/**
 * The folders, relative to `root`, of these packages and of all they depend on.
 * Optional packages that are not installed are left out.
 */
export async function packageClosure(
  root: string,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const folders = new Set<string>();
  const open = names.map((name) => ({ name, from: root }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const folder = await locate(root, next.from, next.name);
    if (folder === undefined || folders.has(relative(root, folder))) continue;
    folders.add(relative(root, folder));
    const names = await dependencyNames(folder);
    open.push(...names.map((name) => ({ name, from: folder })));
  }
  return folders;
}
