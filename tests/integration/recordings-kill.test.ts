import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { hubRecordingsFolder } from '../../src/hub/recordings/hub-recordings.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { recordingNameSchema } from '../../src/shared/contracts/recording-copy.ts';
import { isNamed } from '../../src/station/recordings/sealed-recording.ts';
import { startStationProcess, stationReadySchema } from '../factories/headless-station.ts';
import { processLab } from '../factories/process-lab.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { recordingMaker } from '../factories/sealed-recordings.ts';
import { keyIn } from '../factories/test-store.ts';
import { testPort } from '../factories/test-port.ts';

const howMany = 12;
const patience = { timeout: 60_000, interval: 20 };

function ended(process: ReanProcess): ReanProcess {
  onTestFinished(async () => void (await process.end('SIGKILL')));
  return process;
}

/** A kiosk that recorded while its hub was away, on this PC's disk. */
async function recordedLab() {
  const port = await testPort();
  const hubUrls = [`https://127.0.0.1:${port}`];
  const lab = await processLab({ demo: true, learners: 1, hubUrls });
  const [kiosk = ''] = lab.stationFolders;
  const [learner] = lab.learners;
  if (learner === undefined) throw new Error('nobody is enrolled');
  const { keyring } = await readRequired(folderVault(lab.hubFolder), siteFiles.keyring);
  const make = recordingMaker();
  const key = keyIn(keyring, learner);
  const long = 'read aloud '.repeat(20_000);
  const files = Array.from({ length: howMany }, (_each, at) =>
    make(key, learner, `item-${String(at)}`, long),
  );
  const own = join(kiosk, 'recordings', learner);
  await mkdir(own, { recursive: true });
  for (const { name, sealed } of files) await writeFile(join(own, `${name}.json`), sealed);
  const names = files.map(({ name }) => `${name}.json`).toSorted();
  const atHub = join(hubRecordingsFolder(lab.hubFolder), learner);
  const startHub = async () => {
    const hub = ended(
      new ReanProcess(['hub', 'run', '--data', lab.hubFolder, '--port', String(port)]),
    );
    await hub.first('hub.ready', z.looseObject({}));
    return hub;
  };
  const startKiosk = async () => {
    const station = ended(startStationProcess(kiosk));
    await station.first('station.ready', stationReadySchema);
    return station;
  };
  return { names, atHub, startHub, startKiosk };
}

/** What counts of what lies there, each checked to be what its name says. */
async function wholeIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  for (const each of names) {
    const name = recordingNameSchema.parse(each.slice(0, -'.json'.length));
    expect(isNamed(await readFile(join(folder, each)), name)).toBe(true);
  }
  return names.toSorted();
}

it('[RAL6] every recording reaches the hub once, whoever is killed, and again where the hub lost all', async () => {
  const { names, atHub, startHub, startKiosk } = await recordedLab();
  const first = await startHub();
  const kiosk = await startKiosk();
  await vi.waitFor(async () => expect((await readdir(atHub)).length).toBeGreaterThan(0), patience);
  await first.end('SIGKILL');
  await wholeIn(atHub);
  const second = await startHub();
  await vi.waitFor(async () => expect((await wholeIn(atHub)).length).toBeGreaterThan(2), patience);
  await kiosk.end('SIGKILL');
  const again = await startKiosk();
  await vi.waitFor(async () => expect(await wholeIn(atHub)).toEqual(names), patience);
  await second.end('SIGKILL');
  await rm(dirname(atHub), { recursive: true });
  await startHub();
  await vi.waitFor(async () => expect(await wholeIn(atHub)).toEqual(names), patience);
  await again.end('SIGTERM');
  expect(await readdir(atHub)).toEqual(names);
});
