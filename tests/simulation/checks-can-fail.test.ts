import { describe, expect, it } from 'vitest';
import { InvariantBroken } from './invariant-broken.ts';
import { planDeeds } from './deeds.ts';
import type { Deed } from './deeds.ts';
import { runLab } from './run-lab.ts';
import { shrink } from './shrink.ts';

const seed = 3;
const answers: Deed = { deed: 'answers', count: 12, chance: 1 };
const quiet: Deed = { deed: 'time-passes', ms: 60_000 };

/** The invariant a lab breaks under these deeds; null when all holds. */
async function brokenIn(setup: object, deeds: readonly Deed[]): Promise<string | null> {
  const { broken } = await runLab({ seed, stations: 2, ...setup }, deeds);
  return broken instanceof InvariantBroken ? broken.invariant : broken && String(broken);
}

describe('the checks of the simulation', () => {
  it('see a receipt that a disk which only says it synced makes a lie [SYN3]', async () => {
    const dark: Deed = {
      deed: 'hub-loses-power',
      turns: 0,
      offMs: 0,
      withoutIndex: false,
      chance: 1,
    };
    const deeds = [answers, quiet, dark];
    expect(await brokenIn({}, deeds)).toBeNull();
    expect(await brokenIn({ lyingHubDisk: true }, deeds)).toBe('a receipt lies');
  });

  it('see an answered event that such a disk loses [EVT2]', async () => {
    const dark: Deed = { deed: 'station-loses-power', station: 0, turns: 0, chance: 1 };
    const deeds = [
      { deed: 'cable-pulled', whose: 'hub', ms: 1, chance: 2 } as const,
      answers,
      dark,
    ];
    expect(await brokenIn({}, deeds)).toBeNull();
    expect(await brokenIn({ lyingStationDisk: true }, deeds)).toBe('an answered event is lost');
  });
});

describe('a simulation', () => {
  it('goes the same way under the same seed [ARC3]', async () => {
    const deeds = planDeeds(11, 8);
    const first = await runLab({ seed: 11 }, deeds);
    expect(await runLab({ seed: 11 }, deeds)).toEqual(first);
    expect(first.trace).toHaveLength(9);
  });

  it('plans the same first deeds, however many follow', () => {
    expect(planDeeds(5, 40).slice(0, 10)).toEqual(planDeeds(5, 10));
    expect(planDeeds(6, 10)).not.toEqual(planDeeds(5, 10));
  });
});

describe('shrink', () => {
  const upTo = (most: number) => Array.from({ length: most }, (_, at) => at);
  const needs =
    (...wanted: readonly number[]) =>
    (items: readonly number[]) =>
      Promise.resolve(wanted.every((each) => items.includes(each)));

  it('leaves only what is needed to fail', async () => {
    expect(await shrink(upTo(40), needs(3, 17, 38), 500)).toEqual([3, 17, 38]);
    expect(await shrink(upTo(5), needs(), 500)).toEqual([]);
  });

  it('stops at the last try, with what still fails', async () => {
    const shorter = await shrink(upTo(40), needs(3, 17, 38), 6);
    expect(shorter.length).toBeLessThan(40);
    expect(shorter).toEqual(expect.arrayContaining([3, 17, 38]));
  });
});
