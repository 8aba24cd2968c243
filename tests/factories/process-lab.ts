import { join } from 'node:path';
import { addStationFolder } from '../../src/cli/site/station-folder.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { createGroup, enrolInCourses, enrolLearner } from '../../src/hub/office/people.ts';
import { initSite, withOffice } from '../../src/hub/office/site-on-disk.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { rightCode } from './desk-people.ts';
import { publisher, storeOptions } from './pack-press.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { deskCourse, pressTwoLessons } from './two-lesson-pack.ts';
import { testCost } from './verifier-cost.ts';

/** A lab on this PC's disk whose hub and kiosks are to be run as processes. */
export interface ProcessLab {
  readonly hubFolder: string;
  readonly stationFolders: readonly string[];
  /** All with `rightCode`, enrolled in the course of two lessons. */
  readonly learners: readonly LearnerId[];
}

export interface ProcessLabOptions {
  readonly demo: boolean;
  readonly learners: number;
  /** Where each kiosk is to reach the hub. */
  readonly hubUrls: readonly string[];
}

const ports = { clock: systemClock(), random: systemRandomness() };

export async function processLab(options: ProcessLabOptions): Promise<ProcessLab> {
  const folder = await temporaryFolder();
  const hubFolder = join(folder, 'hub');
  const { demo } = options;
  await initSite(hubFolder, { name: { km: 'គុក ១' }, hosts: [], demo }, ports);
  const learners = await withOffice(hubFolder, ports, (office) => enrol(office, options.learners));
  const pack = await pressTwoLessons();
  const stationFolders: string[] = [];
  for (const [index, hubUrl] of options.hubUrls.entries()) {
    const stationFolder = join(folder, 'stations', `kiosk-${index + 1}`);
    const wanted = { hubFolder, stationFolder, name: { km: 'ទី' }, kind: 'kiosk', hubUrl } as const;
    await addStationFolder(wanted, ports);
    const packs = await openPackStore(storeOptions(join(stationFolder, 'packs')));
    await packs.trust({ name: 'Publisher', publicKey: publisher.publicKey });
    await packs.install(pack);
    stationFolders.push(stationFolder);
  }
  return { hubFolder, stationFolders, learners };
}

async function enrol(office: SiteOffice, count: number): Promise<readonly LearnerId[]> {
  const group = await createGroup(office, { name: { km: 'ក្រុម ក' }, symbol: 'lotus' });
  const learners: LearnerId[] = [];
  for (let made = 0; made < count; made += 1) {
    const tile = { picture: 'rooster', colour: 'indigo' } as const;
    const secret = { code: rightCode, cost: testCost };
    const account = { name: { km: 'សុខ' }, group, tile, language: 'km', ...secret } as const;
    const learner = await enrolLearner(office, account);
    await enrolInCourses(office, learner, [deskCourse]);
    learners.push(learner);
  }
  return learners;
}
