import * as z from 'zod';
import type { Randomness } from '../../src/shared/ports.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';

const ms = z.number().int().min(0);
/** Which one, of however many there are. */
const which = z.number().int().min(0);
/** Decides whatever is left to chance in a deed. */
const chance = z.number().int().min(0);
const turns = z.number().int().min(0);
const disk = z.union([which, z.literal('hub')]);

/** Something that happens in a lab, as data: so that a failing list can be cut down and kept. */
export const deedSchema = z.discriminatedUnion('deed', [
  z.strictObject({ deed: z.literal('answers'), count: z.number().int().min(1), chance }),
  z.strictObject({ deed: z.literal('time-passes'), ms }),
  /** Nothing goes wrong for a while, so that all comes to its end. */
  z.strictObject({ deed: z.literal('all-goes-well'), ms }),
  /** In the midst of recording, after so many turns of the event loop. */
  z.strictObject({ deed: z.literal('station-loses-power'), station: which, turns, chance }),
  z.strictObject({
    deed: z.literal('hub-loses-power'),
    turns,
    offMs: ms,
    /** Its index is gone with the power, and has to be made anew. */
    withoutIndex: z.boolean(),
    chance,
  }),
  z.strictObject({ deed: z.literal('lab-loses-power'), turns, chance }),
  /** The cable of one station, or the hub's. */
  z.strictObject({ deed: z.literal('cable-pulled'), whose: disk, ms, chance }),
  /** Requests leave and nothing ever comes back. */
  z.strictObject({ deed: z.literal('lan-swallows'), ms, chance }),
  z.strictObject({
    deed: z.literal('writes-fail'),
    disk,
    how: z.enum(['full', 'failAfterWriting']),
    ms,
    chance,
  }),
  /** A station's files turn to nonsense, and can still be repaired; but for some sectors, it may be. */
  z.strictObject({
    deed: z.literal('store-damaged'),
    station: which,
    store: z.enum(['events', 'state', 'directory', 'journal']),
    sectors: z.boolean().optional(),
    chance,
  }),
  /** A station's disk is gone for good: what no hub and no peer had is lost with it, and no more. */
  z.strictObject({ deed: z.literal('disk-dies'), station: which, hubAwayMs: ms, chance }),
  z.strictObject({ deed: z.literal('clock-jumps'), whose: disk, offMs: z.number().int() }),
  /** The lab falls into two halves, each bit of `sides` a station's; the hub is on the side of 0. */
  z.strictObject({ deed: z.literal('lan-splits'), sides: z.number().int().min(0), ms, chance }),
  /** A person changes something at the hub, and gives up what nobody has brought. */
  z.strictObject({ deed: z.literal('hub-decides') }),
  z.strictObject({ deed: z.literal('hub-backs-up') }),
  /** The hub is lost, and another made from one of its backups; from its keys alone for null. */
  z.strictObject({ deed: z.literal('hub-restored'), from: which.nullable(), offMs: ms, chance }),
  /** A technician takes an image of a station's disk. */
  z.strictObject({ deed: z.literal('station-imaged'), station: which }),
  /** A station's disk is put back to the image; it works alone for a while before it is on the LAN. */
  z.strictObject({ deed: z.literal('station-put-back'), station: which, aloneMs: ms, chance }),
]);
export type Deed = z.infer<typeof deedSchema>;
export type DeedOf<Name extends Deed['deed']> = Extract<Deed, { deed: Name }>;

const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1000;

type Maker = (draw: Drawing) => Deed;

/** What may happen, each with its share. */
const makers: readonly (readonly [share: number, make: Maker])[] = [
  [12, (draw) => ({ deed: 'answers', count: draw.from(1, 6), chance: draw.chance() })],
  [2, (draw) => ({ deed: 'answers', count: draw.from(20, 60), chance: draw.chance() })],
  [6, (draw) => ({ deed: 'time-passes', ms: draw.from(1, 20_000) })],
  [1, () => ({ deed: 'time-passes', ms: 120_000 })],
  [4, (draw) => ({ deed: 'all-goes-well', ms: draw.from(10_000, 60_000) })],
  [
    3,
    (draw) => ({
      deed: 'station-loses-power',
      station: draw.which(),
      turns: draw.from(0, 60),
      chance: draw.chance(),
    }),
  ],
  [
    3,
    (draw) => ({
      deed: 'hub-loses-power',
      turns: draw.from(0, 400),
      offMs: draw.from(0, 30_000),
      withoutIndex: draw.from(1, 5) === 1,
      chance: draw.chance(),
    }),
  ],
  [1, (draw) => ({ deed: 'lab-loses-power', turns: draw.from(0, 200), chance: draw.chance() })],
  [
    2,
    (draw) => ({
      deed: 'cable-pulled',
      whose: draw.disk(),
      ms: draw.from(1, 60_000),
      chance: draw.chance(),
    }),
  ],
  [1, (draw) => ({ deed: 'lan-swallows', ms: draw.from(1, 60_000), chance: draw.chance() })],
  [
    2,
    (draw) => ({
      deed: 'writes-fail',
      disk: draw.disk(),
      how: draw.from(1, 2) === 1 ? 'full' : 'failAfterWriting',
      ms: draw.from(1, 10_000),
      chance: draw.chance(),
    }),
  ],
  [
    1,
    (draw) => {
      const station = draw.which();
      const store = draw.of(['events', 'state', 'directory', 'journal'] as const);
      const chance = draw.chance();
      const sectors = store === 'events' && chance % 2 === 0;
      return { deed: 'store-damaged', station, store, sectors, chance };
    },
  ],
  [
    1,
    (draw) => ({
      deed: 'disk-dies',
      station: draw.which(),
      hubAwayMs: draw.from(0, 30_000),
      chance: draw.chance(),
    }),
  ],
  [
    1,
    (draw) => ({
      deed: 'clock-jumps',
      whose: draw.disk(),
      offMs: draw.from(-tenYearsMs, tenYearsMs),
    }),
  ],
  [
    2,
    (draw) => ({
      deed: 'lan-splits',
      sides: draw.chance(),
      ms: draw.from(1, 60_000),
      chance: draw.chance(),
    }),
  ],
  [1, () => ({ deed: 'hub-decides' })],
  [3, () => ({ deed: 'hub-backs-up' })],
  [
    2,
    (draw) => ({
      deed: 'hub-restored',
      from: draw.from(1, 3) === 1 ? null : draw.which(),
      offMs: draw.from(0, 30_000),
      chance: draw.chance(),
    }),
  ],
  [1, (draw) => ({ deed: 'station-imaged', station: draw.which() })],
  [
    2,
    (draw) => ({
      deed: 'station-put-back',
      station: draw.which(),
      aloneMs: draw.from(0, 30_000),
      chance: draw.chance(),
    }),
  ],
];

/** What happens under a seed: always the same, and the first of many steps like those of few. */
export function planDeeds(seed: number, steps: number): readonly Deed[] {
  const draw = new Drawing(seededRandomness(seed * 7919));
  const all = makers.reduce((sum, [share]) => sum + share, 0);
  return Array.from({ length: steps }, () => {
    let left = draw.from(1, all);
    const drawn = makers.find(([share]) => (left -= share) <= 0);
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn[1](draw);
  });
}

const mostWhich = 2 ** 10;

/** Draws from a source of chance. */
export class Drawing {
  readonly #randomness: Randomness;

  constructor(randomness: Randomness) {
    this.#randomness = randomness;
  }

  /** A whole number, both ends included. */
  from(least: number, most: number): number {
    return least + Math.floor(this.#randomness.fraction() * (most - least + 1));
  }

  of<Value>(values: readonly Value[]): Value {
    const drawn = values[this.from(0, values.length - 1)];
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn;
  }

  chance(): number {
    return this.from(0, 2 ** 30);
  }

  which(): number {
    return this.from(0, mostWhich);
  }

  disk(): number | 'hub' {
    return this.from(1, 4) === 1 ? 'hub' : this.which();
  }
}
