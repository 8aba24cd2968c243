import { open } from 'node:fs/promises';

export const socketName = 'control.sock';

/**
 * Has something done with a short path of the control socket in a folder. A socket's address holds
 * 107 bytes, which a folder's path may well exceed ([CTL3]); through the kernel's name for the open
 * folder every path is short.
 *
 * @param name the socket's file in that folder
 */
export async function withSocketPath<Result>(
  folder: string,
  name: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const opened = await open(folder, 'r');
  try {
    return await use(`/proc/self/fd/${opened.fd}/${name}`);
  } finally {
    await opened.close();
  }
}
