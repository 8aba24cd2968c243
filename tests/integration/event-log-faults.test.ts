import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { stationIdentity } from '../factories/station-identity.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { EventLog } from '../../src/sync/log/event-log.ts';

const fixture = join(import.meta.dirname, '../fixtures/appending-station.ts');
const run = promisify(execFile);
const kills = Number(process.env['REAN_LOOPS'] ?? 6);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rean-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The lines a child prints, up to and with the first that `until` wants. */
async function linesUntil(child: ChildProcess, until: (line: string) => boolean) {
  const lines: string[] = [];
  if (!child.stdout) return lines;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (until(line)) break;
  }
  // What it prints later must not fill the pipe and hold it up.
  child.stdout.resume();
  return lines;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

async function seqsOnDisk(): Promise<number[]> {
  const storage = await openLevelStorage(folder);
  const log = await EventLog.open({ ...stationIdentity(seededRandomness(9)), storage });
  expect(log.stores()).toHaveLength(1);
  const events = (await log.store(log.current().store)?.read(0, 100_000)) ?? [];
  await storage.close();
  return events.map(({ _id }) => Number(_id.split(':')[2]));
}

async function storesOnDisk() {
  const storage = await openLevelStorage(folder);
  const identity = stationIdentity(seededRandomness(1));
  const log = await EventLog.open({ ...identity, randomness: seededRandomness(9), storage });
  await storage.close();
  return log.stores();
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('a station recording events', () => {
  it('[EVT2] has every answered event after kill -9, again and again, and no gap', async () => {
    const randomness = seededRandomness(7);
    for (let round = 1; round <= kills; round += 1) {
      const child = spawn(process.execPath, [fixture, folder, String(round)]);
      const killAfter = 5 + Math.floor(randomness.fraction() * 60);
      let answered = 0;
      const lines = await linesUntil(child, (line) => line !== 'open' && ++answered >= killAfter);
      const gone = ended(child);
      child.kill('SIGKILL');
      await gone;
      const seqs = await seqsOnDisk();
      expect(seqs).toEqual(upTo(seqs.length));
      expect(seqs.length).toBeGreaterThanOrEqual(Number(lines.at(-1)));
    }
  });

  it('[STO4] keeps all it answered when files can grow no more, and goes on when they can', async () => {
    // The soft limit on a file's size stands for a full disk: a real write of LevelDB fails half-way.
    const limited = ['-c', 'ulimit -S -f 128; exec "$0" "$@"', process.execPath, fixture, folder];
    const child = spawn('sh', [...limited, '1', '400']);
    const gone = ended(child);
    const full = await linesUntil(child, (line) => line === 'store.full');
    const answered = full.length - 2;
    expect(answered).toBeGreaterThan(10);
    await run('prlimit', ['--fsize=unlimited:unlimited', '--pid', String(child.pid)]);
    await gone;
    expect(await seqsOnDisk()).toEqual(upTo(400));
  });

  it('[STO6] brings its events through a store that does not open any more', async () => {
    const child = spawn(process.execPath, [fixture, folder, '1', '60']);
    await ended(child);
    const [before] = await storesOnDisk();
    for (const name of await readdir(join(folder, 'events-0001'))) {
      if (/^(CURRENT|MANIFEST)/.test(name)) await rm(join(folder, 'events-0001', name));
    }
    await writeFile(join(folder, 'events-0001', 'CURRENT'), 'nonsense');
    const after = await storesOnDisk();
    expect(after).toEqual([before, { ...before, store: after[1]?.store, lastSeq: 0 }]);
    expect(before?.lastSeq).toBe(60);
    expect(await readdir(folder)).toContain('events-0001.set-aside-1');
    expect(await storesOnDisk()).toEqual(after);
  });

  it('[STO3] tells a second process on the same folder that it is in use', async () => {
    const holder = spawn(process.execPath, [fixture, folder, '1']);
    await linesUntil(holder, (line) => line === '1');
    const second = await run(process.execPath, [fixture, folder, '2']).catch(
      (error: { stdout: string }) => error,
    );
    expect(second.stdout.trim()).toBe('store.in-use');
    const gone = ended(holder);
    holder.kill('SIGKILL');
    await gone;
  });
});
