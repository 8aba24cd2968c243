import * as z from 'zod';
import { semverSchema } from '../../shared/ids.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durable-file.ts';
import type { StoreLayout } from './layout.ts';

const activeSchema = z.strictObject({
  format: z.literal('rean-active@1'),
  version: semverSchema,
});

interface PointerTools {
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly layout: StoreLayout;
}

/** The version `active.json` points at, or null when there is none or it can't be read. */
export function readActive(disk: Disk, layout: StoreLayout, pack: PackId): Promise<Semver | null> {
  return readPointer(disk, layout.active(pack));
}

/** The version that was active before the present one; null where none was. */
export function readPrevious(
  disk: Disk,
  layout: StoreLayout,
  pack: PackId,
): Promise<Semver | null> {
  return readPointer(disk, layout.previous(pack));
}

/**
 * Moves the pointer in one step: the last act of an install ([PKG9]). Which version it leaves is noted
 * first, so that a way back is known.
 */
export async function moveActive(
  tools: PointerTools,
  pack: PackId,
  { from, to }: { readonly from: Semver | null; readonly to: Semver },
): Promise<void> {
  if (from === to) return;
  if (from !== null) await writePointer(tools, tools.layout.previous(pack), from);
  await writePointer(tools, tools.layout.active(pack), to);
}

async function readPointer(disk: Disk, path: string): Promise<Semver | null> {
  const bytes = await disk.readFile(path);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return activeSchema.safeParse(value).data?.version ?? null;
  } catch {
    return null;
  }
}

async function writePointer(
  { disk, randomness, layout }: PointerTools,
  path: string,
  version: Semver,
): Promise<void> {
  const value: z.infer<typeof activeSchema> = { format: 'rean-active@1', version };
  const bytes = new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  await writeDurably(disk, randomness, { path, bytes, mode: 0o644, staging: layout.temporary });
}
