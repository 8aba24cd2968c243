import { filter, firstValueFrom, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { passphrase, rightCode } from '../factories/desk-people.ts';
import { testPack } from '../factories/pack-press.ts';
import { realLab } from '../factories/real-lab.ts';
import type { LabStation, RealLab } from '../factories/real-lab.ts';
import { kioskWindow, supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow, SupervisorWindow } from '../factories/station-window.ts';
import { learnerCommands } from '../../src/shared/contracts/commands/learner-commands.ts';

const first = { pack: testPack, lesson: 'first' };

/** What a station may take to hear of its hub at all, ms. */
const patienceMs = 20_000;
/** What an officer may wait to see in the room what a learner did, ms (issue 2). */
const roomMs = 2000;

function until<Value>(
  stream: Observable<Value>,
  holds: (value: Value) => boolean,
  withinMs = patienceMs,
): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: withinMs })));
}

async function kioskAt(lab: RealLab, name: LabStation): Promise<KioskWindow> {
  const window = kioskWindow(await lab.openStation(name));
  await until(window.observe('people', undefined), ({ ready }) => ready);
  return window;
}

async function officerAt(lab: RealLab): Promise<SupervisorWindow> {
  const window = supervisorWindow(await lab.openStation('supervisor'));
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  const signIn = { staff: lab.officer, passphrase };
  expect(await window.call('staff.sign-in', signIn)).toEqual({ result: 'signed-in' });
  return window;
}

async function signIn(window: KioskWindow, lab: RealLab): Promise<void> {
  const learner = lab.learner;
  const result = await window.call('sitting.start', { learner, code: [...rightCode] });
  expect(result).toEqual({ result: 'signed-in' });
}

const look = (window: KioskWindow) =>
  window.call('lesson.answer', { item: 'look', response: { type: 'present' }, activeMs: 500 });
const choose = (window: KioskWindow, id: string) =>
  window.call('lesson.answer', {
    item: 'choose',
    response: { type: 'choice', chosen: [id] },
    activeMs: 900,
  });

const saved = (window: KioskWindow) =>
  until(window.observe('status', undefined), ({ waiting, hubReachable }) => {
    return hubReachable && waiting === 0;
  });

describe('stations and their hub', () => {
  it('[VIE3] shows in the room within two seconds who sits where and what they do', async () => {
    const lab = await realLab();
    await lab.startHub();
    const kiosk = await kioskAt(lab, 'kiosk-1');
    const officer = await officerAt(lab);
    const room$ = officer.observe('room', undefined);
    const learnerHere = lab.learner;
    await until(
      room$,
      ({ seats }) => seats.length === 2 && seats.every(({ inTouch }) => inTouch !== null),
    );

    await signIn(kiosk, lab);
    const seated = await until(room$, ({ present }) => present === 1, roomMs);
    expect(seated.seats[0]?.sitting).toMatchObject({
      learner: { learner: learnerHere },
      lesson: null,
    });

    await kiosk.call('lesson.open', first);
    await look(kiosk);
    const working = await until(
      room$,
      ({ seats }) => seats[0]?.sitting?.lesson?.done === 1,
      roomMs,
    );
    expect(working.seats[0]).toMatchObject({
      inTouch: true,
      sitting: { lesson: { done: 1, total: 3, title: { km: 'មេរៀន first' } }, helpAsked: false },
    });

    await kiosk.call('help.ask', undefined);
    await until(room$, ({ seats }) => seats[0]?.sitting?.helpAsked === true, roomMs);

    const page$ = officer.observe('learner', { learner: learnerHere });
    await choose(kiosk, 'ka');
    const page = await until(page$, ({ row }) => row.right === 1, roomMs);
    expect(page.courses[0]?.lessons[0]).toMatchObject({ status: 'begun', done: 2 });
    const list$ = officer.observe('learners', undefined);
    await until(list$, ({ learners }) => learners.some(({ right }) => right === 1), roomMs);

    await kiosk.call('sitting.end', { reason: 'learner' });
    await until(room$, ({ present }) => present === 0, roomMs);
  });

  it('[LSN3] goes on at the same item on another station', async () => {
    const lab = await realLab();
    const { hub } = await lab.startHub();
    const here = await kioskAt(lab, 'kiosk-1');
    await signIn(here, lab);
    await here.call('lesson.open', first);
    await look(here);
    await choose(here, 'kha');
    await here.call('sitting.end', { reason: 'learner' });
    await saved(here);
    // What it pulls first is all there is.
    await hub.settled();
    const there = await kioskAt(lab, 'kiosk-2');

    await signIn(there, lab);
    const home$ = there.observe('home', undefined);
    await until(home$, ({ goOn }) => goOn?.done === 1);
    const view = await there.call('lesson.open', first);
    expect(view.items).toEqual({
      look: { tries: 1, outcome: 'right' },
      choose: { tries: 1, outcome: 'not-yet' },
    });
  });

  it('[LSN9] works on while the hub is away, through a restart, and all converges after', async () => {
    const lab = await realLab();
    const hub = await lab.startHub();
    const station = await lab.openStation('kiosk-1');
    const window = kioskWindow(station);
    await until(window.observe('people', undefined), ({ ready }) => ready);
    await signIn(window, lab);
    await window.call('lesson.open', first);
    await look(window);
    await saved(window);
    await hub.close();

    expect(await choose(window, 'kha')).toMatchObject({ outcome: 'not-yet' });
    const away = await until(
      window.observe('status', undefined),
      ({ hubReachable }) => !hubReachable,
    );
    expect(away).toMatchObject({ waiting: 1, notices: [] });
    expect(away.receiptAgeMs).not.toBeNull();
    await station.close();

    const again = kioskWindow(await lab.openStation('kiosk-1'));
    await signIn(again, lab);
    const view = await again.call('lesson.open', first);
    expect(view.items['choose']).toEqual({ tries: 1, outcome: 'not-yet' });
    expect(await choose(again, 'ka')).toMatchObject({ outcome: 'right', attempt: 2 });

    await lab.startHub();
    await saved(again);
    const officer = await officerAt(lab);
    const page = await until(
      officer.observe('learner', { learner: lab.learner }),
      ({ row }) => row.attempts === 2,
    );
    expect(page.row).toMatchObject({ attempts: 2, right: 1, activeMs: 500 + 900 + 900 });
  });

  it('[SGN9] a learner sees new pictures by an officer’s number, though the hub went away meanwhile', async () => {
    const lab = await realLab();
    const { learner } = lab;
    const hub = await lab.startHub();
    const kiosk = await kioskAt(lab, 'kiosk-1');
    const other = await kioskAt(lab, 'kiosk-2');
    const officer = await officerAt(lab);
    const input = { learner, form: 'pictures', reason: 'forgotten' };
    const reset = { type: 'sign-in.reset', input, reason: null } as const;
    const told = await officer.call('hub.command', reset);
    const { number } = learnerCommands['sign-in.reset'].output.parse(told);
    const pending = (window: KioskWindow, waits: boolean) =>
      until(window.observe('sign-in', { learner }), ({ handover }) => handover === waits);
    await Promise.all([pending(kiosk, true), pending(other, true)]);
    await hub.close();

    const opened = await kiosk.call('handover.open', { learner, number });
    if (opened.result !== 'opened' || opened.secret.kind !== 'pictures') throw new Error('shut');
    const { code } = opened.secret;
    expect(await kiosk.call('sitting.start', { learner, code })).toEqual({ result: 'signed-in' });
    await lab.startHub();
    await pending(other, false);
    await kiosk.call('sitting.end', { reason: 'learner' });
    expect(await other.call('sitting.start', { learner, code })).toEqual({ result: 'signed-in' });
  });

  it('[SGN5] counts every supervisor window, and shows a technician no learner', async () => {
    const lab = await realLab();
    await lab.startHub();
    const station = await lab.openStation('supervisor');
    const window = supervisorWindow(station);
    await until(window.observe('staff', undefined), ({ ready }) => ready);
    await expect(firstValueFrom(window.observe('room', undefined))).rejects.toMatchObject({
      code: 'permission.denied',
    });
    const wrong = { staff: lab.officer, passphrase: 'wrong' };
    expect(await window.call('staff.sign-in', wrong)).toMatchObject({ result: 'wrong' });
    await window.call('staff.sign-in', { staff: lab.technician, passphrase });
    for (const name of ['room', 'learners'] as const) {
      await expect(firstValueFrom(window.observe(name, undefined))).rejects.toMatchObject({
        code: 'permission.denied',
      });
    }
    const site = await until(
      window.observe('site', undefined),
      ({ unfolded }) => unfolded !== null,
    );
    expect(site).toMatchObject({ stations: 3, learners: 2, hubReachable: true });
    const other = supervisorWindow(station);
    expect(await firstValueFrom(other.observe('staff', undefined))).toMatchObject({
      signedIn: null,
    });
  });
});
