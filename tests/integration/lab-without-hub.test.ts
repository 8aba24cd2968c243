import { readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { filter, firstValueFrom, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { expect, it } from 'vitest';
import { PeerCopies } from '../../src/sync/peer/peer-copies.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { passphrase, rightCode, wrongCode } from '../factories/desk-people.ts';
import { startKioskProcess } from '../factories/kiosk-process.ts';
import { testPack } from '../factories/pack-press.ts';
import { configOf, introduce } from '../factories/introduced-lab.ts';
import { realLab } from '../factories/real-lab.ts';
import type { LabStation, RealLab } from '../factories/real-lab.ts';
import { kioskWindow, supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';

const first = { pack: testPack, lesson: 'first' };
const patienceMs = 40_000;

function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: patienceMs })));
}

const answer = (window: KioskWindow, item: string, activeMs: number) =>
  window.call('lesson.answer', {
    item,
    response: item === 'look' ? { type: 'present' } : { type: 'choice', chosen: ['ka'] },
    activeMs,
  });

const signIn = (window: KioskWindow, { learner }: RealLab) =>
  window.call('sitting.start', { learner, code: [...rightCode] });

const ready = (window: KioskWindow) =>
  until(window.observe('people', undefined), (people) => people.ready);

/** What the hub holds of a station, in order. */
async function typesAtHub(lab: RealLab, station: string): Promise<readonly unknown[]> {
  const storage = await openLevelStorage(join(lab.folder, 'hub', 'db'));
  const segment = await storage.open('events-0001');
  const events = await segment.range({ from: `${station}:`, to: `${station}:~` });
  await storage.close();
  return events.map((event) => event['type']);
}

/** How many copies of others' events lie on a station's disk. */
async function copiesAt(lab: RealLab, name: LabStation): Promise<number> {
  const storage = await openLevelStorage(join(lab.stationFolder(name), 'db'));
  const { size } = (await PeerCopies.open(storage)).stores;
  await storage.close();
  return size;
}

it('[PER1] [PER6] [PER8] a learner’s work moves with them while the hub is away, and outlives a disk', async () => {
  const lab = await realLab();
  await introduce(lab);
  const hub = await lab.startHub();
  const { child, window: here } = await startKioskProcess(lab.stationFolder('kiosk-1'));
  const { station } = await configOf(lab, 'kiosk-1');
  const kiosk = await lab.openStation('kiosk-2');
  const there = kioskWindow(kiosk);
  const supervisor = await lab.openStation('supervisor');
  const officer = supervisorWindow(supervisor);
  await Promise.all([ready(here), ready(there)]);
  await until(officer.observe('staff', undefined), (staff) => staff.ready);
  await officer.call('staff.sign-in', { staff: lab.officer, passphrase });
  await hub.close();

  expect(await signIn(here, lab)).toEqual({ result: 'signed-in' });
  await here.call('lesson.open', first);
  await answer(here, 'look', 500);
  await answer(here, 'choose', 900);
  const alone = await until(here.observe('status', undefined), ({ peers, waiting }) => {
    return peers !== null && waiting > 0 && peers.copied === waiting && peers.stations === 3;
  });
  expect(alone.hubReachable).toBe(false);
  const room = await until(officer.observe('room', undefined), ({ seats }) => {
    return seats[0]?.sitting?.lesson?.done === 2;
  });
  expect(room.seats[0]).toMatchObject({ inTouch: true, sitting: { right: 1 } });

  // [SGN8]: what is tried at one station counts at the others.
  await until(there.observe('status', undefined), ({ peers }) => peers?.stations === 3);
  await there.call('sitting.start', { learner: lab.learner, code: [...wrongCode] });
  const tried = officer.observe('learner', { learner: lab.learner });
  expect((await until(tried, ({ row }) => row.wrongTries > 0)).row.wrongTries).toBe(1);

  const killed = once(child, 'exit');
  child.kill('SIGKILL');
  await killed;
  await rm(join(lab.stationFolder('kiosk-1'), 'db'), { recursive: true });

  expect(await signIn(there, lab)).toEqual({ result: 'signed-in' });
  const { goOn } = await until(there.observe('home', undefined), (home) => home.goOn !== null);
  expect(goOn).toMatchObject({ lesson: 'first', done: 2 });
  const opened = await there.call('lesson.open', first);
  expect(Object.keys(opened.items).toSorted()).toEqual(['choose', 'look']);
  await there.call('sitting.end', { reason: 'learner' });

  const back = await lab.startHub();
  const fresh = await startKioskProcess(lab.stationFolder('kiosk-1'));
  for (const window of [fresh.window, there]) {
    const status$ = window.observe('status', undefined);
    await until(status$, ({ hubReachable, waiting }) => hubReachable && waiting === 0);
  }
  await until(officer.observe('status', undefined), ({ peers }) => peers === null);
  const learner$ = officer.observe('learner', { learner: lab.learner });
  await until(learner$, ({ row }) => row.activeMs === 1400 && row.right === 1);
  const dropped = async () => (await readdir(join(lab.stationFolder('kiosk-2'), 'db'))).join();
  await expect.poll(dropped, { timeout: patienceMs }).not.toContain('peers-1');
  await Promise.all([kiosk.close(), supervisor.close(), back.close()]);
  expect(await copiesAt(lab, 'kiosk-2')).toBe(0);
  expect(await typesAtHub(lab, station)).toEqual([
    'sitting.started',
    'lesson.opened',
    'attempt.recorded',
    'attempt.recorded',
  ]);
});
