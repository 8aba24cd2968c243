import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { firstSegment } from '../../src/hub/site/database-names.ts';
import { databaseFolder } from '../../src/hub/site/set-up-folder.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { audit } from '../chaos/audit.ts';
import { ChaosLab } from '../chaos/chaos-lab.ts';
import { Misfortunes } from '../chaos/misfortunes.ts';
import { printedBy } from '../factories/hub-process.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { Drawing } from '../simulation/deeds.ts';

const seconds = Number(process.env['REAN_CHAOS_SECONDS'] ?? 40);
const seed = Number(process.env['REAN_CHAOS_SEED'] ?? 20261122);
const kiosks = Number(process.env['REAN_CHAOS_KIOSKS'] ?? 8);
/** For everything to be saved once all is well again, and for the lab to be set up. */
const patienceMs = 240_000;

/** Everybody leaves, every station is saved and ends; the hub folds what came last, and ends. */
async function closeOut({ hub, seats, hubFolder }: ChaosLab): Promise<readonly (number | null)[]> {
  const kept = [...seats.map((seat) => seat.kept), hub.kept];
  for (const { running } of kept) running?.signal('SIGCONT');
  await Promise.all(seats.map((seat) => seat.leave()));
  const codes = await Promise.all(seats.map((seat) => seat.kept.end('SIGTERM')));
  const status = () => printedBy('hub', 'status', '--data', hubFolder);
  await expect.poll(status, { timeout: patienceMs, interval: 1000 }).toMatch(/unfolded\s+0\n/);
  return [...codes, await hub.kept.end('SIGTERM')];
}

/** What the auditor says of the same lab had its hub lost a segment, and had one station's disk died. */
async function auditedBroken({ hubFolder, seats, marks, learners }: ChaosLab) {
  const without = join(await temporaryFolder(), 'hub');
  await cp(hubFolder, without, { recursive: true });
  const storage = await openLevelStorage(databaseFolder(without));
  await storage.destroy(firstSegment);
  await storage.close();
  const held = { seats, marks, learners };
  return {
    hubLost: await audit({ ...held, hubFolder: without }),
    stationLost: await audit({ ...held, hubFolder, seats: seats.slice(1) }),
  };
}

/** Lives through it all, and reads what is left. */
async function live(lab: ChaosLab, misfortunes: Misfortunes) {
  await lab.start();
  const { acknowledged } = lab.marks;
  const atWork = { timeout: patienceMs, interval: 200 };
  await expect.poll(() => acknowledged.size, atWork).toBeGreaterThan(2 * kiosks);
  await misfortunes.befall(seconds * 1000);
  const exitCodes = await closeOut(lab);
  process.stdout.write(`${acknowledged.size} answers acknowledged\n${lab.tally.toString()}\n`);
  return { exitCodes, audit: await audit(lab), tookNoEffect: lab.tally.missing };
}

describe(`${kiosks} kiosks and a hub through ${seconds} s of misfortune`, () => {
  it(
    `[SYN13] lose nothing and double nothing (REAN_CHAOS_SEED=${seed})`,
    async () => {
      const lab = await ChaosLab.make(kiosks, seededRandomness(seed));
      onTestFinished(() => lab.remove());
      const misfortunes = new Misfortunes(lab, new Drawing(seededRandomness(seed + 1)));
      const found = await live(lab, misfortunes).catch((cause: unknown) => {
        const told = [...misfortunes.told, lab.tally.toString()].join(', ');
        throw new Error(`seed ${seed}, after: ${told}`, { cause });
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
        tookNoEffect: [],
      });
      // Could the auditor find nothing, nothing would be proved.
      const { hubLost, stationLost } = await auditedBroken(lab);
      expect(hubLost.lost.length).toBeGreaterThan(0);
      expect(hubLost.notAtHub.length).toBeGreaterThan(0);
      expect(hubLost.foldedWrong.length).toBeGreaterThan(0);
      expect(stationLost.ofNobody.length).toBeGreaterThan(0);
    },
    3 * patienceMs + seconds * 4000,
  );
});
