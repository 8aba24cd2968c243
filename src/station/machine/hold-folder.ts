import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * A name only one process of this PC can listen on. The kernel frees it when the process dies, kill
 * -9 and power cuts included; a lock file would outlive both, and a renamed PC would never start.
 */
function holdName(folder: string): string {
  const name = `rean-folder-${createHash('sha256').update(realpathSync(folder)).digest('hex')}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

/**
 * Takes a data folder for this process, for as long as it lives ([WIN8], [RUN6]).
 *
 * @param folder absolute path of a folder that exists
 * @returns false when another process has it
 */
export function holdFolder(folder: string): Promise<boolean> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(holdName(folder), () => {
      server.unref();
      resolve(true);
    });
  });
}
