import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSignature, signBytes } from '../../content/minisign/signature.ts';
import { layDisk } from '../plan/disk-layout.ts';
import { formatManifest } from '../plan/image-manifest.ts';
import type { ImageFile } from '../plan/image-manifest.ts';
import { configureRoot } from './configure-root.ts';
import { hashOf } from './file-bytes.ts';
import type { ImageOrder } from './image-order.ts';
import { makeDisk } from './make-disk.ts';
import { makeRoot } from './make-root.ts';
import { makeSlot } from './make-slot.ts';
import { openPrograms } from './run-program.ts';
import type { Programs } from './run-program.ts';
import { writeSigned } from './sign-file.ts';

export type BuildStep = 'root' | 'configure' | 'slot' | 'disk' | 'sign';

/** Told after each step: how long it took, ms. */
export type TellStep = (step: BuildStep, ms: number) => void;

/** What was built, in the folder `output`. */
export interface BuiltImage {
  /** A whole disk, to be written onto one. */
  readonly disk: string;
  /** One slot's file system: what an update brings. */
  readonly slot: string;
  readonly slotBytes: number;
  readonly manifest: string;
}

/**
 * Builds the image of one role: root, configuration, slot, disk, signature. What it works in lies in
 * `output` and is gone at the end, however that comes.
 *
 * @throws ReanError `config.invalid` with a `problem`
 */
export async function buildImage(order: ImageOrder, tell: TellStep): Promise<BuiltImage> {
  await mkdir(order.output, { recursive: true });
  const work = await mkdtemp(join(order.output, 'work-'));
  const programs = openPrograms(join(order.output, 'build.log'));
  try {
    return await buildIn(work, order, programs, tell);
  } finally {
    await programs.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function buildIn(
  work: string,
  order: ImageOrder,
  programs: Programs,
  tell: TellStep,
): Promise<BuiltImage> {
  const name = `rean-${order.role}`;
  const layout = layDisk(order.diskMiB);
  const root = join(work, 'root');
  const slot = join(order.output, `${name}.squashfs`);
  const disk = join(order.output, `${name}.img`);
  const timed = async <T>(step: BuildStep, run: () => Promise<T>) => {
    const begun = performance.now();
    const made = await run();
    tell(step, performance.now() - begun);
    return made;
  };

  const archive = await timed('root', () => makeRoot(order, programs));
  await timed('configure', () => configureRoot(order, archive, root, programs));
  await timed('slot', () => makeSlot(root, slot, layout, programs));
  await rm(root, { recursive: true, force: true });
  const seed = [order.site.site, order.role, order.version].join(' ');
  const signature = signBytes(order.siteBytes, `site ${order.site.site}`, order.key);
  const identity = {
    'site.json': order.siteBytes,
    'site.json.minisig': Buffer.from(formatSignature(signature)),
  };
  await timed('disk', () => makeDisk({ layout, slot, seed, identity, work, disk }, programs));
  const manifest = await timed('sign', () => signFiles(order, [disk, slot]));
  return { disk, slot, slotBytes: (await stat(slot)).size, manifest };
}

/** Writes `rean-ROLE.json`, which says what was built, and its signature beside it. */
async function signFiles(order: ImageOrder, paths: readonly string[]): Promise<string> {
  const files: ImageFile[] = [];
  for (const path of paths) {
    const { size } = await stat(path);
    files.push({
      name: path.slice(order.output.length + 1),
      bytes: size,
      sha256: await hashOf(path),
    });
  }
  const { role, version, site } = order;
  const text = formatManifest({ format: 1, role, version, site: site.site, files });
  const manifest = join(order.output, `rean-${role}.json`);
  await writeSigned(manifest, text, `rean ${role} ${version}`, order.key);
  return manifest;
}
