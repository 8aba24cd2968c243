import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHub } from '../../src/hub/server/open-hub.ts';
import { asReanError } from '../../src/shared/errors.ts';
import { foldedWrong, readHubFolder } from '../chaos/audit.ts';
import { makeDiskSite } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { silentLog } from '../factories/real-lab.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { recordWrites } from '../power-cut/record-writes.ts';
import { ReplayedDisk } from '../power-cut/replayed-disk.ts';
import type { DiskCall } from '../power-cut/strace-log.ts';

const cuts = Number(process.env['REAN_CUTS'] ?? 100) / 4;
const seed = 20261124;
const fixture = join(import.meta.dirname, '../fixtures/receipting-hub.ts');

/** The highest receipt of each store that was given by some moment. */
function receiptsBy(calls: readonly DiskCall[], at: number): ReadonlyMap<string, number> {
  const said = calls.filter((call) => call.call === 'said' && call.done <= at);
  return new Map(
    said.flatMap((call) => {
      const [, store = '', seq] = call.call === 'said' ? call.text.trim().split(' ') : [];
      return store === '' ? [] : [[store, Number(seq)] as const];
    }),
  );
}

/** What is wrong with a hub that starts again after its power was cut. */
async function wrongWith(folder: string, site: DiskSite, receipts: ReadonlyMap<string, number>) {
  const hub = await openHub({ folder, version: '0.0.0', log: silentLog });
  await hub.settled();
  await hub.close();
  const found = await readHubFolder(folder);
  const held = new Set<string>(found.events.map(({ envelope }) => envelope._id));
  const station = site.stations[0]?.station ?? '';
  const lies = [...receipts].filter(([store, upTo]) => {
    const ids = Array.from({ length: upTo }, (_, at) => idOf(station, store, at + 1));
    return ids.some((id) => !held.has(id));
  });
  const wrong = foldedWrong(found, [site.learner]);
  return [
    ...lies.map(([store]) => `a receipt of ${store} lies`),
    ...wrong.map((learner) => `${learner} is not the fold`),
    ...(found.quarantined > 0 ? ['something is in quarantine'] : []),
  ];
}

const idOf = (station: string, store: string, seq: number) =>
  `${station}:${store}:${String(seq).padStart(12, '0')}`;

describe('a hub whose power is cut', () => {
  it(`[HUB7] [FLD5] holds all it gave receipts for at ${cuts} moments (seed ${seed})`, async () => {
    const site = await makeDiskSite(seed);
    onTestFinished(() => site.remove());
    const config = join(await temporaryFolder(), 'station.json');
    await writeFile(config, JSON.stringify(site.stations[0]));
    const disk = await ReplayedDisk.of(site.folder);
    const life = (number: string) => [fixture, site.folder, config, site.learner, number, '25'];
    const calls = await recordWrites(site.folder, [life('1'), life('2')]);
    disk.replay(calls);

    const randomness = seededRandomness(seed);
    const end = calls.at(-1)?.done ?? 0;
    const after = async (liesAboutSync: boolean, count: number) => {
      const wrong = [];
      for (let cut = 0; cut < count; cut += 1) {
        const at = Math.floor(randomness.fraction() * end);
        const target = join(await temporaryFolder(), 'hub');
        await mkdir(target);
        await disk.cut(target, { at, randomness, liesAboutSync });
        const receipts = receiptsBy(calls, at);
        const found = await wrongWith(target, site, receipts).catch((error: unknown) => [
          asReanError(error).code,
        ]);
        if (found.length > 0) wrong.push({ at, found, receipts: [...receipts] });
      }
      return wrong;
    };
    expect([...receiptsBy(calls, end).values()].every((seq) => seq > 25)).toBe(true);
    expect(await after(false, cuts)).toEqual([]);
    // A disk that only says it syncs: were nothing wrong then, nothing would be proved.
    expect((await after(true, 24)).length).toBeGreaterThan(8);
  });
});
