import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dara, sokha } from '../../../tests/factories/desk-people.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { Disk } from '../../content/disk/disk.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { recordingSchema } from '../../shared/contracts/recording.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { mostOfLearner } from '../../domain/recordings/kept-recordings.ts';
import { Recordings } from './recordings.ts';

const random = seededRandomness(36);
const keyOf = (learner: LearnerId) =>
  newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random);
const sokhasKey = keyOf(sokha);
const darasKey = keyOf(dara);

const spoken = (what: string) => Buffer.from(`spoken: ${what}`).toString('base64');
const reading = (item: string, what = item) =>
  recordingSchema.parse({
    pack: 'org.rean.test',
    lesson: 'first',
    item,
    ms: 1200,
    audio: spoken(what),
  });

async function open(over: Partial<Disk> = {}) {
  const folder = join(await temporaryFolder(), 'recordings');
  const said: string[] = [];
  const say = (event: string, facts?: object) => said.push(`${event} ${JSON.stringify(facts)}`);
  const disk = { ...nodeDisk(), freeBytes: () => Promise.resolve(2 ** 40), ...over };
  const log = { info: say, warn: say, error: say };
  const recordings = new Recordings({ folder, disk, randomness: random, lamport: () => 7, log });
  const files = async (learner = sokha) =>
    (await readdir(join(folder, learner)).catch(() => [])).map((name) =>
      join(folder, learner, name),
    );
  return { folder, recordings, files, said };
}

describe('recordings of learners', () => {
  it('[RAL2] are heard again by who made them, and lie sealed', async () => {
    const { recordings, files } = await open();
    expect(await recordings.keep(sokhasKey, sokha, reading('letter'))).toMatch(/^[0-9a-f]{16}$/);
    expect(await recordings.last(sokhasKey, sokha, reading('letter'))).toEqual({
      audio: spoken('letter'),
      ms: 1200,
    });
    expect(await recordings.last(sokhasKey, sokha, reading('other'))).toBeNull();
    const [file = ''] = await files();
    const written = await readFile(file, 'utf8');
    expect(written).not.toContain(spoken('letter'));
    expect(written).not.toContain('letter');
    expect(written).not.toContain('org.rean.test');
  });

  it('[RAL2] open with no other key, and pass for nobody else’s', async () => {
    const { recordings, folder, files } = await open();
    await recordings.keep(sokhasKey, sokha, reading('letter'));
    expect(await recordings.last(darasKey, sokha, reading('letter'))).toBeNull();
    await recordings.keep(darasKey, dara, reading('letter'));
    const [own = ''] = await files();
    const [other = ''] = await files(dara);
    await writeFile(other, await readFile(own));
    expect(await recordings.last(darasKey, dara, reading('letter'))).toBeNull();
    expect(await recordings.last(sokhasKey, dara, reading('letter'))).toBeNull();
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('[RAL3] are one of an item, and twelve of a learner', async () => {
    const { recordings, files } = await open();
    await recordings.keep(sokhasKey, sokha, reading('letter', 'first'));
    await recordings.keep(sokhasKey, sokha, reading('letter', 'second'));
    expect(await files()).toHaveLength(1);
    expect(await recordings.last(sokhasKey, sokha, reading('letter'))).toMatchObject({
      audio: spoken('second'),
    });
    for (let nth = 0; nth < mostOfLearner; nth += 1) {
      await recordings.keep(sokhasKey, sokha, reading(`item-${String(nth)}`));
    }
    expect(await files()).toHaveLength(mostOfLearner);
    expect(await recordings.last(sokhasKey, sokha, reading('letter'))).toBeNull();
    expect(await recordings.last(sokhasKey, sokha, reading('item-0'))).not.toBeNull();
  });

  it('[RAL3] are not kept on a disk that fills or fails, and what was kept before stays', async () => {
    const { recordings, files, folder } = await open();
    await recordings.keep(sokhasKey, sokha, reading('letter', 'before'));
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const full = { ...nodeDisk(), freeBytes: () => Promise.resolve(1024) };
    const broken = {
      ...nodeDisk(),
      freeBytes: () => Promise.resolve(2 ** 40),
      createFile: () => Promise.reject(new Error('ENOSPC')),
    };
    for (const disk of [full, broken]) {
      const others = new Recordings({ folder, disk, randomness: random, lamport: () => 7, log });
      expect(await others.keep(sokhasKey, sokha, reading('letter', 'after'))).toBeNull();
    }
    expect(await files()).toHaveLength(1);
    expect(await recordings.last(sokhasKey, sokha, reading('letter'))).toMatchObject({
      audio: spoken('before'),
    });
  });

  it('[RAL2] are passed over where the disk spoiled them, and a half-written one goes', async () => {
    const { recordings, files, folder, said } = await open();
    await recordings.keep(sokhasKey, sokha, reading('letter'));
    const [file = ''] = await files();
    await appendFile(file, 'x');
    await writeFile(join(folder, sokha, 'half.part'), 'x');
    expect(await recordings.last(sokhasKey, sokha, reading('letter'))).toBeNull();
    expect(await files()).toEqual([file]);
    expect(said.join('')).not.toContain(sokha);
  });

  it('[RAL4] go with their learner’s record, all of them and nobody else’s', async () => {
    const { recordings, folder } = await open();
    await recordings.erase(new Set([sokha]));
    await recordings.keep(sokhasKey, sokha, reading('letter'));
    await recordings.keep(darasKey, dara, reading('letter'));
    await recordings.erase(new Set([sokha]));
    expect(await readdir(folder)).toEqual([dara]);
    expect(await recordings.last(sokhasKey, sokha, reading('letter'))).toBeNull();
    expect(await recordings.last(darasKey, dara, reading('letter'))).not.toBeNull();
  });
});
