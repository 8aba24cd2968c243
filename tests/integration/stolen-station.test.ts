import { cp, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { keyringName } from '../../src/station/keyring/keyring-cache.ts';
import { wrappedKeyringSchema } from '../../src/shared/contracts/keyring.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { readWrappingKey, unwrapKeyring } from '../../src/sync/envelope/wrapping.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { rightCode } from '../factories/desk-people.ts';
import {
  startStationProcess,
  stationStatusLineSchema,
  windowOf,
} from '../factories/headless-station.ts';
import { testPack } from '../factories/pack-press.ts';
import { processLab } from '../factories/process-lab.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { testPort } from '../factories/test-port.ts';

/** What a thief reads out of a station's folder ([KEY1], [DIR2]): docs/security.md tells it in words. */

const typed = 'ទន្លេសាប';
/** The learner's name, what they typed, and their picture code. */
const secrets = ['សុខ', typed, rightCode.join(' '), JSON.stringify(rightCode)];

/** A copy of the folder of a station where a learner answered, pulled and saved everything. */
async function stolenFolder(): Promise<{ folder: string; learner: LearnerId }> {
  const port = await testPort();
  const lab = await processLab({
    demo: true,
    learners: 1,
    hubUrls: [`https://127.0.0.1:${port}`],
  });
  const words = ['hub', 'run', '--data', lab.hubFolder, '--port', String(port)];
  const hub = ended(new ReanProcess(words));
  await hub.first('hub.ready', z.looseObject({}));
  const [folder] = lab.stationFolders;
  const [learner] = lab.learners;
  if (folder === undefined || learner === undefined) throw new Error('no lab');
  const station = ended(startStationProcess(folder));
  await learnAt(station, learner);
  await station.end('SIGTERM');
  const stolen = join(await temporaryFolder(), 'stolen');
  await cp(folder, stolen, { recursive: true });
  return { folder: stolen, learner };
}

function ended(process: ReanProcess): ReanProcess {
  onTestFinished(async () => void (await process.end('SIGKILL')));
  return process;
}

async function learnAt(station: ReanProcess, learner: LearnerId): Promise<void> {
  const window = windowOf(station);
  await firstValueFrom(window.observe('people', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('sitting.start', { learner, code: [...rightCode] });
  await window.call('lesson.open', { pack: testPack, lesson: 'first' });
  const answers = [
    ['look', { type: 'present' }],
    ['choose', { type: 'choice', chosen: ['ka'] }],
    ['type', { type: 'textEntry', text: typed }],
  ] as const;
  for (const [item, response] of answers) {
    const given =
      response.type === 'choice' ? { ...response, chosen: [...response.chosen] } : response;
    await window.call('lesson.answer', { item, response: given, activeMs: 7 });
  }
  await window.call('sitting.end', { reason: 'learner' });
  await firstValueFrom(
    station.lines('station.status').pipe(
      filter((line) => {
        const { phase, waiting, hubReachable } = stationStatusLineSchema.parse(line);
        return phase === 'idle' && hubReachable && waiting === 0;
      }),
    ),
  );
}

/** Everything in it as text: its files, and the documents of its databases, which LevelDB packs. */
async function readable(folder: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    // What is in packs is the same for everybody.
    if (name.startsWith('packs') || !(await stat(path)).isFile()) continue;
    const bytes = await readFile(path);
    texts.push(bytes.toString('utf8'), bytes.toString('utf16le'));
  }
  const storage = await openLevelStorage(join(folder, 'db'));
  for (const name of await storage.list()) {
    const documents = await (await storage.open(name)).range({ from: '', to: '\uffff' });
    texts.push(JSON.stringify(documents));
  }
  await storage.close();
  return texts;
}

describe('a station’s folder that was stolen', { timeout: 60_000 }, () => {
  it('[KEY1] [DIR2] holds no name, answer or code in the clear; with its own keys, names open', async () => {
    const { folder, learner } = await stolenFolder();
    const texts = await readable(folder);
    expect(texts.join('\n')).toContain(learner);
    for (const secret of secrets) {
      const told = [
        secret,
        Buffer.from(secret)
          .toString('base64')
          .replace(/.{0,2}=*$/, ''),
      ];
      expect(texts.filter((text) => told.some((each) => text.includes(each)))).toEqual([]);
    }
    // The key that opens the keyring lies beside it: without disk encryption a thief has both.
    const { wrappingKey } = await readStationConfig(folder);
    const wrapped: unknown = JSON.parse(await readFile(join(folder, keyringName), 'utf8'));
    const own = readWrappingKey(wrappingKey.privateKey);
    const keyring = unwrapKeyring(wrappedKeyringSchema.parse(wrapped), own);
    expect(keyring.learners.map((each) => each.learner)).toContain(learner);
  });
});
