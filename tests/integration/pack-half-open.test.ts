import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { FetchWatch } from '../../src/content/store/pack-origin.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import type { PackStore } from '../../src/content/store/pack-store.ts';
import { hubPacksFolder } from '../../src/hub/packs/hub-packs.ts';
import { packFileRoots } from '../../src/shared/contracts/pack-files.ts';
import { lineOrigin } from '../../src/station/packs/line-origin.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import { FaultyProxy } from '../factories/faulty-proxy.ts';
import { configOf } from '../factories/introduced-lab.ts';
import { patientWatch } from '../factories/pack-origins.ts';
import {
  pressPack,
  publisher,
  storeOptions,
  testPack,
  testVersion,
} from '../factories/pack-press.ts';
import { packSource } from '../factories/pack-source.ts';
import { realLab } from '../factories/real-lab.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

const mebibyte = 1024 * 1024;
const wanted = { pack: testPack, version: testVersion('1.0.0') };
/** So that the test need not wait as long as a station does, ms. */
const quietMs = 1000;

async function trusting(folder: string): Promise<PackStore> {
  const store = await openPackStore(storeOptions(folder));
  await store.trust({ name: 'Publisher', publicKey: publisher.publicKey });
  return store;
}

/** A pack with a recording of some MiB at a hub that runs, and a station's line to it over a cable. */
async function labWithCable() {
  const lab = await realLab();
  const draft = packSource();
  const recording = randomBytes(6 * mebibyte).toString('base64');
  const file = await pressPack({
    ...draft,
    files: { ...draft.files, 'audio/look.ogg': recording },
  });
  await (await trusting(hubPacksFolder(join(lab.folder, 'hub')))).install(file);
  const hub = await lab.startHub();
  const effects: string[] = [];
  const cable = await FaultyProxy.open(Number(new URL(hub.url).port), {
    randomness: seededRandomness(5),
    took: (effect) => effects.push(effect),
  });
  onTestFinished(() => cable.close());
  const { tls } = await configOf(lab, 'kiosk-1');
  const transport = hubTransport({ url: `https://127.0.0.1:${cable.port}`, tls });
  onTestFinished(() => transport.close());
  return { cable, effects, origin: lineOrigin(transport, packFileRoots.hub, quietMs) };
}

/** Notes how far a download was when it began and how far it came; `came` may meddle with the line. */
function watching(came: (done: number) => void = () => undefined) {
  const seen = { first: -1, last: -1, total: -1 };
  const watch: FetchWatch = patientWatch({
    progress: (done, total) => {
      if (seen.first === -1) seen.first = done;
      seen.last = done;
      seen.total = total;
      came(done);
    },
  });
  return { seen, watch };
}

it('[PKG18] a line that is half-open in mid-download is given up on, and the next goes on at its byte', async () => {
  const { cable, effects, origin } = await labWithCable();
  const store = await trusting(await temporaryFolder());
  const cut = watching((done) => {
    if (done > 2 * mebibyte) cable.mood = 'swallows';
  });
  // nobody tells the station: the line stays open, and nothing comes over it any more
  await expect(store.fetch(wanted, origin, cut.watch)).rejects.toMatchObject({
    code: 'hub.timeout',
    facts: { timeoutMs: quietMs },
  });
  const again = watching();
  await expect(store.fetch(wanted, origin, again.watch)).rejects.toMatchObject({
    code: 'hub.timeout',
  });
  expect(again.seen).toEqual({ first: cut.seen.last, last: cut.seen.last, total: cut.seen.total });
  expect(cut.seen.last).toBeGreaterThan(2 * mebibyte);
  expect(cut.seen.last).toBeLessThan(cut.seen.total);
  cable.mood = 'well';
  const last = watching();
  await store.fetch(wanted, origin, last.watch);
  expect(last.seen).toEqual({ first: cut.seen.last, last: cut.seen.total, total: cut.seen.total });
  expect(await store.verifyInstalled(wanted.pack, wanted.version)).toEqual([]);
  expect(effects).not.toContain('cut');
});

it('[PKG18] a cable that breaks off each connection, or has everything come late, only makes it longer', async () => {
  const { cable, origin } = await labWithCable();
  const store = await trusting(await temporaryFolder());
  cable.mood = 'breaks';
  const broken = watching();
  await expect(store.fetch(wanted, origin, broken.watch)).rejects.toMatchObject({
    code: 'hub.unreachable',
  });
  cable.mood = 'well';
  await store.fetch(
    wanted,
    origin,
    watching((done) => {
      if (done > 7.5 * mebibyte) cable.mood = 'slow';
    }).watch,
  );
  expect(await store.verifyInstalled(wanted.pack, wanted.version)).toEqual([]);
});
