import { watch } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault } from '../../src/hub/site/site-vault.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import { backUp, restore } from '../factories/backups.ts';
import { startHubProcess } from '../factories/hub-process.ts';
import {
  enrol,
  holdings,
  isSaved,
  kioskAt,
  officerAt,
  patienceMs,
  until,
  work,
} from '../factories/lab-people.ts';
import { realLab } from '../factories/real-lab.ts';
import type { RealLab } from '../factories/real-lab.ts';
import { supervisorWindow } from '../factories/station-window.ts';

/** A moment of a recovery: the so-manieth time that something of this name changes in a hub's folder. */
type Moment = readonly [times: number, name: string];

/** Each comes in every life of the hub, as a station that had no answer begins anew. */
const whileKiosksReturn: readonly Moment[] = [
  [1, 'db/'],
  [1, 'recovery.json.unfinished'],
  [1, 'secrets/keyring.json.unfinished'],
  [2, 'recovery.json.unfinished'],
  [3, 'recovery.json.unfinished'],
];

async function portOf(lab: RealLab): Promise<number> {
  const text = await readFile(join(lab.stationFolder('kiosk-1'), 'station.json'), 'utf8');
  return Number(new URL(stationConfigSchema.parse(JSON.parse(text)).hub.url).port);
}

/**
 * Runs the hub until that moment comes, and kills it there; or once so many stations have brought all
 * they hold, where it does not come: the system tells of fewer changes than there are.
 */
async function killAt(
  { folder, port, stations }: { folder: string; port: number; stations: number },
  [times, name]: Moment,
): Promise<void> {
  const hub = await startHubProcess(folder, folder, port);
  const over = new AbortController();
  let seen = 0;
  const moment = new Promise<void>((resolve) => {
    watch(folder, { recursive: true, signal: over.signal }, (_, changed) => {
      if (changed?.startsWith(name)) seen += 1;
      if (seen >= times) resolve();
    });
  });
  const brought = vi.waitUntil(
    async () => over.signal.aborted || (await doneIn(folder)) >= stations,
    {
      timeout: patienceMs,
    },
  );
  await Promise.race([moment, brought]);
  await hub.end('SIGKILL');
  over.abort();
  await brought;
}

async function doneIn(folder: string): Promise<number> {
  const recovery = await folderVault(folder).read(siteFiles.recovery);
  return recovery?.stations.filter(({ done }) => done).length ?? 0;
}

describe('[REC2] a hub killed while its stations bring back what it lost', () => {
  it('goes on at each start, and ends with everything once', async () => {
    const lab = await realLab();
    const folder = join(lab.folder, 'hub');
    const stick = join(lab.folder, 'stick');
    await mkdir(stick);
    const port = await portOf(lab);
    const first = await lab.startHub();
    const kiosk = await kioskAt(lab, 'kiosk-1');
    const other = await kioskAt(lab, 'kiosk-2');
    await work(kiosk, lab.learner);
    await backUp(folder, stick);
    const learner = await enrol(first);
    await lab.enrolLate();
    await work(kiosk, lab.otherLearner);
    await work(other, learner);
    const late = await lab.openStation('late');
    await until((await officerAt(lab, late)).observe('status', undefined), isSaved);
    await late.close();
    const lost = await holdings(first);
    await first.close();
    await until(kiosk.observe('status', undefined), ({ hubReachable }) => !hubReachable);
    await rm(folder, { recursive: true });
    await restore(folder, stick, join(lab.folder, 'keys'));

    for (const moment of whileKiosksReturn) await killAt({ folder, port, stations: 2 }, moment);
    const then = await lab.startHub();
    const returned = () => then.hub.parts.recovery.progress?.stations.filter(({ done }) => done);
    await expect.poll(() => returned()?.length, { timeout: patienceMs }).toBe(2);
    await then.close();
    // Known again by what the kiosks brought; now it brings its own.
    const [lateAgain] = await Promise.all([
      lab.openStation('late'),
      killAt({ folder, port, stations: 3 }, [1, 'secrets/stations.json.unfinished']),
    ]);
    const again = supervisorWindow(lateAgain);

    const second = await lab.startHub();
    const { recovery } = second.hub.parts;
    const supervisor = await officerAt(lab, await lab.openStation('supervisor'));
    await expect.poll(() => recovery.window, { timeout: patienceMs }).toBeNull();
    for (const window of [kiosk, other, supervisor, again]) {
      const { notices } = await until(window.observe('status', undefined), isSaved);
      expect(notices).toEqual([]);
    }
    const found = await holdings(second);
    expect(found).toMatchObject({ ids: lost.ids, unfolded: 0 });
    const lacking = Object.entries(lost.vector).filter(
      ([store, seq]) => (found.vector[store] ?? 0) < seq,
    );
    expect(lacking).toEqual([]);
    expect(found.learners.map(({ _id }) => _id)).toEqual(lost.learners.map(({ _id }) => _id));
    expect(await second.hub.parts.desk.open()).toBe(0);
    // No entry came back twice.
    const facts = await second.hub.parts.office.factsAfter(0, null);
    const hashes = facts.flatMap(({ payload }) => payload.recovered?.entry.previous ?? []);
    expect(hashes.length).toBeGreaterThan(0);
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const each of [lab.learner, lab.otherLearner, learner]) {
      const page$ = supervisor.observe('learner', { learner: each });
      const { row } = await until(page$, ({ row }) => row.activeMs > 0);
      expect(row).toMatchObject({ activeMs: 500 });
    }
    await backUp(folder, stick);
  });
});
