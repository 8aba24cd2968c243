import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { readCalls } from './strace-log.ts';
import type { DiskCall } from './strace-log.ts';

const run = promisify(execFile);
const mostBytes = 4 * 1024 * 1024;

/** Whatever may change a folder; what the log can't tell apart is refused when it is read. */
const calls =
  'openat,open,creat,close,mkdir,mkdirat,rmdir,unlink,unlinkat,rename,renameat,renameat2,link,linkat,' +
  'symlink,symlinkat,write,writev,pwrite64,pwritev,pwritev2,ftruncate,truncate,fallocate,' +
  'copy_file_range,sendfile,fsync,fdatasync,sync_file_range';

/**
 * Runs Node programs one after another, and gives back all they did to a folder and all they said,
 * in the order it happened.
 *
 * @param programs the words for Node, of each
 */
export async function recordWrites(
  folder: string,
  programs: readonly (readonly string[])[],
): Promise<readonly DiskCall[]> {
  const found: DiskCall[] = [];
  for (const words of programs) {
    const log = join(await temporaryFolder(), 'calls');
    const options = ['-f', '-qq', '-xx', '-y', '-s', String(mostBytes), '-o', log];
    const traced = [...options, '-e', 'signal=none', '-e', `trace=${calls}`];
    await run('strace', [...traced, process.execPath, ...words], {
      // Writes handed to the kernel in a ring would not be seen.
      env: { ...process.env, UV_USE_IO_URING: '0' },
    });
    found.push(...readCalls(await readFile(log, 'latin1'), folder, found.at(-1)?.done ?? 0));
  }
  return found;
}
