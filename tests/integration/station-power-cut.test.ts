import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { recordWrites } from '../power-cut/record-writes.ts';
import { ReplayedDisk } from '../power-cut/replayed-disk.ts';
import { isWhole, startAgain } from '../power-cut/start-again.ts';
import type { Found } from '../power-cut/start-again.ts';
import type { DiskCall } from '../power-cut/strace-log.ts';

const cuts = Number(process.env['REAN_CUTS'] ?? 100);
const seed = 20261123;
const fixture = join(import.meta.dirname, '../fixtures/appending-station.ts');

interface Cut {
  readonly at: number;
  /** Events answered by then. */
  readonly answered: number;
}

/** Half of the moments in the first life of the store, until its third event; half in all of it. */
function moments(calls: readonly DiskCall[], count: number): readonly Cut[] {
  const randomness = seededRandomness(seed);
  const said = calls.flatMap((call) => (call.call === 'said' ? [call] : []));
  const begun = said.find(({ text }) => text === '3\n')?.done ?? 0;
  const end = calls.at(-1)?.done ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const at = 1 + Math.floor(randomness.fraction() * (index % 2 === 0 ? begun : end));
    const answers = said.filter(({ done }) => done <= at).map(({ text }) => Number(text));
    return { at, answered: Math.max(0, ...answers.filter((seq) => !Number.isNaN(seq))) };
  });
}

/** What each cut left. */
async function findAfter(
  disk: ReplayedDisk,
  wanted: readonly Cut[],
  liesAboutSync: boolean,
): Promise<readonly (Cut & { readonly found: Found })[]> {
  const randomness = seededRandomness(seed + 1);
  const root = await temporaryFolder();
  const after = [];
  for (const [number, cut] of wanted.entries()) {
    const target = join(root, String(number));
    await mkdir(target);
    await disk.cut(target, { at: cut.at, randomness, liesAboutSync });
    after.push({ ...cut, found: await startAgain(target) });
  }
  return after;
}

describe('a station whose power is cut', () => {
  it(`[EVT2] [STO5] has all it answered at ${cuts} moments, from its store's first (seed ${seed})`, async () => {
    const folder = join(await temporaryFolder(), 'db');
    await mkdir(folder);
    const disk = await ReplayedDisk.of(folder);
    const lives = ['40', '80', '160'].map((upTo, life) => [fixture, folder, `${life + 1}`, upTo]);
    const calls = await recordWrites(folder, lives);
    disk.replay(calls);
    const wanted = moments(calls, cuts);
    expect(Math.max(...wanted.map(({ answered }) => answered))).toBeGreaterThan(80);

    const found = await findAfter(disk, wanted, false);
    expect(found.filter((each) => !isWhole(each.found, each.answered))).toEqual([]);

    // The same moments on a disk that only says it syncs: were nothing lost, nothing would be proved.
    const lied = await findAfter(disk, wanted.slice(0, 40), true);
    expect(lied.filter((each) => !isWhole(each.found, each.answered)).length).toBeGreaterThan(10);
  });
});
