import type { Deed } from './deeds.ts';
import type { LabSetup } from './simulated-lab.ts';
import type { Effect } from './tally.ts';

/** A story worth living through at every run of the tests. */
export interface KeptSeed {
  readonly name: string;
  readonly setup: LabSetup;
  readonly deeds: readonly Deed[];
  /** Effects that it is there for. */
  readonly shows?: readonly Effect[];
}

export const givenUpTooEarly: KeptSeed = {
  name: '[HUB18] an event went with a sector, is given up, and turns up with an older image of the disk',
  setup: { seed: 3, stations: 2 },
  deeds: [
    { deed: 'cable-pulled', whose: 'hub', ms: 1, chance: 1 },
    { deed: 'station-imaged', station: 0 },
    { deed: 'store-damaged', station: 0, store: 'events', sectors: true, chance: 60 },
    { deed: 'time-passes', ms: 120_000 },
    { deed: 'hub-decides' },
    { deed: 'station-put-back', station: 0, aloneMs: 1, chance: 5 },
    { deed: 'time-passes', ms: 120_000 },
  ],
  shows: ['sector gone with events of a segment', 'gap given up', 'given up too early'],
};
