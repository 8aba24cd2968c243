import { describe, expect, it } from 'vitest';
import { InvariantBroken } from '../invariant-broken.ts';
import { orderEffects } from './order-book.ts';
import type { OrderEffect } from './order-book.ts';
import { runOrders } from './run-orders.ts';

/** `npm run test:sim -- --seed N --steps M --seeds K` comes in by the environment. */
const given = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const stepsInTest = 25;
const steps = given('REAN_STEPS', stepsInTest);
const seedsInTest = 8;
/** One run of these takes as long as ten of the lab's whole simulation. */
const others = 10;
const patience = { timeout: 600_000 };
const first = given('REAN_SEED', 1);
const count = Math.ceil(given('REAN_SEEDS', seedsInTest * others) / others);
const seeds = Array.from({ length: count }, (_, at) => first + at);
const seen = new Set<OrderEffect>();
const itsLock = 'a seat does not show its lock';

describe('orders of two officers through power cuts, bad cables and wrong clocks', () => {
  it.each(seeds)('[ACT1] [ACT3] [ACT4] [ACT5] hold under seed %i', patience, async (seed) => {
    const { broken, trace, book } = await runOrders({ seed }, steps);
    for (const effect of book?.effects.keys() ?? []) seen.add(effect);
    const again = `npm run test:sim -- --seed ${seed} --steps ${steps} --seeds 1`;
    const told = broken && [`seed ${seed}: ${broken.stack}`, again, ...trace].join('\n');
    expect(told).toBeNull();
  });

  it.runIf(count >= seedsInTest && steps >= stepsInTest)(
    'saw all happen that they are about',
    () => {
      expect(orderEffects.filter((effect) => !seen.has(effect))).toEqual([]);
    },
  );

  it('see a lock that a disk which only says that it synced makes a lie', patience, async () => {
    const found: string[] = [];
    for (const seed of [1, 2, 3, 4]) {
      const { broken } = await runOrders({ seed, lyingDisks: true }, stepsInTest);
      if (broken instanceof InvariantBroken) found.push(broken.invariant);
      if (found.includes(itsLock)) break;
    }
    expect(found).toContain(itsLock);
  });
});
