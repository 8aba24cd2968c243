import { join } from 'node:path';
import * as z from 'zod';
import type { Disk } from '../../content/disk/disk.ts';
import { writeDurably } from '../../content/disk/durable-file.ts';
import { selfTestDoneSchema } from '../../shared/contracts/self-test.ts';
import type { Randomness } from '../../shared/ports.ts';

/** Whether this PC is to be tested, and what was found but is not recorded yet. */
const keptSchema = z.strictObject({
  v: z.literal(1),
  due: z.boolean(),
  pending: selfTestDoneSchema.nullable(),
});
export type KeptSelfTest = Omit<z.infer<typeof keptSchema>, 'v'>;

export interface SelfTestFolder {
  /** The station's data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
}

const pathIn = (folder: string) => join(folder, 'self-test.json');
const nothing: KeptSelfTest = { due: false, pending: null };

/** A station from before there were tests has none due. */
export async function readSelfTest({ folder, disk }: SelfTestFolder): Promise<KeptSelfTest> {
  const bytes = await disk.readFile(pathIn(folder));
  if (bytes === null) return nothing;
  try {
    const { v: _v, ...kept } = keptSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return kept;
  } catch {
    return nothing;
  }
}

/** @throws ReanError `store.full` */
export async function keepSelfTest(
  { folder, disk, randomness }: SelfTestFolder,
  { due, pending }: KeptSelfTest,
): Promise<void> {
  const path = pathIn(folder);
  if (!due && pending === null) {
    await disk.remove(path);
    return;
  }
  const bytes = new TextEncoder().encode(`${JSON.stringify({ v: 1, due, pending }, null, 2)}\n`);
  await writeDurably(disk, randomness, { path, bytes, mode: 0o600 });
}
