import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotMeasure } from '../cannot-measure.ts';

/** A Node process of the bench's own. */
export interface Worker {
  readonly child: ChildProcess;
  /** Rejects once it has ended though nobody asked it to. */
  readonly failed: Promise<never>;
  /** Lets it finish and end; kills it if it does not. */
  stop(): Promise<void>;
}

const stopWithinMs = 10_000;

/**
 * Runs a TypeScript file in a process of its own. It ends with the bench, however that dies, when it
 * heeds `disconnect`.
 */
export function forkWorker(script: string, words: readonly string[]): Worker {
  const child = fork(script, [...words], {
    // Structured clones carry `undefined`, as a window's messages do.
    serialization: 'advanced',
    // Standard output is the report's alone.
    stdio: ['ignore', 2, 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  let stopping = false;
  const failed = ended.then(([code]: readonly unknown[]) =>
    stopping ? new Promise<never>(() => undefined) : Promise.reject(endedEarly(script, code)),
  );
  failed.catch(() => undefined);
  return {
    child,
    failed,
    async stop() {
      stopping = true;
      if (child.connected) child.disconnect();
      const late = new AbortController();
      const limit = wait(stopWithinMs, 'late', { signal: late.signal }).catch(() => 'in time');
      if ((await Promise.race([ended, limit])) === 'late') child.kill('SIGKILL');
      late.abort();
      await ended;
    },
  };
}

const endedEarly = (script: string, code: unknown) =>
  new CannotMeasure(`${script} ended with ${String(code)} before its time.`);
