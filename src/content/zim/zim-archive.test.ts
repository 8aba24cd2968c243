import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import {
  oldZimDraft,
  storedCluster,
  xzCluster,
  zimDraft,
  zimFile,
  zstdBomb,
} from '../../../tests/factories/zim-file.ts';
import type { ZimDraft, ZimDraftEntry } from '../../../tests/factories/zim-file.ts';
import { openRandomFile } from './random-file.ts';
import { ZimArchive } from './zim-archive.ts';
import { checkArchive, checkSum } from './zim-check.ts';

async function opened(bytes: Uint8Array): Promise<ZimArchive> {
  const path = join(await temporaryFolder(), 'a.zim');
  await writeFile(path, bytes);
  const file = await openRandomFile(path);
  onTestFinished(() => file.close());
  return ZimArchive.open(file);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 100) yield bytes.subarray(at, at + 100);
}

/** Opens an archive and goes through all of it, as an import does. */
async function checked(bytes: Uint8Array): Promise<ZimArchive> {
  const archive = await opened(bytes);
  await checkArchive(archive);
  await checkSum(archive, once(bytes));
  return archive;
}

async function textOf(
  archive: ZimArchive,
  namespace: string,
  path: string,
): Promise<string | null> {
  const entry = await archive.find(namespace, path);
  const item = entry === null ? null : await archive.resolve(entry);
  const bytes = item === null ? null : await archive.bytes(item, 1e6);
  return bytes === null ? null : Buffer.from(bytes).toString('utf8');
}

const entry = (path: string, over: Partial<ZimDraftEntry> = {}): ZimDraftEntry => ({
  namespace: 'C',
  path,
  mime: 'text/html',
  content: path,
  ...over,
});
const spoilt = (change: (bytes: Buffer) => void, over: Partial<ZimDraft> = {}) =>
  checked(zimFile(zimDraft(over), change));

describe('a ZIM archive', () => {
  it('is read as newer programs write it, whatever its frames ask to look back on [ZIM1]', async () => {
    const archive = await checked(zimFile(zimDraft()));
    expect(await archive.says('Title')).toBe('សព្វវចនាធិប្បាយ');
    expect(await archive.says('Creator')).toBeNull();
    expect((await archive.main())?.path).toBe('Main');
    expect(await textOf(archive, 'C', 'Water?')).toContain('It rains.');
    expect(await textOf(archive, 'C', 'Paddy')).toContain('កសិករដាំស្រូវ');
    expect(await textOf(archive, 'C', 'dot.svg')).toContain('<rect');
    expect(await textOf(archive, 'C', 'Nothing')).toBeNull();
  });

  it('is read as programs of long ago wrote it [ZIM1]', async () => {
    const archive = await checked(zimFile(oldZimDraft()));
    expect(archive.pages).toBe('A');
    expect((await archive.main())?.path).toBe('Rice');
    expect(await textOf(archive, 'I', 'dot.png')).toContain('PNG');
  });

  it('is read where it was packed by xz [ZIM1]', async () => {
    const draft = oldZimDraft({
      entries: [entry('Rice', { namespace: 'A' })],
      pack: () => xzCluster,
    });
    const archive = await checked(zimFile(draft));
    expect(await textOf(archive, 'A', 'Rice')).toBe(
      `<p>${'ស្រូវ rice is grown in water. '.repeat(40)}</p>`,
    );
  });
});

const offsets = { entries: 24, paths: 32, clusters: 48, mimes: 56, checksum: 72 };

describe('a ZIM archive that is damaged or hostile is refused [ZIM1]', () => {
  it.each([
    ['no archive', 'it is no ZIM archive', (bytes: Buffer) => void bytes.fill(0, 0, 4)],
    [
      'a format of long ago',
      'version 4.1',
      (bytes: Buffer) => void bytes.writeUInt32LE(0x10004, 4),
    ],
    ['no entries', 'no entries', (bytes: Buffer) => void bytes.writeUInt32LE(0, offsets.entries)],
    [
      'more entries than fit',
      'list of entries lies outside',
      (bytes: Buffer) => void bytes.writeUInt32LE(4e9, offsets.entries),
    ],
    [
      'a list of clusters outside of it',
      'list of clusters lies outside',
      (bytes: Buffer) => void bytes.writeBigUInt64LE(2n ** 63n, offsets.clusters),
    ],
    [
      'types without an end',
      'list of types has no end',
      (bytes: Buffer) => {
        bytes.writeBigUInt64LE(BigInt(bytes.length - 1), offsets.mimes);
        bytes.write('x', bytes.length - 1);
      },
    ],
    [
      'an entry outside of it',
      'entry 0: it lies outside',
      (bytes: Buffer) =>
        void bytes.writeBigUInt64LE(2n ** 60n, Number(bytes.readBigUInt64LE(offsets.paths))),
    ],
    [
      'a cluster outside of it',
      'cluster 0: it lies outside',
      (bytes: Buffer) =>
        void bytes.writeBigUInt64LE(2n ** 60n, Number(bytes.readBigUInt64LE(offsets.clusters))),
    ],
    [
      'a checksum that is cut off',
      'it is cut off',
      (bytes: Buffer) => void bytes.writeBigUInt64LE(BigInt(bytes.length + 1), offsets.checksum),
    ],
  ])('%s', async (_, why, change) => {
    await expect(spoilt(change)).rejects.toThrow(why);
  });

  it('cut off in its middle', async () => {
    const whole = zimFile(zimDraft());
    await expect(checked(whole.subarray(0, whole.length / 2))).rejects.toThrow('it is cut off');
    await expect(checked(whole.subarray(0, 40))).rejects.toThrow('it is cut off');
  });

  it('of which one byte is another than it was', async () => {
    const whole = Buffer.from(zimFile(zimDraft()));
    whole.writeUInt8(whole.readUInt8(9) ^ 1, 9);
    await expect(checked(whole)).rejects.toThrow('its checksum does not fit');
  });

  it('with names that lead to each other in a circle', async () => {
    const circle = [
      entry('A', { to: 'C/B' }),
      entry('B', { to: 'C/C' }),
      entry('C', { to: 'C/A' }),
    ];
    const file = zimFile(zimDraft({ entries: [...circle, entry('page')], main: 'C/A' }));
    await expect(checked(file)).rejects.toThrow('leads back to itself');
    await expect((await opened(file)).main()).rejects.toThrow('without end');
  });

  it('with a name that leads nowhere', async () => {
    const draft = zimDraft({ entries: [entry('A', { to: 'C/none' }), entry('page')] });
    await expect(checked(zimFile(draft))).rejects.toThrow('an entry that is not there');
  });

  it('that unpacks to more than there is room for, which costs no memory', async () => {
    const said = (first: number, end: number) => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32LE(first, 0);
      bytes.writeUInt32LE(end, 4);
      return bytes;
    };
    const bomb = (end: number, size: number) =>
      checked(
        zimFile(zimDraft({ entries: [entry('page')], pack: () => zstdBomb(said(8, end), size) })),
      );
    await expect(bomb(3e9, 2 ** 32)).rejects.toThrow('more than the 67108864 there is room for');
    await expect(bomb(60e6, 100)).rejects.toThrow(/cut off|can't be unpacked/);
  });

  it('whose files lie outside of their cluster, or are not there', async () => {
    const pack = (first: number) => (bytes: Uint8Array) => {
      const cluster = Buffer.from(storedCluster(bytes));
      cluster.writeUInt32LE(first, 5);
      return cluster;
    };
    const one = { entries: [entry('page')] };
    await expect(checked(zimFile(zimDraft({ ...one, pack: pack(1e9) })))).rejects.toThrow(
      'a file in it lies outside of it',
    );
    const none = zimDraft({
      entries: [entry('page'), entry('qage')],
      pack: () => storedCluster(Buffer.from([8, 0, 0, 0, 8, 0, 0, 0])),
    });
    await expect(checked(zimFile(none))).rejects.toThrow('it has no file 1');
  });

  it('whose cluster is packed in a way nobody uses any more, or damaged', async () => {
    const packed = (method: number) => () => Buffer.alloc(31, 1).fill(method, 0, 1);
    const from = (method: number) =>
      checked(zimFile(zimDraft({ entries: [entry('page')], pack: packed(method) })));
    await expect(from(2)).rejects.toThrow('packed with zlib');
    await expect(from(9)).rejects.toThrow('method 9');
    await expect(from(4)).rejects.toThrow("can't be unpacked");
    await expect(from(5)).rejects.toThrow('not packed as it says');
  });
});
