import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import {
  laterSource,
  pressPack,
  storeOptions,
  testPack,
  testVersion,
  trustingStore,
} from '../factories/pack-press.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';

const station = join(import.meta.dirname, '..', 'fixtures', 'installing-station.ts');
const runFile = promisify(execFile);
const endSchema = z.object({ signal: z.string().nullable(), stderr: z.string() });

/** How a station that installs a pack ended: `SIGKILL`, or `installed`. */
async function installInProcess(folder: string, pack: string, operation: number): Promise<string> {
  try {
    const { stdout } = await runFile(process.execPath, [station, folder, pack, String(operation)]);
    return stdout.trim();
  } catch (error) {
    const { signal, stderr } = endSchema.parse(error);
    return signal ?? stderr;
  }
}

describe('a station killed with -9 while it installs packs in a loop', () => {
  it('opens every time with a version whole, and gets there in the end [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    await store.install(await pressPack());
    const random = seededRandomness(2024);
    const ends = new Map<string, number>();
    for (let sequence = 2; sequence <= 9; sequence += 1) {
      const version = testVersion(`1.${sequence}.0`);
      const pack = await pressPack(laterSource(version, sequence));
      const before = await store.active(testPack);
      const end = await installInProcess(folder, pack, 1 + Math.floor(random.fraction() * 45));
      ends.set(end, (ends.get(end) ?? 0) + 1);

      const next = await openPackStore(storeOptions(folder));
      const active = await next.active(testPack);
      expect([before, version]).toContain(active);
      expect(await next.verifyInstalled(testPack, active ?? version)).toEqual([]);
      expect(await readdir(join(folder, 'tmp'))).toEqual([]);
      expect(await installInProcess(folder, pack, 0)).toBe('installed');
      expect(await next.verifyInstalled(testPack, version)).toEqual([]);
    }
    expect(ends.get('SIGKILL')).toBeGreaterThan(4);
    const versions = (await store.list()).flatMap((pack) => pack.versions);
    expect(versions.filter(({ kind }) => kind === 'ready')).toHaveLength(9);
  });
});
