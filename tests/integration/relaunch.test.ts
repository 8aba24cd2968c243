import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom, map, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { expect, it, onTestFinished } from 'vitest';
import { startXvfb } from '../../scripts/runtime/xvfb.ts';
import { electronProgram } from '../../src/cli/lab/electron-program.ts';
import type { SeatAct } from '../../src/shared/contracts/seat-order.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { passphrase } from '../factories/desk-people.ts';
import { realLab } from '../factories/real-lab.ts';
import { supervisorWindow } from '../factories/station-window.ts';

const patienceMs = 90_000;
const electron = electronProgram(join(import.meta.dirname, '..', '..'));

function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: patienceMs })));
}

interface Running {
  readonly pid: number;
  readonly words: readonly string[];
}

/** The processes that a station's folder is named to. */
async function processesOn(folder: string): Promise<Running[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const running = await Promise.all(
    pids.map(async (pid) => {
      // It may be over before it is read.
      const said = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return { pid, words: said.split('\0') };
    }),
  );
  return running.filter(({ words }) => words.some((word) => word.includes(folder)));
}

/** Those of them that are the app, without what waits to start it and what Chromium starts under it. */
async function appsOn(folder: string): Promise<number[]> {
  const running = await processesOn(folder);
  return running
    .filter(({ words: [program = '', ...words] }) => {
      // Chromium writes over what its processes were started with: one word, with blanks.
      return program !== '/bin/sh' && ![program, ...words].some((word) => word.includes('--type='));
    })
    .map(({ pid }) => pid);
}

/** An app that nobody launched who would start it again: a person did, from the PC's desktop. */
async function startApp(folder: string) {
  const display = await startXvfb({ width: 1024, height: 768 });
  onTestFinished(() => display.stop());
  const words = ['--kind', 'kiosk', '--data', folder, '--language', 'km'];
  const env = { ...process.env, ...display.environment };
  const app = spawn(electron.path, [...electron.words, ...words], { env, stdio: 'ignore' });
  onTestFinished(async () => {
    for (const { pid } of await processesOn(folder)) process.kill(pid, 'SIGKILL');
  });
  return app;
}

it('[PWR2] [PWR3] an app that staff have start anew ends, starts once by itself, and is the seat it was', async () => {
  const lab = await realLab();
  await lab.startHub();
  const folder = lab.stationFolder('kiosk-1');
  const app = await startApp(folder);
  const ended = once(app, 'exit');
  const { station } = await readStationConfig(folder);
  const desk = supervisorWindow(await lab.openStation('supervisor'));
  await until(desk.observe('staff', undefined), ({ ready }) => ready);
  await desk.call('staff.sign-in', { staff: lab.officer, passphrase });
  const seat$ = desk
    .observe('room', undefined)
    .pipe(map(({ seats }) => seats.find((seat) => seat.station === station)));
  const give = async (act: SeatAct) => {
    await desk.call('seats.order', { seats: [station], act });
    await until(desk.observe('orders', undefined), ([order]) => {
      return order?.act.kind === act.kind && order.seats[0]?.state === 'applied';
    });
  };
  const looking = seat$.subscribe({ error: () => undefined });
  onTestFinished(() => looking.unsubscribe());
  await until(seat$, (seat) => seat?.health !== null && seat?.inTouch === true);
  await give({ kind: 'lock', message: 'wait' });
  expect(await appsOn(folder)).toEqual([app.pid]);

  await give({ kind: 'restart' });
  expect(await ended).toEqual([0, null]);
  const others = async () => (await appsOn(folder)).filter((pid) => pid !== app.pid);
  await expect.poll(others, { timeout: patienceMs }).toHaveLength(1);
  // It does what comes for that seat, and has what was done there before.
  await give({ kind: 'close' });
  await until(seat$, (seat) => {
    return seat?.closing === true && seat.leaving === null && seat.lock !== null;
  });
  expect(await appsOn(folder)).toHaveLength(1);

  await give({ kind: 'power-off' });
  await until(seat$, (seat) => seat?.leaving?.to === 'power-off' && seat.leaving.gone);
  await expect.poll(() => appsOn(folder), { timeout: patienceMs }).toEqual([]);
});
