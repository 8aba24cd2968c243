import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackageList, rootName, rootWords, sourcesOf } from '../plan/root-plan.ts';
import type { RootPlan } from '../plan/root-plan.ts';
import type { ImageOrder } from './image-order.ts';
import type { Programs } from './run-program.ts';

/** Lists of Debian's packages in the recipe: those of every PC, of those with a screen, of one role. */
const listsOf = {
  station: ['common', 'screen', 'station'],
  supervisor: ['common', 'screen', 'supervisor'],
  hub: ['common', 'hub'],
} as const;

async function planRoot({ role, mirror, site, recipe }: ImageOrder): Promise<RootPlan> {
  const lists = site.firmware ? [...listsOf[role], 'firmware'] : listsOf[role];
  const texts = lists.map((list) => readFile(join(recipe, 'packages', `${list}.txt`), 'utf8'));
  const packages = (await Promise.all(texts)).flatMap((text) => readPackageList(text));
  return { role, packages, sources: sourcesOf(mirror, site.firmware) };
}

/**
 * Debian's part of the image as an archive: made by mmdebstrap, or the one made from the same plan
 * before. Half an archive never counts: it gets its name once it is whole.
 *
 * @returns the archive
 */
export async function makeRoot(order: ImageOrder, programs: Programs): Promise<string> {
  const plan = await planRoot(order);
  const archive = join(order.cache, rootName(plan));
  if (existsSync(archive) && !order.fresh) return archive;
  await mkdir(order.cache, { recursive: true });
  const half = `${archive}.${process.pid}.half`;
  try {
    await programs.run('mmdebstrap', rootWords(plan, half));
    await rename(half, archive);
  } finally {
    await rm(half, { force: true });
  }
  return archive;
}
