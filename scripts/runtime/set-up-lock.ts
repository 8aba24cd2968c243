import { createHash } from 'node:crypto';
import { createServer, connect, type Server, type Socket } from 'node:net';

/**
 * A lock between processes that no crash can leave behind: a listening socket
 * in Linux's abstract namespace, which the kernel closes with its owner.
 * (A lock file would stay after kill -9.) Waiters hold a connection to it and
 * are woken by its end.
 */
export interface SetUpLock {
  release(): Promise<void>;
}

/** The lock's name for a cache folder; undefined where there is no abstract namespace. */
function socketName(folder: string): string | undefined {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return process.platform === 'linux' ? `\0rean-runtime-${digest}` : undefined;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function listen(name: string): Promise<SetUpLock | undefined> {
  const waiters = new Set<Socket>();
  const server: Server = createServer((socket) => {
    waiters.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => waiters.delete(socket));
  });
  const release = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const waiter of waiters) waiter.destroy();
    await closed;
  };
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (isTaken(error) ? resolve(undefined) : reject(error)));
    server.listen(name, () => resolve({ release }));
  });
}

function untilReleased(name: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
  });
}

/**
 * Waits until no other process holds the lock of this folder, then holds it.
 * Where there is no abstract namespace the lock is not held: atomic renames
 * still keep every finished folder whole.
 *
 * @param onWait called once if another process is at work
 */
export async function takeSetUpLock(folder: string, onWait: () => void): Promise<SetUpLock> {
  const name = socketName(folder);
  if (name === undefined) return { release: async () => undefined };
  for (let waited = false; ; waited = true) {
    const lock = await listen(name);
    if (lock !== undefined) return lock;
    if (!waited) onWait();
    await untilReleased(name);
  }
}
