import { describe, expect, it } from 'vitest';
import { liveADay } from './live-a-day.ts';

/** `REAN_SEED=N` names another day. */
const given = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
/** One of these takes as long as many of the lab's other simulations. */
const others = 250;
const first = given('REAN_SEED', 1);
const count = Math.ceil(given('REAN_SEEDS', 1) / others);
const seeds = Array.from({ length: count }, (_, at) => first + at);
const shortened = { learners: 300, kiosks: 7 };
/** `npm run test:long` lives through this one, too. */
const whole = { learners: 5000, kiosks: 30 };
const patience = { timeout: 1_800_000 };

/** What was wrong with it; a day on which something never came about shows nothing of it. */
async function faultsOf(setup: Parameters<typeof liveADay>[0]): Promise<readonly string[]> {
  const { broken, told } = await liveADay(setup);
  if (broken !== null) return [`REAN_SEED=${setup.seed}: ${broken.stack}`];
  return Object.entries(told).flatMap(([what, times]) => (times === 0 ? [`no ${what}`] : []));
}

describe('[ATT1] [TTB6] [TTB9] [RPT4] [ACT7] [SIT2] what is told of a lab day is what was done', () => {
  const days = seeds.map((seed) => ({ seed, ...shortened }));
  if (process.env['REAN_DAY'] === 'whole') days.push({ seed: first, ...whole });

  it.each(days)(
    'at a site of $learners learners and $kiosks kiosks, under seed $seed',
    patience,
    async (day) => {
      expect(await faultsOf(day)).toEqual([]);
    },
  );
});
