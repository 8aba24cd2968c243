import { join } from 'node:path';
import { filter, firstValueFrom, map, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import type { SeatAct } from '../../src/shared/contracts/seat-order.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { exitToRestart } from '../../src/sync/machine/power.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { passphrase } from '../factories/desk-people.ts';
import { startStationProcess, stationReadySchema } from '../factories/headless-station.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { realLab } from '../factories/real-lab.ts';
import type { RealLab } from '../factories/real-lab.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';

const patienceMs = 60_000;

function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: patienceMs })));
}

/** A station's process, as its unit starts it. */
async function started(lab: RealLab, name: 'kiosk-1' | 'kiosk-2') {
  const station = startStationProcess(lab.stationFolder(name));
  onTestFinished(async () => void (await station.end('SIGKILL')));
  await station.first('station.ready', stationReadySchema);
  return station;
}

async function officerAt(lab: RealLab): Promise<SupervisorWindow> {
  const window = supervisorWindow(await lab.openStation('supervisor'));
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff: lab.officer, passphrase });
  return window;
}

it('[PWR2] [PWR3] a station that is restarted starts once: the order that still lies at the hub is not done again', async () => {
  const lab = await realLab();
  await lab.startHub();
  const first = await started(lab, 'kiosk-1');
  const other = await started(lab, 'kiosk-2');
  const { station } = await readStationConfig(lab.stationFolder('kiosk-1'));
  const desk = await officerAt(lab);
  const seat$ = desk
    .observe('room', undefined)
    .pipe(map(({ seats }) => seats.find((seat) => seat.station === station)));
  const give = async (act: SeatAct) => {
    await desk.call('seats.order', { seats: [station], act });
    return until(desk.observe('orders', undefined), ([order]) => {
      return order?.act.kind === act.kind && order.seats[0]?.state === 'applied';
    });
  };
  const looking = seat$.subscribe();
  await until(seat$, (seat) => seat?.health !== null && seat?.inTouch === true);
  await give({ kind: 'restart' });
  expect(await first.over()).toBe(exitToRestart);
  // The hub has the order still, and hands it to whoever asks anew.
  const again = await started(lab, 'kiosk-1');
  await until(seat$, (seat) => seat?.inTouch === true && seat.leaving === null);
  // A station looks at orders in the order they were given: this one comes after the other.
  await give({ kind: 'lock', message: 'wait' });
  await until(seat$, (seat) => seat?.lock !== null);
  expect(again.running).toBe(true);
  await give({ kind: 'power-off' });
  expect(await again.over()).toBe(0);
  await until(seat$, (seat) => seat?.leaving?.to === 'power-off' && seat.leaving.gone);
  expect(other.running).toBe(true);
  const back = await started(lab, 'kiosk-1');
  await until(seat$, (seat) => {
    return seat?.inTouch === true && seat.leaving === null && seat.lock !== null;
  });
  expect(back.running).toBe(true);
  looking.unsubscribe();
});

it('[PWR3] a station does not start with a setting of power that is none', async () => {
  const lab = await realLab();
  process.env['REAN_POWER'] = '/sbin/poweroff';
  onTestFinished(() => {
    delete process.env['REAN_POWER'];
  });
  const station = startStationProcess(lab.stationFolder('kiosk-1'));
  expect(await station.over()).toBe(78);
  expect(station.said).toContain('REAN_POWER');
});

it('[CLS4] a hub that an officer switches off ends in order, with all it gave receipts for on its disk, and starts as before', async () => {
  const lab = await realLab();
  const { hub: address } = await readStationConfig(lab.stationFolder('supervisor'));
  const port = Number(new URL(address.url).port);
  const hubFolder = join(lab.folder, 'hub');
  const words = ['hub', 'run', '--data', hubFolder, '--port', String(port)];
  const start = async () => {
    const hub = new ReanProcess(words);
    onTestFinished(async () => void (await hub.end('SIGKILL')));
    await hub.first('hub.ready', z.looseObject({}));
    return hub;
  };
  const hub = await start();
  const desk = await officerAt(lab);
  const status$ = desk.observe('status', undefined);
  await until(status$, ({ hubReachable, waiting }) => hubReachable && waiting === 0);
  const answer = await desk.call('hub.command', {
    type: 'hub.power-off',
    input: { despite: [] },
    reason: null,
  });
  expect(answer).toEqual({ goes: true });
  expect(await hub.over()).toBe(0);
  await until(status$, ({ hubReachable }) => !hubReachable);
  const again = await start();
  await until(status$, ({ hubReachable, waiting }) => hubReachable && waiting === 0);
  expect(again.running).toBe(true);
  const ports = { clock: systemClock(), random: systemRandomness() };
  expect(await again.end('SIGTERM')).toBe(0);
  const facts = await withOffice(hubFolder, ports, (office) =>
    office.factsAfter(0, ['hub.powered-off']),
  );
  expect(facts.map(({ payload }) => payload.by)).toEqual([lab.officer]);
});
