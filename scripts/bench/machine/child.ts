import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a process gets to end by itself, ms. */
const endWithinMs = 10_000;

/** Kills a detached child with all it started; nothing happens when they are gone. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in that group.
  }
}

/**
 * Looks after a child started `detached`, with a pipe as its standard input: should the bench end
 * first, in whatever way it still can, the child's whole group is killed.
 *
 * @returns ends it: asks by closing its standard input, then kills what is left
 */
export function lookAfter(child: ChildProcess): () => Promise<void> {
  const kill = () => killGroup(child);
  process.once('exit', kill);
  child.stdin?.on('error', () => undefined);
  const ended = once(child, 'exit').then(() => 'ended');
  return async () => {
    child.stdin?.end();
    const late = new AbortController();
    await Promise.race([ended, wait(endWithinMs, 'late', { signal: late.signal }).catch(() => '')]);
    late.abort();
    kill();
    await ended;
    process.off('exit', kill);
  };
}
