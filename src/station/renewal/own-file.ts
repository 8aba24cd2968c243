import { join } from 'node:path';
import type { Disk } from '../../content/disk/disk.ts';
import { writeDurably } from '../../content/disk/durable-file.ts';
import type { Randomness } from '../../shared/ports.ts';

interface OwnFolder {
  /** The station's data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
}

/** Replaces a file of this station's own, 0600; the old content or the new is there ([IDN3]). */
export async function writeOwnFile(
  { folder, disk, randomness }: OwnFolder,
  name: string,
  value: object,
): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  await writeDurably(disk, randomness, { path: join(folder, name), bytes, mode: 0o600 });
}
