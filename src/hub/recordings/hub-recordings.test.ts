import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { dara, sokha } from '../../../tests/factories/desk-people.ts';
import { recordingMaker } from '../../../tests/factories/sealed-recordings.ts';
import type { SealedFile } from '../../../tests/factories/sealed-recordings.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import type { Disk } from '../../content/disk/disk.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { mostOfLearner } from '../../domain/recordings/kept-recordings.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { recordingIdSchema } from '../../shared/ids.ts';
import { recordingName, recordingParts } from '../../shared/contracts/recording-copy.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { HubRecordings } from './hub-recordings.ts';
import type { HubRecordingsOptions } from './hub-recordings.ts';

const random = seededRandomness(6);
const keyOf = (learner: LearnerId) =>
  newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random);
const key = keyOf(sokha);
const make = recordingMaker();

let folder = '';
let recordings: HubRecordings;

beforeEach(async () => {
  folder = join(await temporaryFolder(), 'recordings');
  recordings = open();
});

function open(over: Partial<Disk> = {}, bounds?: HubRecordingsOptions['bounds']): HubRecordings {
  const disk = { ...nodeDisk(), freeBytes: () => Promise.resolve(2 ** 40), ...over };
  return new HubRecordings({ folder, disk, randomness: random, ...(bounds ? { bounds } : {}) });
}

const take = ({ learner, name, sealed }: SealedFile, to = recordings, isWanted = () => true) =>
  to.take({ learner, name, bytes: Buffer.from(sealed), isWanted });

describe('recordings at a hub', () => {
  it('[RAL6] lie as they were sealed, and are taken once however often they are sent', async () => {
    const file = make(key, sokha, 'letter');
    expect([await take(file), await take(file)]).toEqual(['kept', 'kept']);
    expect(await Promise.all([take(file), take(file, open())])).toEqual(['kept', 'kept']);
    expect(await readdir(join(folder, sokha))).toEqual([`${file.name}.json`]);
    expect(Buffer.from((await recordings.file(sokha, file.name)) ?? []).toString()).toBe(
      file.sealed,
    );
    expect(await recordings.of(sokha)).toEqual([file.name]);
    expect(await recordings.of(dara)).toEqual([]);
  });

  it('[RAL6] take the place of earlier ones of the same text, in whatever order they come', async () => {
    const early = make(key, sokha, 'letter', 'early');
    const late = make(key, sokha, 'letter', 'late');
    expect([await take(late), await take(early), await take(late)]).toEqual([
      'kept',
      'superseded',
      'kept',
    ]);
    expect(await recordings.of(sokha)).toEqual([late.name]);
  });

  it('[RAL7] are twelve of a learner, and of another as many', async () => {
    const files = Array.from({ length: mostOfLearner + 2 }, (_each, at) =>
      make(key, sokha, `item-${String(at)}`),
    );
    for (const file of files) await take(file);
    expect(await recordings.of(sokha)).toEqual(files.slice(2).map(({ name }) => name));
    expect(await take(make(keyOf(dara), dara, 'letter'))).toBe('kept');
    expect(await recordings.learners()).toEqual([dara, sokha].toSorted());
  });

  it('[RAL6] keep the first of two contents under one id', async () => {
    const file = make(key, sokha, 'letter');
    await take(file);
    const { id } = recordingParts(file.name);
    const other = make(key, sokha, 'other');
    const name = recordingName({ ...recordingParts(other.name), id: recordingIdSchema.parse(id) });
    expect(await take({ ...other, name })).toBe('other');
    expect(await recordings.of(sokha)).toEqual([file.name]);
  });

  it('[RAL7] are counted, with what they take, as they come and go', async () => {
    expect(await recordings.held()).toEqual({ kept: 0, learners: 0, bytes: 0 });
    const files = ['letter', 'other'].map((item) => make(key, sokha, item));
    for (const file of files) await take(file);
    const others = make(keyOf(dara), dara, 'letter');
    await take(others);
    const bytes = [...files, others].reduce((sum, { sealed }) => sum + sealed.length, 0);
    expect(await recordings.held()).toEqual({ kept: 3, learners: 2, bytes });
    expect(await open().held()).toEqual({ kept: 3, learners: 2, bytes });
    await recordings.erase(new Set([sokha]));
    expect(await recordings.held()).toEqual({
      kept: 1,
      learners: 1,
      bytes: others.sealed.length,
    });
  });

  it('[RAL7] are refused past the bound of all of them, and while the disk fills; those here stay', async () => {
    const first = make(key, sokha, 'letter');
    await take(first);
    const next = make(key, sokha, 'next');
    const bytes = Buffer.byteLength(next.sealed);
    const small = open({}, { mostOfAll: bytes + 1, leftFree: 0 });
    const full = open({ freeBytes: () => Promise.resolve(512 * 1024 * 1024) });
    const failing = open({
      createFile: () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'))),
    });
    for (const each of [small, full, failing]) {
      await expect(take(next, each)).rejects.toMatchObject({ code: 'store.full' });
      expect(await each.of(sokha)).toEqual([first.name]);
    }
    const room = open({}, { mostOfAll: 2 * bytes + 100, leftFree: 0 });
    expect(await take(next, room)).toBe('kept');
    await expect(take(make(key, sokha, 'third'), room)).rejects.toMatchObject({
      code: 'store.full',
    });
    // What an earlier one made room for counts no more.
    await room.erase(new Set([sokha]));
    expect(await take(make(keyOf(dara), dara, 'letter'), room)).toBe('kept');
  });

  it('[RAL6] are one too many after a kill, never one too few, and nothing half written counts', async () => {
    const early = make(key, sokha, 'letter', 'early');
    const late = make(key, sokha, 'letter', 'late');
    await take(early);
    const killed = open({ remove: () => Promise.reject(new Error('killed')) });
    await expect(take(late, killed)).rejects.toThrow('killed');
    expect(await recordings.of(sokha)).toEqual([early.name, late.name]);
    await writeFile(join(folder, sokha, `${late.name}.json.0123.part`), late.sealed.slice(0, 9));
    expect(await take(late)).toBe('kept');
    expect(await readdir(join(folder, sokha))).toEqual([`${late.name}.json`]);
  });

  it('[RAL6] that the disk spoiled are handed to nobody, and brought again', async () => {
    const file = make(key, sokha, 'letter');
    await take(file);
    const path = join(folder, sokha, `${file.name}.json`);
    await writeFile(path, (await readFile(path, 'utf8')).replace('"v":1', '"v":2'));
    expect(await recordings.file(sokha, file.name)).toBeNull();
    expect(await recordings.of(sokha)).toEqual([]);
    expect(await take(file)).toBe('kept');
    expect(await recordings.file(sokha, file.name)).not.toBeNull();
  });

  it('[RAL4] go with their learner, and one under way finds nobody who wants it', async () => {
    const file = make(key, sokha, 'letter');
    const others = make(keyOf(dara), dara, 'letter');
    await take(file);
    await take(others);
    let erased = false;
    const under = [recordings.erase(new Set([sokha])), take(file, recordings, () => !erased)];
    erased = true;
    expect((await Promise.all(under))[1]).toBe('unwanted');
    expect(await recordings.learners()).toEqual([dara]);
    expect(await readdir(folder)).toEqual([dara]);
  });
});
