import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderBytes, runWatched, type WatchedRun } from './run-watched.ts';
import { scratchFolder } from './scratch-folder.ts';

const long = 60_000;

function node(folder: string, code: string, limits: Partial<WatchedRun> = {}): WatchedRun {
  return {
    command: process.execPath,
    args: ['-e', code],
    cwd: folder,
    env: process.env,
    folders: [folder],
    firstByteMs: long,
    stallMs: long,
    onBytes: () => undefined,
    ...limits,
  };
}

describe('a watched download', () => {
  it('tells the bytes that came and that it finished', async () => {
    const folder = await scratchFolder();
    const seen: number[] = [];
    const told = Promise.withResolvers<void>();
    const onBytes = (bytes: number): void => {
      seen.push(bytes);
      told.resolve();
    };
    // Ends when the test, having seen the bytes, writes a second file.
    const code = `const fs = require('node:fs');
      fs.writeFileSync('part', 'x'.repeat(1000));
      fs.watch('.', (_, name) => name === 'seen' && process.exit(0));`;
    const outcome = runWatched(node(folder, code, { onBytes }));
    await told.promise;
    await writeFile(join(folder, 'seen'), '');
    expect(await outcome).toEqual({ kind: 'finished' });
    expect(seen).toContain(1000);
  });

  it('gives the reason when it failed', async () => {
    const outcome = await runWatched(
      node(await scratchFolder(), `console.error('fetch failed'); process.exit(1)`),
    );
    expect(outcome).toEqual({ kind: 'failed', reason: 'fetch failed' });
  });

  it('gives the reason when its program is not there', async () => {
    const run = { ...node(await scratchFolder(), ''), command: 'no-such-program-of-rean' };
    expect(await runWatched(run)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('ENOENT'),
    });
  });

  it('is ended when not one byte comes', async () => {
    const hang = 'setInterval(() => undefined, 1000)';
    const run = node(await scratchFolder(), hang, { firstByteMs: 300 });
    expect(await runWatched(run)).toEqual({ kind: 'stalled', bytes: 0, afterMs: 300 });
  });

  it('is ended when bytes stop coming', async () => {
    const stop = `require('node:fs').writeFileSync('part', 'xyz'); setInterval(() => undefined, 1000)`;
    const run = node(await scratchFolder(), stop, { stallMs: 300 });
    expect(await runWatched(run)).toEqual({ kind: 'stalled', bytes: 3, afterMs: 300 });
  });
});

describe("a folder's bytes", () => {
  it('are 0 while it does not exist', async () => {
    expect(await folderBytes(join(await scratchFolder(), 'not-yet'))).toBe(0);
  });
});
