import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { rightCode } from '../factories/desk-people.ts';
import {
  startStationProcess,
  stationReadySchema,
  stationStatusLineSchema,
  windowOf,
} from '../factories/headless-station.ts';
import { testPack } from '../factories/pack-press.ts';
import { processLab } from '../factories/process-lab.ts';
import type { ProcessLab } from '../factories/process-lab.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { testPort } from '../factories/test-port.ts';

const refusedSchema = z.looseObject({ reason: z.string() });

/** A lab of one kiosk with its hub running. */
async function runningLab(demo: boolean) {
  const port = await testPort();
  const lab = await processLab({ demo, learners: 1, hubUrls: [`https://127.0.0.1:${port}`] });
  const words = ['hub', 'run', '--data', lab.hubFolder, '--port', String(port)];
  await ended(new ReanProcess(words)).first('hub.ready', z.looseObject({}));
  const folder = lab.stationFolders[0] ?? '';
  return { lab, folder, station: ended(startStationProcess(folder)) };
}

function ended(process: ReanProcess): ReanProcess {
  onTestFinished(async () => void (await process.end('SIGKILL')));
  return process;
}

async function signIn(station: ReanProcess, { learners }: ProcessLab) {
  const window = windowOf(station);
  await firstValueFrom(window.observe('people', undefined).pipe(filter(({ ready }) => ready)));
  const [learner] = learners;
  if (learner === undefined) throw new Error('nobody is enrolled');
  return { window, result: await window.call('sitting.start', { learner, code: [...rightCode] }) };
}

describe('rean station --headless', () => {
  it('[STN1] [STN2] runs a station whose robot learns at a demo site, and saves it', async () => {
    const { lab, folder, station } = await runningLab(true);
    expect(await station.first('station.ready', stationReadySchema)).toMatchObject({
      kind: 'kiosk',
      pid: station.pid,
    });
    const { window, result } = await signIn(station, lab);
    expect(result).toEqual({ result: 'signed-in' });
    await window.call('lesson.open', { pack: testPack, lesson: 'first' });
    const answer = { item: 'look', response: { type: 'present' }, activeMs: 7 } as const;
    await window.call('lesson.answer', answer);
    const status$ = station.lines('station.status');
    await firstValueFrom(
      status$.pipe(
        filter((line) => {
          const { phase, waiting, hubReachable } = stationStatusLineSchema.parse(line);
          return phase === 'idle' && hubReachable && waiting === 0;
        }),
      ),
    );
    const second = ended(startStationProcess(folder));
    expect(await second.over()).toBe(75);
    expect(second.said).toContain('Another process has this station');
    expect(await station.end('SIGTERM')).toBe(0);
  });

  it('[STN2] hears no robot at a real site', async () => {
    const { lab, station } = await runningLab(false);
    const learner = lab.learners[0];
    const input = { learner, code: rightCode };
    station.write({ kind: 'command', id: 1, name: 'sitting.start', input });
    const refused = await station.first('line.refused', refusedSchema);
    expect(refused.reason).toBe('no demo site');
    expect(await station.end('SIGTERM')).toBe(0);
  });

  it('[STN3] says why it can not start, and ends with a code', async () => {
    const folder = join(await temporaryFolder(), 'empty');
    await mkdir(folder);
    const station = ended(startStationProcess(folder));
    expect(await station.over()).toBe(78);
    expect(station.said).toContain('not enrolled as a station');
    const unwindowed = ended(new ReanProcess(['station', '--data', folder]));
    expect(await unwindowed.over()).toBe(78);
  });

  it('[STN3] ends too where it can not start for something it opens late, or no folder is one', async () => {
    const lab = await processLab({ demo: false, learners: 1, hubUrls: ['https://127.0.0.1:1'] });
    const folder = lab.stationFolders[0] ?? '';
    for (const name of ['packs', 'db']) {
      await rm(join(folder, name), { recursive: true, force: true });
      await writeFile(join(folder, name), 'no folder');
      const station = ended(startStationProcess(folder));
      expect(await station.over()).toBe(74);
      expect(station.said).toContain(`does not open (${join(folder, name)})`);
      await rm(join(folder, name));
    }
  });
});
