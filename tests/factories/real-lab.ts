import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addStationFolder } from '../../src/cli/site/station-folder.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import {
  appointStaff,
  createGroup,
  enrolInCourses,
  enrolLearner,
} from '../../src/hub/office/people.ts';
import { initSite, withOffice } from '../../src/hub/office/site-on-disk.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import { startHub } from '../../src/hub/server/start-hub.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import { groupScopes } from '../../src/shared/contracts/documents/directory.ts';
import type { LearnerId, StaffId } from '../../src/shared/ids.ts';
import type { Log } from '../../src/shared/ports.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { openStation } from '../../src/station/station-service.ts';
import type { StationService } from '../../src/station/station-service.ts';
import { passphrase, rightCode } from './desk-people.ts';
import { publisher, storeOptions } from './pack-press.ts';
import { clearCouch, couchAccount, onCouch } from './couch-server.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { deskCourse, pressTwoLessons } from './two-lesson-pack.ts';
import { testCost } from './verifier-cost.ts';
import { testPort } from './test-port.ts';

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A whole lab on this PC's disk and network: a hub, two kiosks, a supervisor's station. */
export interface RealLab {
  readonly folder: string;
  readonly learner: LearnerId;
  readonly otherLearner: LearnerId;
  readonly officer: StaffId;
  readonly technician: StaffId;
  stationFolder(name: LabStation): string;
  /** Always at the same address. */
  startHub(): Promise<StartedHub>;
  /** Enrols one station more, while the hub runs or not: `late`, a supervisor's. */
  enrolLate(): Promise<void>;
  openStation(name: LabStation): Promise<StationService>;
}

export type LabStation = 'kiosk-1' | 'kiosk-2' | 'supervisor' | 'late';
const stations: readonly LabStation[] = ['kiosk-1', 'kiosk-2', 'supervisor'];

const ports = { clock: systemClock(), random: systemRandomness() };

/**
 * Sets a lab up in a fresh folder; whatever a test starts is closed when the test is over.
 * @param options.demo whether stations without a window hear one on their standard input ([STN2])
 */
export async function realLab({ demo = false } = {}): Promise<RealLab> {
  const folder = await temporaryFolder();
  const hubFolder = join(folder, 'hub');
  const port = await testPort();
  const couch = onCouch ? couchAccount() : undefined;
  await initSite(hubFolder, { name: { km: 'គុក ១' }, hosts: [], demo, couch }, ports);
  if (onCouch) await clearCouchAfter(hubFolder);
  const people = await withOffice(hubFolder, ports, furnish);
  const stationFolder = (name: LabStation) => join(folder, 'stations', name);
  for (const name of stations) await addLabStation(hubFolder, stationFolder(name), name, port);
  return {
    folder,
    ...people,
    stationFolder,
    async startHub() {
      const address = { host: '127.0.0.1', port };
      const hub = await startHub({
        folder: hubFolder,
        ...address,
        version: '0.1.0',
        log: silentLog,
      });
      return { ...hub, close: closedOnce(() => hub.close()) };
    },
    enrolLate: () => addLabStation(hubFolder, stationFolder('late'), 'late', port),
    async openStation(name) {
      const station = await openStation({
        folder: stationFolder(name),
        appVersion: '0.1.0',
        kiosk: false,
        clock: ports.clock,
        randomness: ports.random,
        log: silentLog,
      });
      return { ...station, close: closedOnce(() => station.close()) };
    },
  };
}

/** A test may close what it started; the end of the test closes the rest. */
function closedOnce(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const once = () => {
    closing ??= close();
    return closing;
  };
  onTestFinished(once);
  return once;
}

async function furnish(office: SiteOffice) {
  const group = await createGroup(office, { name: { km: 'ក្រុម ក' }, symbol: 'lotus' });
  const enrol = async (name: string, picture: string) => {
    const tile = { picture, colour: 'indigo' } as const;
    const secret = { code: rightCode, cost: testCost };
    const account = { name: { km: name }, group, tile, language: 'km', ...secret } as const;
    const learner = await enrolLearner(office, account);
    await enrolInCourses(office, learner, [deskCourse]);
    return learner;
  };
  const secret = { passphrase, cost: testCost };
  const appoint = (name: string, role: 'officer' | 'technician') =>
    appointStaff(office, { name: { km: name }, role, scopes: [...groupScopes], ...secret });
  return {
    learner: await enrol('សុខា', 'rooster'),
    otherLearner: await enrol('តារា', 'banana'),
    officer: await appoint('ចាន់', 'officer'),
    technician: await appoint('វុទ្ធី', 'technician'),
  };
}

async function addLabStation(
  hubFolder: string,
  stationFolder: string,
  name: LabStation,
  port: number,
): Promise<void> {
  const wanted = {
    hubFolder,
    stationFolder,
    name: { km: name },
    kind: name.startsWith('kiosk') ? 'kiosk' : 'supervisor',
    hubUrl: `https://127.0.0.1:${port}`,
  } as const;
  await addStationFolder(wanted, ports);
  const packs = await openPackStore(storeOptions(join(stationFolder, 'packs')));
  await packs.trust({ name: 'Publisher', publicKey: publisher.publicKey });
  await packs.install(await pressTwoLessons());
}

/** Closed hubs' databases go with the folder they belong to. */
async function clearCouchAfter(hubFolder: string): Promise<void> {
  const { prefix } = await readRequired(folderVault(hubFolder), siteFiles.databases);
  onTestFinished(() => clearCouch(prefix));
}
