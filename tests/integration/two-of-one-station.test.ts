import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import { expect, it, onTestFinished } from 'vitest';
import { decideClone } from '../../src/hub/clones/decide-clone.ts';
import { startHub } from '../../src/hub/server/start-hub.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import { rightCode } from '../factories/desk-people.ts';
import {
  startStationProcess,
  stationReadySchema,
  stationStatusLineSchema,
  windowOf,
} from '../factories/headless-station.ts';
import { testPack } from '../factories/pack-press.ts';
import { processLab } from '../factories/process-lab.ts';
import type { ReanProcess } from '../factories/rean-process.ts';
import { silentLog } from '../factories/real-lab.ts';
import { testPort } from '../factories/test-port.ts';

const patience = { timeout: 60_000, interval: 500 };

function started(folder: string): ReanProcess {
  const station = startStationProcess(folder);
  onTestFinished(async () => void (await station.end('SIGKILL')));
  return station;
}

async function configIn(folder: string) {
  const text = await readFile(join(folder, 'station.json'), 'utf8');
  return stationConfigSchema.parse(JSON.parse(text));
}

type Status = ReturnType<typeof stationStatusLineSchema.parse>;

async function status(station: ReanProcess, holds: (status: Status) => boolean) {
  await firstValueFrom(
    station
      .lines('station.status')
      .pipe(filter((line) => holds(stationStatusLineSchema.parse(line)))),
  );
}
const isSaved = ({ phase, waiting, hubReachable }: Status) =>
  phase === 'idle' && hubReachable && waiting === 0;

it('[CLO1] [CLO2] two PCs of one copied folder are noticed, one goes on, and nothing of either is lost', async () => {
  const port = await testPort();
  const lab = await processLab({ demo: true, learners: 1, hubUrls: [`https://127.0.0.1:${port}`] });
  const [learner] = lab.learners;
  const [folder = ''] = lab.stationFolders;
  if (learner === undefined) throw new Error('nobody');
  const address = { host: '127.0.0.1', port };
  const hub = await startHub({ folder: lab.hubFolder, ...address, version: '0', log: silentLog });
  onTestFinished(() => hub.close());
  const { parts } = hub.hub;

  /** One sitting with one answer, on that PC's disk. */
  const learn = async (station: ReanProcess, activeMs: number) => {
    const window = windowOf(station);
    await firstValueFrom(window.observe('people', undefined).pipe(filter(({ ready }) => ready)));
    const signIn = { learner, code: [...rightCode] };
    expect(await window.call('sitting.start', signIn)).toEqual({ result: 'signed-in' });
    await window.call('lesson.open', { pack: testPack, lesson: 'first' });
    const answer = { item: 'look', response: { type: 'present' }, activeMs } as const;
    await window.call('lesson.answer', answer);
    await window.call('sitting.end', { reason: 'learner' });
  };
  /** How many contents the hub has, counted or held back. */
  const contents = async () => {
    await hub.hub.settled();
    let events = 0;
    for (const reader of parts.databases.segments.readers)
      events += (await reader.info()).documents;
    return { events, held: await parts.desk.open() };
  };

  const first = started(folder);
  await learn(first, 11);
  await status(first, isSaved);
  expect(await first.end('SIGTERM')).toBe(0);
  const copy = `${folder}-copy`;
  await cp(folder, copy, { recursive: true });

  const { station } = await configIn(folder);
  const [one, two] = [started(folder), started(copy)];
  for (const each of [one, two]) await status(each, isSaved);
  await learn(one, 22);
  await learn(two, 33);
  for (const each of [one, two]) await status(each, isSaved);
  const twins = () => parts.machines.twins(station, null);
  await expect
    .poll(async () => {
      // Whatever moves at the hub has every station ask again at once.
      await parts.office.record({ type: 'keys.recovered', documents: () => [] });
      return twins().length;
    }, patience)
    .toBe(2);
  const both = await contents();
  expect(both.held).toBeGreaterThan(1);

  const [, chosen] = twins();
  await decideClone(parts, { station, machine: chosen?.machine ?? '' }, {});
  const before = (await configIn(folder)).signingKey.privateKey;
  const renewed = async () => {
    const keys = await Promise.all([folder, copy].map(configIn));
    return keys.map(({ signingKey }) => signingKey.privateKey !== before);
  };
  await expect.poll(async () => (await renewed()).filter(Boolean).length, patience).toBe(1);
  const [ofFirst] = await renewed();
  const winner = { folder: ofFirst ? folder : copy, was: ofFirst ? one : two };
  const loser = { folder: ofFirst ? copy : folder, was: ofFirst ? two : one };
  expect(await winner.was.end('SIGTERM')).toBe(0);
  const again = started(winner.folder);
  await again.first('station.ready', stationReadySchema);
  // Each says of itself which of the two it is.
  await status(again, (each) => isSaved(each) && each.machine === chosen?.machine);
  expect(twins()).toEqual([]);

  // What is recorded at the other one still comes to the hub; it is told that it is the station no more.
  const counted = await contents();
  await learn(loser.was, 44);
  expect(await loser.was.end('SIGTERM')).toBe(0);
  const left = started(loser.folder);
  await status(left, ({ notices, waiting }) => waiting === 0 && notices.includes('hub-refused'));
  const after = await contents();
  expect(after.events + after.held).toBeGreaterThan(counted.events + counted.held);
  await learn(again, 55);
  await status(again, isSaved);
});
