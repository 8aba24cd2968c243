import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import { backUp, restore } from '../factories/backups.ts';
import { rightCode } from '../factories/desk-people.ts';
import {
  startStationProcess,
  stationStatusLineSchema,
  windowOf,
} from '../factories/headless-station.ts';
import { startHubProcess } from '../factories/hub-process.ts';
import { testPack } from '../factories/pack-press.ts';
import { processLab } from '../factories/process-lab.ts';
import type { ProcessLab } from '../factories/process-lab.ts';
import { testPort } from '../factories/test-port.ts';

/** Starts a hub there, and ends it with the test. */
async function hubAt(folder: string, port: number) {
  const hub = await startHubProcess(folder, folder, port);
  onTestFinished(async () => void (await hub.end('SIGKILL')));
  return hub;
}

/** Starts the station, records one answer, waits until it is saved at the hub, and ends it. */
async function workAt(folder: string, { learners: [learner] }: ProcessLab): Promise<void> {
  if (learner === undefined) throw new Error('nobody');
  const station = startStationProcess(folder);
  onTestFinished(async () => void (await station.end('SIGKILL')));
  const window = windowOf(station);
  await firstValueFrom(window.observe('people', undefined).pipe(filter(({ ready }) => ready)));
  const signIn = { learner, code: [...rightCode] };
  expect(await window.call('sitting.start', signIn)).toEqual({ result: 'signed-in' });
  await window.call('lesson.open', { pack: testPack, lesson: 'first' });
  const answer = { item: 'look', response: { type: 'present' }, activeMs: 5 } as const;
  await window.call('lesson.answer', answer);
  await window.call('sitting.end', { reason: 'learner' });
  const saved = ({
    phase,
    waiting,
    hubReachable,
  }: ReturnType<typeof stationStatusLineSchema.parse>) =>
    phase === 'idle' && hubReachable && waiting === 0;
  const status$ = station.lines('station.status');
  await firstValueFrom(status$.pipe(filter((line) => saved(stationStatusLineSchema.parse(line)))));
  expect(await station.end('SIGTERM')).toBe(0);
}

/** What a technician changes at a station: where the hub is, and nothing else. */
async function pointAt(folder: string, url: string): Promise<void> {
  const path = join(folder, 'station.json');
  const config = stationConfigSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  await writeFile(path, JSON.stringify({ ...config, hub: { url } }));
}

describe('a site that moves', () => {
  it('[SYN11] goes on in another folder, at another address and name, copied or restored', async () => {
    const ports = [await testPort(), await testPort(), await testPort()] as const;
    const hubUrls = [`https://127.0.0.1:${ports[0]}`];
    const lab = await processLab({ demo: true, learners: 1, hubUrls });
    const [station = ''] = lab.stationFolders;
    const stick = join(lab.hubFolder, '..', 'stick');
    await mkdir(stick);
    const first = await hubAt(lab.hubFolder, ports[0]);
    await workAt(station, lab);
    expect(await first.end('SIGTERM')).toBe(0);

    // By a copy of the folder of a hub that is stopped.
    const copied = join(lab.hubFolder, '..', 'elsewhere', 'hub');
    await cp(lab.hubFolder, copied, { recursive: true });
    await rm(lab.hubFolder, { recursive: true });
    const second = await hubAt(copied, ports[1]);
    await pointAt(station, `https://localhost:${ports[1]}`);
    await workAt(station, lab);
    await backUp(copied, stick);
    expect(await second.end('SIGTERM')).toBe(0);

    // By a backup and the file of its keys.
    const restored = join(lab.hubFolder, '..', 'third');
    await restore(restored, stick, join(stick, '..', 'keys'));
    await hubAt(restored, ports[2]);
    await pointAt(station, `https://127.0.0.1:${ports[2]}`);
    await workAt(station, lab);
  });
});
