import type { Deed } from './deeds.ts';
import type { LabSetup } from './simulated-lab.ts';

/** A story worth living through at every run of the tests. */
interface KeptSeed {
  readonly name: string;
  readonly setup: LabSetup;
  readonly deeds: readonly Deed[];
}

const darkHub = { deed: 'hub-loses-power', offMs: 5000 } as const;
const class1: Deed = { deed: 'answers', count: 40, chance: 1 };

/**
 * Stories that went wrong once, as `npm run test:sim` told them after cutting them down, and ones
 * made up to be the worst we know of.
 */
export const keptSeeds: readonly KeptSeed[] = [
  {
    name: '[FLD7] the hub goes dark twice in one class, the second time losing its index',
    setup: { seed: 1, stations: 3 },
    deeds: [
      class1,
      { ...darkHub, turns: 150, withoutIndex: false, chance: 2 },
      { ...darkHub, turns: 300, withoutIndex: true, chance: 3 },
      class1,
    ],
  },
  {
    name: '[STO6] events no hub has yet outlive damage, a power cut and a full disk, one on another',
    setup: { seed: 2, stations: 2 },
    deeds: [
      { deed: 'cable-pulled', whose: 'hub', ms: 1, chance: 1 },
      class1,
      { deed: 'writes-fail', disk: 0, how: 'failAfterWriting', ms: 10, chance: 2 },
      { deed: 'store-damaged', station: 0, store: 'events', chance: 3 },
      { deed: 'station-loses-power', station: 0, turns: 20, chance: 4 },
      { deed: 'writes-fail', disk: 0, how: 'full', ms: 10, chance: 5 },
      { deed: 'store-damaged', station: 0, store: 'events', chance: 6 },
    ],
  },
  {
    name: '[EVT3] a hub and a station decades apart agree on what came last',
    setup: { seed: 3, stations: 2 },
    deeds: [
      { deed: 'clock-jumps', whose: 'hub', offMs: 900_000_000_000 },
      class1,
      { deed: 'clock-jumps', whose: 0, offMs: -900_000_000_000 },
      class1,
      { deed: 'lab-loses-power', turns: 40, chance: 1 },
      { deed: 'clock-jumps', whose: 1, offMs: 1_000 },
      class1,
    ],
  },
  {
    name: '[STO4] the hub opens its files anew after a failed write, and nobody reads that write meanwhile',
    setup: { seed: 38 },
    deeds: [
      { deed: 'answers', count: 26, chance: 571_484_281 },
      { deed: 'store-damaged', station: 328, store: 'state', chance: 994_712_412 },
      { deed: 'station-loses-power', station: 747, turns: 11, chance: 558_495_846 },
      { deed: 'time-passes', ms: 120_000 },
      { deed: 'writes-fail', disk: 'hub', how: 'failAfterWriting', ms: 239, chance: 528_647_214 },
    ],
  },
  {
    name: '[PER6] the copies of a station whose disk died come home',
    setup: { seed: 43 },
    deeds: [
      { deed: 'time-passes', ms: 12_100 },
      { deed: 'disk-dies', station: 81, hubAwayMs: 6208, chance: 864_008_067 },
    ],
  },
];
