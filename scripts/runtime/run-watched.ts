import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A download run as a child process, judged by whether its folders grow. */
export interface WatchedRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Folders the child writes its bytes to; they need not exist yet. */
  readonly folders: readonly string[];
  /** How long it may take until the first byte, in milliseconds. */
  readonly firstByteMs: number;
  /** How long it may then go without another byte, in milliseconds. */
  readonly stallMs: number;
  readonly onBytes: (bytes: number) => void;
}

export type WatchedOutcome =
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stalled'; readonly bytes: number; readonly afterMs: number };

const lookEveryMs = 250;
const keptOutput = 2_000;

/** Bytes in the files of a folder and below; files that vanish meanwhile count 0. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(
        async (entry) =>
          (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0,
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function bytesIn(folders: readonly string[]): Promise<number> {
  const each = await Promise.all(folders.map(folderBytes));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

/** Resolves when no byte has come for too long. Stops looking when `signal` aborts. */
function watchForStall(run: WatchedRun, signal: AbortSignal): Promise<WatchedOutcome> {
  return new Promise((resolve) => {
    let bytes = 0;
    let since = performance.now();
    const look = async (): Promise<void> => {
      const now = await bytesIn(run.folders);
      if (signal.aborted) return;
      if (now !== bytes) {
        since = performance.now();
        bytes = now;
        run.onBytes(bytes);
      }
      const limit = bytes === 0 ? run.firstByteMs : run.stallMs;
      if (performance.now() - since >= limit) resolve({ kind: 'stalled', bytes, afterMs: limit });
      else timer = setTimeout(() => void look(), lookEveryMs);
    };
    let timer = setTimeout(() => void look(), lookEveryMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

function untilExit(child: ChildProcess): Promise<WatchedOutcome> {
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-keptOutput);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'failed', reason: error.message }));
    child.once('close', (code) => {
      if (code === 0) resolve({ kind: 'finished' });
      else resolve({ kind: 'failed', reason: output.trim() || `it ended with code ${code}` });
    });
  });
}

/** Runs the download; kills it when its bytes stop coming. Never throws. */
export async function runWatched(run: WatchedRun): Promise<WatchedOutcome> {
  const child = spawn(run.command, run.args, {
    cwd: run.cwd,
    env: run.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watching = new AbortController();
  const exited = untilExit(child);
  const outcome = await Promise.race([exited, watchForStall(run, watching.signal)]);
  watching.abort();
  if (outcome.kind === 'stalled') {
    child.kill('SIGKILL');
    await exited;
  }
  return outcome;
}
