import { describe, expect, it, onTestFinished } from 'vitest';
import { audit } from '../chaos/audit.ts';
import { ChaosLab } from '../chaos/chaos-lab.ts';
import { Misfortunes } from '../chaos/misfortunes.ts';
import { printedBy } from '../factories/hub-process.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { Drawing } from '../simulation/deeds.ts';

const seconds = Number(process.env['REAN_CHAOS_SECONDS'] ?? 60);
const seed = Number(process.env['REAN_CHAOS_SEED'] ?? 20261122);
const kiosks = Number(process.env['REAN_CHAOS_KIOSKS'] ?? 8);
/** For everything to be saved once all is well again, and for the lab to be set up. */
const patienceMs = 240_000;

/** Everybody leaves, every station is saved and ends; the hub folds what came last, and ends. */
async function closeOut(lab: ChaosLab): Promise<readonly (number | null)[]> {
  lab.hub?.signal('SIGCONT');
  for (const { process } of lab.seats) process?.signal('SIGCONT');
  await Promise.all(lab.seats.map((seat) => seat.leave()));
  const codes = await Promise.all(lab.seats.map((seat) => seat.end('SIGTERM')));
  const status = () => printedBy('hub', 'status', '--data', lab.hubFolder);
  await expect.poll(status, { timeout: patienceMs, interval: 1000 }).toMatch(/unfolded\s+0\n/);
  return [...codes, await lab.endHub('SIGTERM')];
}

/** Lives through it all, and reads what is left. */
async function live(lab: ChaosLab, misfortunes: Misfortunes) {
  await lab.startHub(0);
  for (const seat of lab.seats) seat.start(0);
  const { acknowledged } = lab.marks;
  const atWork = { timeout: patienceMs, interval: 200 };
  await expect.poll(() => acknowledged.size, atWork).toBeGreaterThan(2 * kiosks);
  await misfortunes.befall(seconds * 1000);
  return { exitCodes: await closeOut(lab), audit: await audit(lab) };
}

describe(`${kiosks} kiosks and a hub through ${seconds} s of misfortune`, () => {
  it(
    `[SYN13] lose nothing and double nothing (REAN_CHAOS_SEED=${seed})`,
    async () => {
      const lab = await ChaosLab.make(kiosks, seededRandomness(seed));
      onTestFinished(() => lab.remove());
      const misfortunes = new Misfortunes(lab, new Drawing(seededRandomness(seed + 1)));
      const found = await live(lab, misfortunes).catch((cause: unknown) => {
        throw new Error(`seed ${seed}, after: ${misfortunes.told.join(', ')}`, { cause });
      });
      expect(found, `seed ${seed}, after: ${misfortunes.told.join(', ')}`).toEqual({
        exitCodes: Array.from({ length: kiosks + 1 }, () => 0),
        audit: {
          lost: [],
          doubled: [],
          notAtHub: [],
          ofNobody: [],
          quarantined: 0,
          foldedWrong: [],
        },
      });
    },
    3 * patienceMs + seconds * 2000,
  );
});
