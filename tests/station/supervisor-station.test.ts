import { filter, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  dara,
  deskStation,
  officer,
  otherDeskStation,
  passphrase,
  sokha,
  technician,
} from '../factories/desk-people.ts';
import { ids, openedEvent, payloads } from '../factories/events.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { EventPayload } from '../../src/shared/contracts/documents/event.ts';
import { newestPepper } from '../../src/sync/identity/peppers.ts';
import { makeStaffVerifier } from '../../src/sync/identity/staff-key.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { learnerIdSchema } from '../../src/shared/ids.ts';
import type { LearnerId, StaffId } from '../../src/shared/ids.ts';

const until = <Value>(stream: Observable<Value>, holds: (value: Value) => boolean) =>
  firstValueFrom(stream.pipe(filter(holds)));

/** A learner's events at a station, folded by the hub; lamport counts from `from`. */
async function folded(
  desk: Desk,
  learner: LearnerId,
  list: readonly EventPayload[],
  from = 1,
  station = deskStation,
): Promise<void> {
  const events = list.map((payload, index) =>
    openedEvent(payload, { learner, seq: from + index, station }),
  );
  await desk.hub.putState(foldLearner(learner, events), {});
}

async function officerAt(desk: Desk) {
  desk.hub.pull();
  const station = await desk.start();
  const window = supervisorWindow(station);
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff: officer, passphrase });
  return { station, window };
}

const working = [payloads.started(), payloads.opened(), payloads.attempt('look', 'right')];

afterEach(() => vi.useRealTimers());

describe('a supervisor station', { timeout: 30_000 }, () => {
  it('[SGN6] tells nobody anything before a sign-in but who may sign in', async () => {
    const desk = await stationDesk('supervisor');
    desk.hub.pull();
    const window = supervisorWindow(await desk.start());
    const staff = await until(window.observe('staff', undefined), ({ ready }) => ready);
    expect(staff).toMatchObject({ signedIn: null, people: [{ role: 'officer' }, {}] });
    for (const name of ['room', 'learners', 'site'] as const) {
      await expect(firstValueFrom(window.observe(name, undefined))).rejects.toMatchObject({
        code: 'permission.denied',
      });
    }
    const page = window.observe('learner', { learner: sokha });
    await expect(firstValueFrom(page)).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('[SGN6] shows a technician the site and no learner', async () => {
    const desk = await stationDesk('supervisor');
    const { window } = await officerAt(desk);
    await window.call('staff.sign-in', { staff: technician, passphrase });
    expect(await firstValueFrom(window.observe('site', undefined))).toMatchObject({ learners: 2 });
    await expect(firstValueFrom(window.observe('room', undefined))).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('[SGN5] ends what it shows as soon as the officer signs out', async () => {
    const { window } = await officerAt(await stationDesk('supervisor'));
    const room = new Promise((resolve) => {
      window.observe('room', undefined).subscribe({ error: resolve });
    });
    await window.call('staff.sign-out', undefined);
    expect(await room).toMatchObject({ code: 'permission.denied' });
  });

  it('[SGN12] puts each lock-out of staff on record before it is told, and no try that is none', async () => {
    const desk = await stationDesk('supervisor');
    desk.hub.pull();
    const window = supervisorWindow(await desk.start());
    await until(window.observe('staff', undefined), ({ ready }) => ready);
    const types = async () => (await desk.recorded()).map(({ payload }) => payload);
    const tryWrong = () => window.call('staff.sign-in', { staff: officer, passphrase: 'wrong' });
    for (let wrong = 1; wrong < 10; wrong += 1) {
      await tryWrong();
      desk.pass(300_000);
    }
    expect(await types()).toEqual([]);
    expect(await tryWrong()).toMatchObject({ result: 'wrong', waitMs: 1_800_000 });
    const lockedOut = { type: 'staff.locked-out', staff: officer };
    expect(await types()).toEqual([lockedOut]);
    expect(await tryWrong()).toMatchObject({ result: 'wait' });
    desk.pass(1_800_000);
    await tryWrong();
    expect(await types()).toEqual([lockedOut, lockedOut]);
  });

  it('[SGN5] [WIN12] ends the sitting of a passphrase that was changed, and says that somebody left', async () => {
    const desk = await stationDesk('supervisor');
    const { station, window } = await officerAt(desk);
    const seated: boolean[] = [];
    station.seated$.subscribe((present) => seated.push(present));
    const staff$ = window.observe('staff', undefined);
    const { keyring } = desk.people;
    const changed = await makeStaffVerifier(
      'nine pots',
      newestPepper(keyring),
      seededRandomness(4),
    );
    const withOther = (whose: StaffId) => ({
      ...keyring,
      staff: keyring.staff.map((each) =>
        each.staff === whose ? { ...each, verifier: changed } : each,
      ),
    });
    await desk.takeKeyring(withOther(technician));
    expect(await firstValueFrom(staff$)).toMatchObject({ signedIn: { staff: officer } });
    await desk.takeKeyring(withOther(officer));
    await until(staff$, ({ signedIn }) => signedIn === null);
    expect(seated).toEqual([false]);
    await expect
      .poll(async () => (await desk.recorded()).map(({ payload }) => payload.type))
      .toEqual(['staff.signed-in', 'staff.signed-out']);
  });

  it('[SGN5] [WIN12] ends the sitting of an account that is closed, and says that somebody left', async () => {
    const desk = await stationDesk('supervisor');
    const { station, window } = await officerAt(desk);
    const seated: boolean[] = [];
    station.seated$.subscribe((present) => seated.push(present));
    await desk.hub.putDirectory(desk.people.changedStaff(technician, { disabled: true }));
    const staff$ = window.observe('staff', undefined);
    expect(await firstValueFrom(staff$)).toMatchObject({ signedIn: { staff: officer } });
    await desk.hub.putDirectory(desk.people.changedStaff(officer, { disabled: true }));
    await until(staff$, ({ signedIn }) => signedIn === null);
    await expect
      .poll(async () => (await desk.recorded()).map(({ payload }) => payload.type))
      .toEqual(['staff.signed-in', 'staff.signed-out']);
    expect(seated).toEqual([false]);
  });

  it('[SUP17] ends the sitting of a window that says nothing any more, by the site’s times', async () => {
    const desk = await stationDesk('supervisor');
    const idle = { askMinutes: 3, endMinutes: 1 };
    const site = desk.people.documents.find(({ _id }) => _id === 'site');
    const changed = { ...site, _id: 'site', idle };
    await desk.hub.putDirectory(changed);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { window } = await officerAt(desk);
    const staff$ = window.observe('staff', undefined);
    expect(await firstValueFrom(staff$)).toMatchObject({ idle, signedIn: { staff: officer } });
    const goBy = (minutes: number) => {
      desk.pass(minutes * 60_000);
      vi.advanceTimersByTime(15_000);
    };
    goBy(4);
    await window.call('staff.present', undefined);
    goBy(4);
    expect(await firstValueFrom(staff$)).toMatchObject({ signedIn: { staff: officer } });
    goBy(1);
    await until(staff$, ({ signedIn }) => signedIn === null);
    await expect(firstValueFrom(window.observe('site', undefined))).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await expect
      .poll(async () => (await desk.recorded()).map(({ payload }) => payload.type))
      .toEqual(['staff.signed-in', 'staff.signed-out']);
  });

  it('[SGN5] keeps each window’s sign-in its own, and records both ends', async () => {
    const desk = await stationDesk('supervisor');
    const { station, window } = await officerAt(desk);
    const other = supervisorWindow(station);
    expect(await firstValueFrom(other.observe('staff', undefined))).toMatchObject({
      signedIn: null,
    });
    window.close();
    await station.close();
    expect((await desk.recorded()).map(({ payload }) => payload)).toEqual([
      { type: 'staff.signed-in', staff: officer },
      { type: 'staff.signed-out', staff: officer },
    ]);
  });

  it('[VIE3] shows the room by its places, with who sits there and what they do', async () => {
    const desk = await stationDesk('supervisor');
    await folded(desk, sokha, working, 1, otherDeskStation);
    const { window } = await officerAt(desk);
    const room = await until(window.observe('room', undefined), ({ present }) => present === 1);
    expect(room.seats.map(({ seat }) => seat)).toEqual([1, 2]);
    expect(room.seats[0]).toMatchObject({ sitting: null });
    expect(room.seats[1]?.sitting).toMatchObject({
      learner: { name: { km: 'សុខា' } },
      lesson: { title: { km: 'មេរៀន first' }, courseTitle: { km: 'អក្សរ' }, done: 1, total: 3 },
      attempts: 1,
      right: 1,
      helpAsked: false,
    });
  });

  it('[HLP1] tells quietly who does not get on, and at which item, until they do', async () => {
    const desk = await stationDesk('supervisor');
    const wrong = [1, 2].flatMap((run) => [
      payloads.attempt('choose', 'not-yet', { run }),
      payloads.attempt('choose', 'shown', { run, attempt: 2 }),
    ]);
    await folded(desk, sokha, [...working, ...wrong]);
    const { window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    const stuck = {
      lesson: { km: 'មេរៀន first' },
      item: { prompt: { km: 'ជ្រើស' }, place: 2, total: 3 },
      wrong: 4,
    };
    const room = await until(room$, ({ present }) => present === 1);
    expect(room.seats[0]?.sitting).toMatchObject({ stuck, helpAsked: false });
    const page$ = window.observe('learner', { learner: sokha, from: 'room' });
    expect(await firstValueFrom(page$)).toMatchObject({ stuck });
    await folded(desk, sokha, [...working, ...wrong, payloads.attempt('type', 'right')]);
    const after = await until(room$, ({ seats }) => seats[0]?.sitting?.right === 2);
    expect(after.seats[0]?.sitting?.stuck).toBeNull();
    expect(await until(page$, ({ row }) => row.right === 2)).toMatchObject({ stuck: null });
  });

  it('[VIE3] moves the room with each fold, and frees a seat that was left', async () => {
    const desk = await stationDesk('supervisor');
    const { window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    await folded(desk, sokha, working);
    await until(room$, ({ seats }) => seats[0]?.sitting?.lesson?.done === 1);
    const asked: EventPayload = { type: 'help.asked', sitting: ids.sitting };
    await folded(desk, sokha, [...working, asked]);
    await until(room$, ({ seats }) => seats[0]?.sitting?.helpAsked === true);
    await folded(desk, sokha, [...working, payloads.ended()]);
    const empty = await until(room$, ({ present }) => present === 0);
    expect(empty.seats[0]).toMatchObject({ sitting: null });
  });

  it('[SIT5] gives a seat two learners claim to the one who sat down later', async () => {
    const desk = await stationDesk('supervisor');
    await folded(desk, sokha, working);
    await folded(desk, dara, [payloads.started(ids.otherSitting)], 50);
    const { window } = await officerAt(desk);
    const room = await until(window.observe('room', undefined), ({ present }) => present === 1);
    expect(room.seats[0]?.sitting?.learner.learner).toBe(dara);
  });

  it('[VIE3] says whether the hub has heard from a station lately, or that it can’t be asked', async () => {
    const desk = await stationDesk('supervisor');
    desk.hub.stations = {
      stations: [
        { station: deskStation, lastContactAgeMs: 1500, waiting: 3, diskUsedPart: null },
        { station: otherDeskStation, lastContactAgeMs: 90_000, waiting: 0, diskUsedPart: 0.2 },
      ],
      hubDiskUsedPart: null,
      quarantined: 0,
      unfolded: 0,
    };
    const { window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    const room = await until(room$, ({ seats }) => seats[0]?.inTouch === true);
    expect(room.seats[0]).toMatchObject({ waiting: 3, lastContactAgeMs: 1500 });
    expect(room.seats[1]).toMatchObject({ inTouch: false });
    desk.hub.stations = null;
    const blind = await until(room$, ({ seats }) => seats[0]?.inTouch === null);
    expect(blind.seats[0]).toMatchObject({ waiting: null, lastContactAgeMs: null });
  });

  it('[VIE4] lists learners by group and name, and moves one line at a time', async () => {
    const desk = await stationDesk('supervisor');
    const { window } = await officerAt(desk);
    const list$ = window.observe('learners', undefined);
    const list = await firstValueFrom(list$);
    expect(list.learners.map(({ learner }) => learner.name.km)).toEqual(['តារា', 'សុខា']);
    await folded(desk, sokha, working);
    const after = await until(list$, ({ learners }) => learners[1]?.attempts === 1);
    expect(after.learners[1]).toMatchObject({ lessonsBegun: 1, right: 1, activeMs: 1000 });
    expect(after.learners[0]).toMatchObject({ attempts: 0 });
  });

  it('shows one learner’s page as it moves, with pictures of the window’s own', async () => {
    const desk = await stationDesk('supervisor');
    const { station, window } = await officerAt(desk);
    const page$ = window.observe('learner', { learner: sokha });
    await folded(desk, sokha, working);
    const page = await until(page$, ({ row }) => row.attempts === 1);
    const [course] = page.courses;
    expect(course?.lessons[0]).toMatchObject({ status: 'begun', done: 1 });
    const url = `${course?.base}pictures/course.svg`;
    const request = { method: 'GET', url, range: null, ifRange: null };
    expect(await station.servePack(request)).toMatchObject({ status: 200 });
    window.close();
    expect(await station.servePack(request)).toMatchObject({ status: 404 });
  });

  it('refuses the page of somebody who is not in the directory', async () => {
    const { window } = await officerAt(await stationDesk('supervisor'));
    const stranger = window.observe('learner', {
      learner: learnerIdSchema.parse('ln-zzzzzzzzzzzz'),
    });
    await expect(firstValueFrom(stranger)).rejects.toMatchObject({ code: 'shape.invalid' });
  });

  it('[PPL3] shows the page of a closed account to who may open it, and to nobody else', async () => {
    const desk = await stationDesk('supervisor');
    const { changed, changedStaff } = desk.people;
    await desk.hub.putDirectory(changed(sokha, { disabled: true }));
    const { window } = await officerAt(desk);
    const page = () => firstValueFrom(window.observe('learner', { learner: sokha }));
    expect(await page()).toMatchObject({ row: { disabled: true } });
    await desk.hub.putDirectory(changedStaff(officer, { role: 'site-manager' }));
    const staff$ = window.observe('staff', undefined);
    await until(staff$, ({ signedIn }) => signedIn?.role === 'site-manager');
    await expect(page()).rejects.toMatchObject({ code: 'shape.invalid' });
  });

  it('tells a document of a version it does not read', async () => {
    const desk = await stationDesk('supervisor');
    const { window } = await officerAt(desk);
    const future = { _id: 'timetable:1', type: 'timetable', v: 2, hubSeq: 9 };
    await desk.hub.putDirectory(future);
    const { notices } = await until(
      window.observe('status', undefined),
      (status) => status.notices.length > 0,
    );
    expect(notices).toEqual([{ code: 'document-unknown-version', detail: 'directory: 1' }]);
  });
});
