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

/** The version `active.json` points at, or null when there is none or it can't be read. */
export async function readActive(
  disk: Disk,
  layout: StoreLayout,
  pack: PackId,
): Promise<Semver | null> {
  const bytes = await disk.readFile(layout.active(pack));
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return activeSchema.safeParse(value).data?.version ?? null;
  } catch {
    return null;
  }
}

/** Moves the pointer in one step: the last act of an install ([PKG9]). */
export async function writeActive(
  { disk, randomness, layout }: { disk: Disk; randomness: Randomness; layout: StoreLayout },
  pack: PackId,
  version: Semver,
): Promise<void> {
  const value: z.infer<typeof activeSchema> = { format: 'rean-active@1', version };
  const bytes = new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  const path = layout.active(pack);
  await writeDurably(disk, randomness, { path, bytes, mode: 0o644, staging: layout.temporary });
}
