import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { writeBillOfMaterials } from './bill-of-materials.ts';
import { hubFacts } from './deb/package-facts.ts';
import { writeDeb } from './deb/write-deb.ts';
import { importedByFolder } from './imported-packages.ts';
import { nodeRuntime } from './node-runtime.ts';
import { dependencyNames, packageClosure } from './package-closure.ts';
import { isForLinux } from './shipped-files.ts';

export interface HubDeb {
  /** Folder of package.json, build, node_modules and the built `dist`. */
  readonly root: string;
  /** Of the app. */
  readonly app: string;
  /** Of the package. */
  readonly version: string;
  readonly output: string;
  readonly sourceDate: number;
}

const home = 'usr/lib/rean-hub';

async function layOutProgram(root: string, to: string, app: string): Promise<void> {
  const noMaps = (path: string) => !path.endsWith('.map');
  for (const part of ['cli', 'renderer']) {
    await cp(join(root, 'dist', part), join(to, 'dist', part), { recursive: true, filter: noMaps });
  }
  const imported = new Set(await importedByFolder(join(root, 'dist', 'cli')));
  const direct = (await dependencyNames(root)).filter((name) => imported.has(name));
  for (const folder of await packageClosure(root, direct)) {
    const from = join(root, folder);
    await mkdir(dirname(join(to, folder)), { recursive: true });
    const filter = (path: string) => isForLinux(relative(from, path));
    await cp(from, join(to, folder), { recursive: true, filter });
  }
  const manifest = { name: 'rean', version: app, private: true, type: 'module' };
  await writeFile(join(to, 'package.json'), `${JSON.stringify(manifest)}\n`);
}

/**
 * Makes the package of a hub: the built command line, what it needs of node_modules, and a Node of its own.
 * @returns the path of the `.deb`
 * @throws SetupError `package-refused`
 */
export async function makeHubDeb({
  root,
  app,
  version,
  output,
  sourceDate,
}: HubDeb): Promise<string> {
  const node = await nodeRuntime(root);
  const parts = join(root, 'build', 'packages', 'hub');
  const tree = await mkdtemp(join(tmpdir(), 'rean-hub-deb-'));
  try {
    await cp(join(parts, 'files'), tree, { recursive: true });
    await mkdir(join(tree, home), { recursive: true });
    await layOutProgram(root, join(tree, home), app);
    await copyFile(node.executable, join(tree, home, 'node'));
    const facts = hubFacts(version);
    const to = join(tree, 'usr', 'share', 'doc', facts.name);
    const runtimeLicences = node.folder;
    const bill = { root, kind: 'hub', name: facts.name, version, sourceDate, to } as const;
    await writeBillOfMaterials({ ...bill, runtime: node, runtimeLicences });
    const foreign = [`${home}/node`, `${home}/node_modules/*`, `${home}/dist/*`];
    const scripts = join(parts, 'control');
    return await writeDeb({ facts, tree, scripts, foreign, output, sourceDate });
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}
