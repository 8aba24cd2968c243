import { filter, firstValueFrom } from 'rxjs';
import { expect, it } from 'vitest';
import { officer, passphrase, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';

const finished = { course: 'supervising', version: 1, day: '2026-11-23' };
const record = {
  _id: `training:${officer}:supervising:1`,
  type: 'training',
  v: 1,
  hubSeq: 90,
  staff: officer,
  ...finished,
} as const;

it('[HPG6] tells somebody at a supervisor’s station what they finished, as it comes, and nobody else', async () => {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  const trained = () => window.observe('trained', undefined);
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await expect(firstValueFrom(trained())).rejects.toMatchObject({ code: 'permission.denied' });
  await window.call('staff.sign-in', { staff: officer, passphrase });
  expect(await firstValueFrom(trained())).toEqual([]);
  const told = firstValueFrom(trained().pipe(filter((all) => all.length > 0)));
  await desk.hub.putDirectory(record);
  expect(await told).toEqual([finished]);
  await window.call('staff.sign-out', undefined);
  await window.call('staff.sign-in', { staff: technician, passphrase });
  expect(await firstValueFrom(trained())).toEqual([]);
});

it('[HPG6] [CMD5] keeps nothing of a course finished while the hub is away, and says so', async () => {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff: officer, passphrase });
  desk.hub.answer = null;
  const input = { staff: officer, course: 'supervising', version: 1, parts: [], answers: {} };
  const asked = window.call('hub.command', { type: 'training.finish', input, reason: null });
  await expect(asked).rejects.toMatchObject({ code: 'hub.away' });
  expect(await firstValueFrom(window.observe('trained', undefined))).toEqual([]);
});
