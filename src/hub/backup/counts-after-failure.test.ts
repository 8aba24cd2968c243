import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import { payloads } from '../../../tests/factories/events.ts';
import { MemoryDisk, openMemoryStorage } from '../../sync/store/memory-storage.ts';
import { hubKeysOf } from '../site/hub-keys.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import { copySite } from './copy-site.ts';
import { verifyBackup } from './verify-backup.ts';

const call = { say: () => undefined, signal: new AbortController().signal };

it('[BAK2] a backup holds as many events as the hub, also where that was first asked for some while its files could not be opened anew', async () => {
  const lab = await HubLab.make();
  const hub = await lab.open();
  const store = lab.store();
  const events = Array.from({ length: 6 }, () =>
    store.record(payloads.attempt('a', 'right'), lab.learner()),
  );
  await push(hub, lab.station(), events.slice(0, 3));
  lab.disk.failAfterWriting = true;
  for (let tries = 0; tries < 2; tries += 1) {
    expect((await push(hub, lab.station(), events.slice(3))).statusCode).toBe(507);
  }
  const asked = { [events[0]?._id ?? '']: ['1-a'] };
  await ask(hub, { path: '/events-0001/_revs_diff', body: asked, as: lab.station() });
  lab.disk.failAfterWriting = false;
  expect((await push(hub, lab.station(), events.slice(3))).statusCode).toBe(201);
  await hub.settled();
  const [segment] = hub.parts.databases.segments.readers;
  expect((await segment?.info())?.documents).toBe(6);

  const folder = await mkdtemp(join(tmpdir(), 'rean-backup-'));
  const { chains } = await copySite(hub.parts, { to: folder, signal: call.signal });
  const { keyring } = await readRequired(lab.vault, siteFiles.keyring);
  const keys = { siteKey: keyring.siteKey, hubKeys: await hubKeysOf(lab.vault) };
  const [chain] = chains;
  if (!chain) throw new Error('no chain');
  const trial = openMemoryStorage(new MemoryDisk());
  const { vector } = await verifyBackup({ folder, chain, keys, trial, ...call });
  expect(vector).toEqual({ [`${store.station.station}:${store.id}`]: 6 });
  await trial.close();
  await hub.close();
  await rm(folder, { recursive: true });
});
