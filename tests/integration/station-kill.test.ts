import { once } from 'node:events';
import { join } from 'node:path';
import { filter, firstValueFrom, timeout } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Response } from '../../src/shared/contracts/lesson.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { passphrase, rightCode } from '../factories/desk-people.ts';
import { testPack } from '../factories/pack-press.ts';
import { realLab } from '../factories/real-lab.ts';
import type { RealLab } from '../factories/real-lab.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { startKioskProcess } from '../factories/kiosk-process.ts';
import { kioskWindow, supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';

const seed = 4711;
const kills = 6;

const walk: readonly (readonly [string, Response])[] = [
  ['look', { type: 'present' }],
  ['choose', { type: 'choice', chosen: ['ka'] }],
  ['type', { type: 'textEntry', text: 'ខ្មែរ' }],
];

/** Walks the lesson again and again, telling of every answer that was marked. */
async function work(window: KioskWindow, marked: () => void): Promise<void> {
  for (;;) {
    const { items } = await window.call('lesson.open', { pack: testPack, lesson: 'first' });
    for (const [item, response] of walk) {
      if (items[item] !== undefined) continue;
      await window.call('lesson.answer', { item, response, activeMs: 1 });
      marked();
    }
  }
}

/** Kills the station after so many marked answers, with the next one under way. */
async function workUntilKilled(lab: RealLab, answers: number): Promise<number> {
  const { child, window } = await startKioskProcess(lab.stationFolder('kiosk-1'));
  await firstValueFrom(window.observe('people', undefined).pipe(filter(({ ready }) => ready)));
  const signedIn = { learner: lab.learner, code: [...rightCode] };
  expect(await window.call('sitting.start', signedIn)).toEqual({ result: 'signed-in' });
  let marked = 0;
  const gone = once(child, 'exit');
  void work(window, () => {
    marked += 1;
    if (marked === answers) setImmediate(() => child.kill('SIGKILL'));
  }).catch(() => undefined);
  await gone;
  window.close();
  return marked;
}

async function attemptsOnDisk(lab: RealLab): Promise<number> {
  const storage = await openLevelStorage(join(lab.stationFolder('kiosk-1'), 'db'));
  const events = await (await storage.open('events-0001')).range({ from: 'st-', to: 'st-~' });
  await storage.close();
  return events.filter((event) => event['type'] === 'attempt.recorded').length;
}

describe('a station killed again and again', () => {
  it('[EVT2] keeps every answer it marked, and the hub gets each once', async () => {
    const lab = await realLab();
    const hub = await lab.startHub();
    const random = seededRandomness(seed);
    let marked = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill === 2) await hub.close();
      marked += await workUntilKilled(lab, 3 + Math.floor(random.fraction() * 12));
    }
    const onDisk = await attemptsOnDisk(lab);
    expect(onDisk).toBeGreaterThanOrEqual(marked);
    expect(onDisk).toBeLessThanOrEqual(marked + kills);

    await lab.startHub();
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    const saved$ = window.observe('status', undefined);
    await firstValueFrom(
      saved$.pipe(filter(({ waiting, hubReachable }) => hubReachable && waiting === 0)),
    );
    const officer = supervisorWindow(await lab.openStation('supervisor'));
    await firstValueFrom(officer.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
    await officer.call('staff.sign-in', { staff: lab.officer, passphrase });
    const page$ = officer.observe('learner', { learner: lab.learner });
    const folded = await firstValueFrom(
      page$.pipe(
        filter(({ row }) => row.activeMs === onDisk),
        timeout({ first: 20_000 }),
      ),
    );
    expect(folded.row.right).toBe(folded.row.attempts);
  });
});
