import { open, rename, rm } from 'node:fs/promises';
import { ReanError } from '../../shared/errors.ts';

/**
 * Writes a file so that there is the whole of it or what was there before, readable by its owner only.
 * @throws ReanError `file.unwritable` with the system's word for why
 */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const begun = `${path}.part`;
  try {
    const file = await open(begun, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(begun, path);
  } catch (cause) {
    await rm(begun, { force: true }).catch(() => undefined);
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new ReanError('file.unwritable', { problem }, cause);
  }
}
