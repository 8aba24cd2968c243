import { join } from 'node:path';
import { filter, firstValueFrom, map, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { closeOut, closingState } from '../../src/domain/close-out/close-out.ts';
import type { ClosingState } from '../../src/domain/close-out/close-out.ts';
import type { SeatAct } from '../../src/shared/contracts/seat-order.ts';
import type { StationId } from '../../src/shared/ids.ts';
import { passphrase, rightCode } from '../factories/desk-people.ts';
import {
  startStationProcess,
  stationReadySchema,
  supervisorWindowOf,
  windowOf,
} from '../factories/headless-station.ts';
import { configOf, introduce } from '../factories/introduced-lab.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { realLab } from '../factories/real-lab.ts';
import type { LabStation, RealLab } from '../factories/real-lab.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';

const patienceMs = 60_000;
const longMs = 180_000;

function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: patienceMs })));
}

function kept(process: ReanProcess): ReanProcess {
  onTestFinished(async () => void (await process.end('SIGKILL')));
  return process;
}

async function startHub(lab: RealLab): Promise<ReanProcess> {
  const { hub } = await configOf(lab, 'supervisor');
  const port = new URL(hub.url).port;
  const hubRuns = kept(
    new ReanProcess(['hub', 'run', '--data', join(lab.folder, 'hub'), '--port', port]),
  );
  await hubRuns.first('hub.ready', z.looseObject({}));
  return hubRuns;
}

async function startSeat(lab: RealLab, name: LabStation): Promise<ReanProcess> {
  const station = kept(startStationProcess(lab.stationFolder(name)));
  await station.first('station.ready', stationReadySchema);
  return station;
}

/** A supervisor's station in a process of its own, with its officer signed in. */
async function startDesk(lab: RealLab) {
  const runs = await startSeat(lab, 'supervisor');
  const window = supervisorWindowOf(runs);
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff: lab.officer, passphrase });
  // What is looked at is kept up to date.
  window.observe('room', undefined).subscribe({ error: () => undefined });
  return { runs, window };
}

/** A lab of two seats and a desk, each in a process of its own; somebody sits at the first. */
async function labAtWork() {
  const lab = await realLab({ demo: true });
  await introduce(lab);
  const hub = await startHub(lab);
  const seats = [await startSeat(lab, 'kiosk-1'), await startSeat(lab, 'kiosk-2')] as const;
  const learner = windowOf(seats[0]);
  await until(learner.observe('people', undefined), ({ ready }) => ready);
  await learner.call('sitting.start', { learner: lab.learner, code: [...rightCode] });
  const stations = [
    (await configOf(lab, 'kiosk-1')).station,
    (await configOf(lab, 'kiosk-2')).station,
  ];
  return { lab, hub, seats, learner, stations };
}

async function tell(desk: SupervisorWindow, act: SeatAct, stations: readonly StationId[]) {
  await desk.call('seats.order', { seats: [...stations], act });
  await until(desk.observe('orders', undefined), ([order]) => {
    return order?.act.kind === act.kind && order.seats.every(({ state }) => state === 'applied');
  });
}

/** How far the seats are, as the window works it out. */
const statesAt = (desk: SupervisorWindow) =>
  desk
    .observe('room', undefined)
    .pipe(map(({ seats }) => seats.map((seat) => closingState(seat, false))));
const are = (desk: SupervisorWindow, ...states: readonly ClosingState[]) =>
  until(statesAt(desk), (now) => states.every((state, at) => now[at] === state));
const awayFrom = (desk: SupervisorWindow) =>
  until(desk.observe('status', undefined), ({ hubReachable }) => !hubReachable);
const allSaved = (window: Pick<SupervisorWindow, 'observe'>) =>
  until(
    window.observe('status', undefined),
    ({ hubReachable, waiting }) => hubReachable && waiting === 0,
  );

it(
  '[CLS6] the desk and then the hub are killed in the middle of closing: the next window shows where it stands, seats open again, and nothing is lost',
  async () => {
    const { lab, hub, seats, learner, stations } = await labAtWork();
    const first = await startDesk(lab);
    await are(first.window, 'open', 'open');
    await tell(first.window, { kind: 'close' }, stations);
    await are(first.window, 'taken', 'ready');
    await first.runs.end('SIGKILL');

    const { window: desk } = await startDesk(lab);
    await are(desk, 'taken', 'ready');
    await hub.end('SIGKILL');
    await awayFrom(desk);
    // Who still sits there goes on.
    await learner.call('help.ask', undefined);
    const closingAt = seats.map((seat) =>
      windowOf(seat)
        .observe('moment', undefined)
        .pipe(map(({ closing }) => closing)),
    );
    await tell(desk, { kind: 'reopen' }, stations);
    for (const closing$ of closingAt) await until(closing$, (closing) => !closing);
    await tell(desk, { kind: 'close' }, stations);
    for (const closing$ of closingAt) await until(closing$, (closing) => closing);

    const again = await startHub(lab);
    await allSaved(learner);
    await allSaved(desk);
    await are(desk, 'taken', 'ready');
    await until(desk.observe('help', undefined), ({ requests }) => requests.length === 1);
    await tell(desk, { kind: 'end-sitting' }, stations.slice(0, 1));
    await are(desk, 'ready', 'ready');
    await tell(desk, { kind: 'power-off' }, stations);
    expect(await Promise.all(seats.map((seat) => seat.over()))).toEqual([0, 0]);
    await are(desk, 'off', 'off');
    const off = { type: 'hub.power-off', input: { despite: [] }, reason: null } as const;
    expect(await desk.call('hub.command', off)).toEqual({ goes: true });
    expect(await again.over()).toBe(0);
  },
  longMs,
);

it(
  '[CLS5] a lab is closed to its end without its hub, and what waited comes with the next start',
  async () => {
    const { lab, hub, seats, learner, stations } = await labAtWork();
    const { runs, window: desk } = await startDesk(lab);
    await are(desk, 'open', 'open');
    await hub.end('SIGKILL');
    await awayFrom(desk);
    await learner.call('help.ask', undefined);
    await tell(desk, { kind: 'close' }, stations);
    await are(desk, 'taken', 'ready');
    await tell(desk, { kind: 'end-sitting' }, stations.slice(0, 1));
    await tell(desk, { kind: 'power-off' }, stations);
    expect(await Promise.all(seats.map((seat) => seat.over()))).toEqual([0, 0]);
    const verdict$ = desk.observe('room', undefined).pipe(
      map((room) => {
        // Each has answered that it goes.
        const closing = room.seats.map((seat) => ({
          state: closingState(seat, true),
          waiting: seat.waiting,
        }));
        return closeOut({ seats: closing, own: 0, hub: 'away' }).verdict;
      }),
    );
    expect(await until(verdict$, (verdict) => verdict === 'without-hub')).toBe('without-hub');

    expect(await desk.call('machine.power-off', undefined)).toEqual({ goes: true });
    expect(await runs.over()).toBe(0);

    await startHub(lab);
    const back = windowOf(await startSeat(lab, 'kiosk-1'));
    const { window: next } = await startDesk(lab);
    await allSaved(back);
    await allSaved(next);
    const { today } = await until(
      next.observe('help', undefined),
      (queue) => queue.today?.asked === 1,
    );
    expect(today).toMatchObject({ asked: 1 });
    // Nobody finds it closed in the morning.
    expect((await firstValueFrom(back.observe('moment', undefined))).closing).toBe(false);
  },
  longMs,
);
