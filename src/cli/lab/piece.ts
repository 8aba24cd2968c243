import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** One process of the lab: the hub, or a station with its window. */
export interface PieceCommand {
  /** As a person calls it: `hub`, `station-1`, `supervisor`. */
  readonly name: string;
  readonly program: string;
  readonly words: readonly string[];
  /** Absolute path of the file that takes what it prints; begun anew at each start. */
  readonly output: string;
}

export type Ending =
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string };

export interface Piece {
  readonly name: string;
  readonly pid: number;
  readonly ended: Promise<Ending>;
  /** Asks it to stop, by closing its standard input; kills it if it does not. */
  stop(): Promise<void>;
}

/** How long a stopping process gets to close its stores, ms. */
const stopWithinMs = 10_000;

async function endingOf(child: ChildProcess): Promise<Ending> {
  const [code, signal]: readonly unknown[] = await once(child, 'exit');
  if (typeof signal === 'string') return { kind: 'killed', signal };
  return code === 0 ? { kind: 'closed' } : { kind: 'failed', code: Number(code) };
}

async function stopChild(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  child.stdin?.end();
  const limit = new AbortController();
  const late = wait(stopWithinMs, 'late', { signal: limit.signal }).catch(() => 'cancelled');
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
  limit.abort();
  await ended;
}

/**
 * Starts one process of the lab, in a process group of its own, so that Ctrl-C reaches the lab alone,
 * which then stops the others in order. Each watches its standard input and ends when that ends: a
 * lab killed with -9 leaves nothing running ([RUN4]).
 *
 * @throws the system's error when the program is not there
 */
export async function startPiece({ name, program, words, output }: PieceCommand): Promise<Piece> {
  const child = spawn(program, [...words], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = endingOf(child);
  await once(child, 'spawn');
  const file = createWriteStream(output, { mode: 0o600 });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  // A process that was killed can't be told anything more.
  child.stdin.on('error', () => undefined);
  return { name, pid: child.pid ?? 0, ended, stop: () => stopChild(child, ended) };
}
