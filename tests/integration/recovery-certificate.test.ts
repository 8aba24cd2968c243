import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renewStationFolder } from '../../src/cli/site/renew-station.ts';
import { askForKeys } from '../../src/hub/office/station-renewal.ts';
import { findStation } from '../../src/hub/office/station-standing.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { backUp, restore } from '../factories/backups.ts';
import {
  isSaved,
  kioskAt,
  officerAt,
  patienceMs,
  sit,
  until,
  work,
} from '../factories/lab-people.ts';
import { realLab } from '../factories/real-lab.ts';
import { kioskWindow } from '../factories/station-window.ts';

const patience = { timeout: patienceMs };

describe('[REC5] a station whose certificate was renewed after the backup', () => {
  it('is let in once another brings the renewal back; alone it is told, and renewed again', async () => {
    const lab = await realLab();
    const folder = join(lab.folder, 'hub');
    const stick = join(lab.folder, 'stick');
    await mkdir(stick);
    const first = await lab.startHub();
    const before = await lab.openStation('kiosk-1');
    await work(kioskWindow(before), lab.learner);
    await backUp(folder, stick);
    await before.close();
    // The hub goes on running meanwhile.
    await renewStationFolder(folder, lab.stationFolder('kiosk-1'));
    const renewed = await lab.openStation('kiosk-1');
    const kiosk = kioskWindow(renewed);
    await work(kiosk, lab.learner);
    const other = await lab.openStation('kiosk-2');
    const hasAll = ({ phase }: { readonly phase: string }) => phase === 'idle';
    await until(kioskWindow(other).observe('status', undefined), hasAll);
    await first.close();
    await until(kiosk.observe('status', undefined), ({ hubReachable }) => !hubReachable);
    await sit(kiosk, lab.learner);

    await rm(folder, { recursive: true });
    await restore(folder, stick, join(lab.folder, 'keys'));
    const second = await lab.startHub();
    const returned = () => second.hub.parts.recovery.progress?.stations.filter(({ done }) => done);
    await expect.poll(() => returned()?.length, patience).toBe(1);
    await renewed.close();
    const again = await lab.openStation('kiosk-1');
    await until(kioskWindow(again).observe('status', undefined), isSaved);
    await again.close();
    await other.close();
    await second.close();

    // The same with nobody else in the lab: it keeps its work, and says what is the matter.
    await rm(folder, { recursive: true });
    await restore(folder, stick, join(lab.folder, 'keys'));
    const third = await lab.startHub();
    const alone = await lab.openStation('kiosk-1');
    const status$ = kioskWindow(alone).observe('status', undefined);
    await until(status$, ({ notices }) => notices.some(({ code }) => code === 'hub-refused'));
    await sit(kioskWindow(alone), lab.learner);
    await until(status$, ({ waiting }) => waiting > 0);
    await alone.close();
    await renewStationFolder(folder, lab.stationFolder('kiosk-1'));
    const last = await kioskAt(lab, 'kiosk-1');
    await until(last.observe('status', undefined), isSaved);
    const supervisor = await officerAt(lab, await lab.openStation('supervisor'));
    const page$ = supervisor.observe('learner', { learner: lab.learner });
    await until(page$, ({ row }) => row.activeMs >= 500);
    await third.hub.settled();
  });
});

describe('[IDN12] a station that made other keys after the backup', () => {
  it('comes back to the restored hub by itself, with all that it signed with them', async () => {
    const lab = await realLab();
    const [folder, stick] = [join(lab.folder, 'hub'), join(lab.folder, 'stick')];
    await mkdir(stick);
    const first = await lab.startHub();
    const before = await lab.openStation('kiosk-1');
    await work(kioskWindow(before), lab.learner);
    await backUp(folder, stick);
    const { office } = first.hub.parts;
    const config = () => readStationConfig(lab.stationFolder('kiosk-1'));
    const { station } = await config();
    await askForKeys(office, station);
    await expect.poll(async () => (await config()).signingKey.number, patience).toBe(2);
    await before.close();
    const renewed = await lab.openStation('kiosk-1');
    await work(kioskWindow(renewed), lab.learner);
    const settled = async () => (await findStation(office, station)).nextCertificate === undefined;
    await expect.poll(settled, patience).toBe(true);
    await first.close();
    const kiosk = kioskWindow(renewed);
    await until(kiosk.observe('status', undefined), ({ hubReachable }) => !hubReachable);
    await sit(kiosk, lab.learner);
    await renewed.close();

    await rm(folder, { recursive: true });
    await restore(folder, stick, join(lab.folder, 'keys'));
    const second = await lab.startHub();
    const again = await lab.openStation('kiosk-1');
    await until(kioskWindow(again).observe('status', undefined), isSaved);
    await second.hub.settled();
    const { parts } = second.hub;
    // What it says of its keys is taken in after what it signed with them.
    const keysKnown = async () =>
      Object.keys((await findStation(parts.office, station)).signingKeys);
    await expect.poll(keysKnown, patience).toEqual(['1', '2']);
    await expect.poll(() => parts.desk.open(), patience).toBe(0);
    await again.close();
    await second.close();
  });
});
