import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** The least a durable answer can cost on a disk: 4 KiB more in a file, and fsync(2). */
export interface AppendAndSync {
  /** Does it once; resolves to how long it took, ms. */
  time(): Promise<number>;
  close(): Promise<void>;
}

export const appendAndSyncTitle = 'append 4 KiB to a file and fsync it, same disk';
const block = Buffer.alloc(4096, 'rean');

export async function openAppendAndSync(folder: string): Promise<AppendAndSync> {
  const file = await open(join(folder, 'append-and-sync'), 'a');
  return {
    async time() {
      const startedAt = performance.now();
      await file.write(block);
      await file.sync();
      return performance.now() - startedAt;
    },
    close: () => file.close(),
  };
}
