import { once } from 'node:events';
import { watch as watchFolder } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import type { Present } from '../../src/hub/commands/at-the-keyboard.ts';
import { askRunningHub } from '../../src/hub/control/control-client.ts';
import { eraseCommand, erasedCommand } from '../../src/hub/erasure/erasure-commands.ts';
import { openHub } from '../../src/hub/server/open-hub.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { rightCode } from '../factories/desk-people.ts';
import {
  startStationProcess,
  stationReadySchema,
  windowOf,
} from '../factories/headless-station.ts';
import { startHubProcess } from '../factories/hub-process.ts';
import { processLab } from '../factories/process-lab.ts';
import { silentLog } from '../factories/real-lab.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { testPort } from '../factories/test-port.ts';
import { twoManagers } from '../factories/two-managers.ts';

const call = { say: () => undefined, signal: new AbortController().signal };

function ended(process: ReanProcess): ReanProcess {
  onTestFinished(async () => void (await process.end('SIGKILL')));
  return process;
}

function erase(hubFolder: string, learner: LearnerId, managers: readonly [Present, Present]) {
  const [who, second] = managers;
  const asked = { learner, reason: 'asked', who, second } as const;
  return askRunningHub(hubFolder, eraseCommand, asked, call);
}

describe('[ERA3] [ERA9] an erasure while one learner sits at a station and another station is away', () => {
  it('ends the sitting, and waits for the station that is away until it is back', async () => {
    const port = await testPort();
    const hubUrl = `https://127.0.0.1:${port}`;
    const lab = await processLab({ demo: true, learners: 2, hubUrls: [hubUrl, hubUrl] });
    const managers = await twoManagers(lab.hubFolder);
    const words = ['hub', 'run', '--data', lab.hubFolder, '--port', String(port)];
    await ended(new ReanProcess(words)).first('hub.ready', z.looseObject({}));
    const [here = '', away = ''] = lab.stationFolders;
    const [learner, other] = lab.learners;
    if (learner === undefined || other === undefined) throw new Error('nobody is enrolled');
    const start = async (folder: string) => {
      const station = ended(startStationProcess(folder));
      const { station: id } = await station.first('station.ready', stationReadySchema);
      const window = windowOf(station);
      await firstValueFrom(window.observe('people', undefined).pipe(filter(({ ready }) => ready)));
      return { station, id, window };
    };
    const [near, far] = await Promise.all([start(here), start(away)]);
    const sit = (who: LearnerId) =>
      near.window.call('sitting.start', { learner: who, code: [...rightCode] });
    expect(await sit(learner)).toEqual({ result: 'signed-in' });
    await far.station.end('SIGKILL');

    const pending = async () => {
      const told = await askRunningHub(lab.hubFolder, erasedCommand, {}, call);
      return told?.output.erased[0]?.pending.map(({ station }) => station);
    };
    await erase(lab.hubFolder, learner, managers);
    const sitting$ = near.window.observe('sitting', undefined);
    await firstValueFrom(sitting$.pipe(filter((sitting) => sitting === null)));
    expect(await sit(other)).toEqual({ result: 'signed-in' });
    await expect.poll(pending, { timeout: 20_000 }).toEqual([far.id]);
    const back = await start(away);
    await expect.poll(pending, { timeout: 20_000 }).toEqual([]);
    const { learners } = await firstValueFrom(back.window.observe('people', undefined));
    expect(learners.map((each) => each.learner)).not.toContain(learner);
  });
});

/** When the hub is killed: so long after it was asked, or as soon as something of it changes on the disk. */
type Kill = { readonly ms: number } | { readonly onWriteTo: string };

const kills: readonly Kill[] = [
  { onWriteTo: 'journal' },
  { onWriteTo: 'directory' },
  { onWriteTo: 'secrets' },
  { ms: 10 },
];

async function momentOf(kill: Kill, hubFolder: string, signal: AbortSignal): Promise<void> {
  if ('ms' in kill) return after(kill.ms);
  const names = await readdir(hubFolder, { recursive: true, withFileTypes: true });
  const folder = names.find((each) => each.isDirectory() && each.name.startsWith(kill.onWriteTo));
  if (folder === undefined) throw new Error(`no ${kill.onWriteTo}`);
  await once(watchFolder(join(folder.parentPath, folder.name), { signal }), 'change');
}

/** What is left of a learner once the hub has been started again: `true` where there is something. */
async function leftOf(hubFolder: string, learner: LearnerId) {
  const hub = await openHub({ folder: hubFolder, version: '0.0.0', log: silentLog });
  try {
    await hub.settled();
    const { office, registry } = hub.parts;
    const { keyring } = await readRequired(folderVault(hubFolder), siteFiles.keyring);
    const documents = (await office.directory.all()).map(({ _id }) => _id);
    return {
      entered: (await office.factsAfter(0, ['learner.erased'])).some(
        ({ payload }) => payload.grounds?.learner === learner,
      ),
      key: keyring.learners.some((each) => each.learner === learner),
      registered: registry.learners().includes(learner),
      documents: documents.filter((id) => id.includes(learner) && !id.startsWith('erased:')).length,
    };
  } finally {
    await hub.close();
  }
}

describe('[ERA7] a hub killed in the middle of an erasure', { timeout: 120_000 }, () => {
  it('has all of it done at its next start, or nothing of it', async () => {
    const hubUrls: string[] = [];
    const lab = await processLab({ demo: true, learners: kills.length, hubUrls });
    const managers = await twoManagers(lab.hubFolder);
    const seen = new Set<boolean>();
    for (const [round, kill] of kills.entries()) {
      const learner = lab.learners[round];
      if (learner === undefined) throw new Error('nobody is enrolled');
      const hub = await startHubProcess(lab.hubFolder);
      const due = new AbortController();
      const killed = momentOf(kill, lab.hubFolder, due.signal).catch(() => undefined);
      const answered = erase(lab.hubFolder, learner, managers).then(
        (done) => done !== null,
        () => false,
      );
      await Promise.race([killed, answered]);
      await hub.end('SIGKILL');
      due.abort();
      const left = await leftOf(lab.hubFolder, learner);
      const where = JSON.stringify(kill);
      seen.add(left.entered);
      // What was answered holds.
      expect([where, left.entered || !(await answered)]).toEqual([where, true]);
      const whole = left.entered
        ? { entered: true, key: false, registered: false, documents: 0 }
        : { entered: false, key: true, registered: true, documents: 2 };
      expect([where, left]).toEqual([where, whole]);
    }
    expect(seen).toContain(true);
  });
});
