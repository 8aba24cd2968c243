import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupLab } from '../../../tests/factories/backup-lab.ts';
import { backUp, restore } from '../../../tests/factories/backups.ts';
import { call, runHub } from '../../../tests/factories/https-hub.ts';
import { recordingMaker } from '../../../tests/factories/sealed-recordings.ts';
import type { SealedFile } from '../../../tests/factories/sealed-recordings.ts';
import { keyIn } from '../../../tests/factories/test-store.ts';
import { recordingPath } from '../../shared/contracts/recording-copy.ts';
import { ReanError } from '../../shared/errors.ts';
import { eraseLearner } from '../erasure/erase-learner.ts';
import type { StartedHub } from '../server/start-hub.ts';

let lab: BackupLab;
let hub: StartedHub;
let make: (item: string, what?: string) => SealedFile;
const open: StartedHub[] = [];

beforeEach(async () => {
  lab = await BackupLab.make();
  hub = await started(lab.site.folder);
  const sealing = recordingMaker();
  const { learner, keyring } = lab.site;
  make = (item, what) => sealing(keyIn(keyring, learner), learner, item, what);
}, 60_000);
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await lab.site.remove();
});

async function started(folder: string): Promise<StartedHub> {
  const running = await runHub({ ...lab.site, folder });
  open.push(running);
  return running;
}

const stop = (running: StartedHub) => {
  open.splice(open.indexOf(running), 1);
  return running.close();
};

const asked = (file: SealedFile) => ({ path: recordingPath(file), as: lab.store.station });
const put = async (file: SealedFile) =>
  (await call(hub.url, lab.site, { ...asked(file), method: 'PUT', body: file.sealed })).status;
const get = async (file: SealedFile, from: StartedHub) => {
  const { status, body } = await call(from.url, lab.site, asked(file));
  return status === 200 ? body : status;
};
const beside = () => join(lab.to, 'recordings', lab.site.learner);

async function restored(keys = lab.keys): Promise<StartedHub> {
  const again = join(lab.root, 'again');
  await restore(again, lab.to, keys);
  return started(again);
}

describe('[RAL8] recordings in a backup', () => {
  it('are copied, those that are new, as they lie, and come back with a restore', async () => {
    const first = make('letter');
    await put(first);
    expect((await backUp(lab.site.folder, lab.to)).recordings).toEqual({ copied: 1, held: 1 });
    const second = make('other');
    await put(second);
    expect((await backUp(lab.site.folder, lab.to)).recordings).toEqual({ copied: 1, held: 2 });
    expect((await backUp(lab.site.folder, lab.to)).recordings).toEqual({ copied: 0, held: 2 });
    expect(await readdir(beside())).toEqual(
      [first, second].map(({ name }) => `${name}.json`).toSorted(),
    );
    await stop(hub);
    const again = await restored();
    for (const file of [first, second]) expect(await get(file, again)).toBe(file.sealed);
  });

  it('that the stick spoiled are copied anew; one spoiled after that is left out of a restore', async () => {
    const [first, second] = [make('letter'), make('other')];
    for (const file of [first, second]) await put(file);
    await backUp(lab.site.folder, lab.to);
    const spoil = async ({ name }: SealedFile) => {
      const path = join(beside(), `${name}.json`);
      await writeFile(path, (await readFile(path, 'utf8')).slice(1));
    };
    await spoil(first);
    expect((await backUp(lab.site.folder, lab.to)).recordings).toEqual({ copied: 1, held: 2 });
    await spoil(second);
    await stop(hub);
    const again = await restored();
    expect([await get(first, again), await get(second, again)]).toEqual([first.sealed, 404]);
  });

  it('stay there for a hub that was restored without them, but for what it has later', async () => {
    const [early, other] = [make('letter', 'early'), make('other')];
    for (const file of [early, other]) await put(file);
    await backUp(lab.site.folder, lab.to);
    await stop(hub);
    const empty = join(lab.root, 'empty');
    await restore(empty, null, lab.keys);
    hub = await started(empty);
    const late = make('letter', 'late');
    expect(await put(late)).toBe(200);
    expect((await backUp(empty, lab.to)).recordings).toEqual({ copied: 1, held: 2 });
    const names = [other, late].map(({ name }) => `${name}.json`);
    expect(await readdir(beside())).toEqual(names);
  });

  it('of an erased learner go with the next backup, and come back by none of before', async () => {
    const file = make('letter');
    await put(file);
    await backUp(lab.site.folder, lab.to);
    const acting = { by: 'console', who: 'Sok', second: { name: 'Chan' } } as const;
    await eraseLearner(hub.hub.parts, lab.site.learner, 'asked', acting);
    const taken = { copyRecordings: () => Promise.resolve({ copied: 0, held: 0 }) };
    await backUp(lab.site.folder, lab.to, taken);
    expect(await readdir(beside())).toHaveLength(1);
    await stop(hub);
    const again = await restored();
    expect(await get(file, again)).toBe(404);
    expect(await readdir(join(lab.root, 'again'), { recursive: true })).not.toContain(
      `${file.name}.json`,
    );
    await stop(again);
    expect((await backUp(lab.site.folder, lab.to)).recordings).toEqual({ copied: 0, held: 0 });
    expect(await readdir(join(lab.to, 'recordings'))).toEqual([]);
  });

  it('that don’t fit are told, and the records are backed up all the same', async () => {
    await put(make('letter'));
    const full = () => Promise.reject(new ReanError('store.full'));
    const done = await backUp(lab.site.folder, lab.to, { copyRecordings: full });
    expect(done.recordings).toEqual({ failure: 'store.full' });
    await stop(hub);
    await expect(restored()).resolves.toBeDefined();
  });
});
