import { filter, firstValueFrom, throwError, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { expect } from 'vitest';
import { enrolInCourses, enrolLearner } from '../../src/hub/office/people.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { StationService } from '../../src/station/station-service.ts';
import { passphrase, rightCode } from './desk-people.ts';
import { testPack } from './pack-press.ts';
import type { LabStation, RealLab } from './real-lab.ts';
import { kioskWindow, supervisorWindow } from './station-window.ts';
import type { KioskWindow, SupervisorWindow } from './station-window.ts';
import { deskCourse } from './two-lesson-pack.ts';
import { testCost } from './verifier-cost.ts';

/** What people do in a real lab, through its windows. */

/** How long a lab of real stations may take to come to rest, ms. */
export const patienceMs = 45_000;

/** The first value that holds; one that never comes is told with where it was waited for. */
export function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean) {
  const late = new Error('it did not come in time');
  const patience = { first: patienceMs, with: () => throwError(() => late) };
  return firstValueFrom(stream.pipe(filter(holds), timeout(patience)));
}

export const isSaved = ({ waiting, hubReachable }: { waiting: number; hubReachable: boolean }) =>
  hubReachable && waiting === 0;

export async function kioskAt(lab: RealLab, name: LabStation): Promise<KioskWindow> {
  const window = kioskWindow(await lab.openStation(name));
  await until(window.observe('people', undefined), ({ ready }) => ready);
  return window;
}

export async function officerAt(lab: RealLab, station: StationService): Promise<SupervisorWindow> {
  const window = supervisorWindow(station);
  await until(window.observe('staff', undefined), ({ people }) =>
    people.some(({ staff }) => staff === lab.officer),
  );
  const signIn = { staff: lab.officer, passphrase };
  expect(await window.call('staff.sign-in', signIn)).toEqual({ result: 'signed-in' });
  return window;
}

/** One sitting with one answer given; on the kiosk's disk when it resolves. */
export async function sit(window: KioskWindow, learner: LearnerId): Promise<void> {
  await until(window.observe('people', undefined), ({ learners }) =>
    learners.some((each) => each.learner === learner),
  );
  const started = await window.call('sitting.start', { learner, code: [...rightCode] });
  expect(started).toEqual({ result: 'signed-in' });
  await window.call('lesson.open', { pack: testPack, lesson: 'first' });
  const response = { type: 'present' } as const;
  await window.call('lesson.answer', { item: 'look', response, activeMs: 500 });
  await window.call('sitting.end', { reason: 'learner' });
}

/** The same; saved at the hub when it resolves. */
export async function work(window: KioskWindow, learner: LearnerId): Promise<void> {
  await sit(window, learner);
  await until(window.observe('status', undefined), isSaved);
}

export async function enrol({ hub }: StartedHub): Promise<LearnerId> {
  const { office } = hub.parts;
  const [group] = await office.directory.all('group:');
  if (group?.type !== 'group') throw new Error('no group');
  const tile = { picture: 'moon', colour: 'leaf' } as const;
  const account = { name: { km: 'ថ្មី' }, group: group.group, tile, language: 'km' } as const;
  const learner = await enrolLearner(office, { ...account, code: rightCode, cost: testCost });
  await enrolInCourses(office, learner, [deskCourse]);
  return learner;
}

/** Everything a hub holds: events, who is in its directory, and each learner's folded attempts. */
export async function holdings({ hub }: StartedHub) {
  await hub.settled();
  const { intake, office, databases } = hub.parts;
  const directory = await office.directory.all();
  const states = await databases.state.range({ from: 'learner:', to: 'learner:~' });
  return {
    vector: Object.fromEntries(intake.ledger.vector()),
    ids: directory.map(({ _id }) => _id).sort(),
    learners: states.map(({ _id, folded }) => ({ _id, folded })),
    unfolded: intake.ledger.unfolded,
  };
}
