import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PublicKey } from '../../content/minisign/keys.ts';
import { readServedFiles } from './served-files.ts';
import type { ServedFiles } from './served-files.ts';

/**
 * Copies what a stick has in its folder `rean` to where the hub's PC installs others from ([PXE2]), once it is seen to
 * be signed with this key. What was there before stays until all of it is there and read back.
 *
 * @throws ReanError `config.invalid` with `problem: 'no-files'` or `'files-changed'`
 */
export async function bringFiles(from: string, to: string, key: PublicKey): Promise<ServedFiles> {
  const { files, lists } = await readServedFiles(from, key, false);
  const half = join(dirname(to), `.${basename(to)}.half`);
  const old = join(dirname(to), `.${basename(to)}.old`);
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  try {
    for (const name of [...lists, ...files.map((file) => file.name)]) {
      await cp(join(from, name), join(half, name));
      await chmod(join(half, name), 0o644);
    }
    // Read whole, and only here: a stick may say another thing the second time.
    const brought = await readServedFiles(half, key, true);
    await rm(old, { recursive: true, force: true });
    await rename(to, old).catch(() => undefined);
    await rename(half, to);
    await chmod(to, 0o755);
    await rm(old, { recursive: true, force: true });
    return brought;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}
