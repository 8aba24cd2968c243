import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawZip } from '../../../tests/factories/raw-zip.ts';
import type { RawEntry, RawZipOptions } from '../../../tests/factories/raw-zip.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { isReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { openSafeArchive } from './safe-archive.ts';

const limits = { maxEntries: 10, maxTotalBytes: 10_000, maxRatio: 100 };

async function zipFile(entries: readonly RawEntry[], options?: RawZipOptions): Promise<string> {
  const path = join(await temporaryFolder(), 'test.zip');
  await writeFile(path, rawZip(entries, options));
  return path;
}

const file = (name: string, over: Partial<RawEntry> = {}): RawEntry => ({
  name,
  content: 'content',
  ...over,
});

const unicodePath = Buffer.concat([
  Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0]),
  Buffer.from('x'),
]);

/** What is forged, the entries, the code and the reason. */
const forgeries: readonly (readonly [string, readonly RawEntry[], ErrorCode, string])[] = [
  ['climbs out', [file('ok.txt'), file('../../evil.txt')], 'pack.unsafe-path', 'parent-path'],
  ['climbs out in the middle', [file('a/../../b')], 'pack.unsafe-path', 'parent-path'],
  ['is absolute', [file('/etc/evil')], 'pack.unsafe-path', 'absolute-path'],
  ['names a drive', [file('C:evil')], 'pack.unsafe-path', 'absolute-path'],
  ['uses a backslash', [file('a\\b')], 'pack.unsafe-path', 'backslash'],
  ['holds a line break', [file('a\nb')], 'pack.unsafe-path', 'control-character'],
  ['holds a zero', [file('a\0.svg')], 'pack.unsafe-path', 'control-character'],
  ['is 201 long', [file('a'.repeat(201))], 'pack.unsafe-path', 'name-too-long'],
  ['has an empty part', [file('a//b')], 'pack.unsafe-path', 'empty-part'],
  ['has a dot part', [file('./a')], 'pack.unsafe-path', 'empty-part'],
  ['has no name', [file('')], 'pack.unsafe-path', 'empty-part'],
  [
    'is not UTF-8',
    [{ name: Buffer.from([0xff, 0xfe]), content: 'x' }],
    'pack.unsafe-path',
    'name-encoding',
  ],
  ['is in an old code page', [file('é', { flags: 0 })], 'pack.unsafe-path', 'name-encoding'],
  ['has a second name', [file('a', { extra: unicodePath })], 'pack.unsafe-path', 'name-encoding'],
  ['is a link', [file('link', { mode: 0o120777 })], 'pack.unsafe-path', 'symlink'],
  ['is a device', [file('device', { mode: 0o020666 })], 'pack.unsafe-path', 'special-file'],
  [
    'is a folder with content',
    [file('a/', { mode: 0o040755 })],
    'pack.unsafe-path',
    'special-file',
  ],
  ['is there twice', [file('a.txt'), file('a.txt')], 'pack.unsafe-path', 'duplicate'],
  ['differs in case', [file('A.txt'), file('a.txt')], 'pack.unsafe-path', 'case-collision'],
  [
    'differs in composition',
    [file('caf\u00E9'), file('cafe\u0301')],
    'pack.unsafe-path',
    'unicode-collision',
  ],
  ['is a file and a folder', [file('a'), file('a/b')], 'pack.unsafe-path', 'file-and-folder'],
  ['is a folder and a file', [file('a/b'), file('a')], 'pack.unsafe-path', 'file-and-folder'],
  [
    'is encrypted',
    [file('a', { flags: 0x0801, deflate: true })],
    'pack.archive-invalid',
    'encrypted',
  ],
  [
    'is packed strangely',
    [file('a', { method: 14 })],
    'pack.archive-invalid',
    'compression-method',
  ],
  [
    'has another local name',
    [file('good.txt', { localName: 'evil.txt' })],
    'pack.archive-invalid',
    'header-mismatch',
  ],
  [
    'shares bytes',
    [file('a'), file('a2', { overPrevious: true })],
    'pack.archive-invalid',
    'header-mismatch',
  ],
  [
    "is a folder of a file's name",
    [file('a'), file('a/', { content: '' })],
    'pack.unsafe-path',
    'duplicate',
  ],
  [
    'packs more than it states',
    [file('lie', { content: Buffer.from(noise(900)), deflate: true, statedSize: 10 })],
    'pack.archive-invalid',
    'size-mismatch',
  ],
  [
    'unpacks a hundredfold',
    [file('bomb', { content: 'a'.repeat(9000), deflate: true })],
    'pack.too-large',
    'ratio',
  ],
  [
    'is too large',
    [file('large', { content: 'a'.repeat(10_001) })],
    'pack.too-large',
    'too-many-bytes',
  ],
  [
    'are too large together',
    [file('a', { content: 'a'.repeat(6000) }), file('b', { content: 'b'.repeat(6000) })],
    'pack.too-large',
    'too-many-bytes',
  ],
  [
    'are too many',
    Array.from({ length: 11 }, (_, index) => file(`f${index}`)),
    'pack.too-large',
    'too-many-entries',
  ],
];

/** Bytes that don't compress. */
function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 7919 + ((index * index) >> 3)) & 0xff);
}

describe('an archive', () => {
  it('is read entry by entry, stored or deflated, folders passed over', async () => {
    const path = await zipFile([
      file('folder/', { mode: 0o040755, content: '' }),
      file('folder/stored.txt', { content: 'as it is' }),
      file('ខ្មែរ.txt', { content: 'a deflated text', deflate: true }),
    ]);
    const archive = await openSafeArchive(path, limits);
    expect(archive.entries).toEqual([
      { name: 'folder/stored.txt', size: 8 },
      { name: 'ខ្មែរ.txt', size: 15 },
    ]);
    const texts = [];
    for (const entry of archive.entries) {
      texts.push(Buffer.from(await archive.bytes(entry, 100)).toString());
    }
    archive.close();
    expect(texts).toEqual(['as it is', 'a deflated text']);
  });

  it.each(forgeries)('is refused when an entry %s [PKG5]', async (_, entries, code, reason) => {
    await expect(openSafeArchive(await zipFile(entries), limits)).rejects.toMatchObject({
      code,
      facts: { reason },
    });
  });

  it('is refused when two entries lie over each other [PKG5]', async () => {
    const inner = rawZip([file('b')]);
    const local = inner.subarray(0, inner.indexOf('PK\x01\x02', 0, 'latin1'));
    const outer = rawZip([{ name: 'a', content: local }, file('b')]);
    // the directory's record of "b" is turned to the copy inside of "a"
    const record = outer.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    outer.writeUInt32LE(outer.indexOf(local), record + 42);
    const path = join(await temporaryFolder(), 'overlap.zip');
    await writeFile(path, outer);
    await expect(openSafeArchive(path, limits)).rejects.toMatchObject({
      code: 'pack.archive-invalid',
      facts: { reason: 'overlap' },
    });
  });

  it('is refused when something hides behind its directory [PKG5]', async () => {
    const path = await zipFile([file('a')], { hidden: Buffer.from('hidden') });
    await expect(openSafeArchive(path, limits)).rejects.toMatchObject({
      facts: { reason: 'malformed' },
    });
  });

  it('is refused when it lists fewer entries than it holds [PKG5]', async () => {
    const path = await zipFile([file('a'), file('b')], { statedCount: 1 });
    await expect(openSafeArchive(path, limits)).rejects.toMatchObject({
      facts: { reason: 'malformed' },
    });
  });

  it('stops at the first byte more than stated', async () => {
    const content = 'a'.repeat(50);
    const path = await zipFile([file('lie', { content, deflate: true, statedSize: 20 })]);
    const archive = await openSafeArchive(path, limits);
    const [entry = { name: '', size: 0 }] = archive.entries;
    await expect(archive.bytes(entry, 1000)).rejects.toMatchObject({
      code: 'pack.archive-invalid',
      facts: { reason: 'damaged', entry: 'lie' },
    });
    archive.close();
  });

  it('is refused when it is no archive, or not there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'note.txt'), 'not a zip');
    await expect(openSafeArchive(join(folder, 'note.txt'), limits)).rejects.toMatchObject({
      code: 'pack.archive-invalid',
      facts: { reason: 'not-zip' },
    });
    await expect(openSafeArchive(join(folder, 'none.kpack'), limits)).rejects.toMatchObject({
      code: 'pack.file-missing',
    });
    await expect(openSafeArchive(folder, limits)).rejects.toMatchObject({
      code: 'pack.archive-invalid',
      facts: { reason: 'unreadable', detail: 'EISDIR' },
    });
  });

  it('names hostile entries without their control characters', async () => {
    const path = await zipFile([file('a\u001B[2Jb')]);
    await expect(openSafeArchive(path, limits)).rejects.toMatchObject({
      facts: { entry: 'a\\u{1b}[2Jb' },
    });
  });

  it('never fails but by name, whatever its bytes [PKG5]', async () => {
    const sound = rawZip([file('a'), file('b/c', { deflate: true })]);
    const path = join(await temporaryFolder(), 'mutant.zip');
    const codes = new Set<string>();
    const mutation = fc.record({
      at: fc.nat(sound.length - 1),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const bytes = Uint8Array.from(sound);
        for (const { at, byte } of mutations) bytes[at] = byte;
        await writeFile(path, bytes);
        try {
          const archive = await openSafeArchive(path, limits);
          for (const entry of archive.entries) await archive.bytes(entry, limits.maxTotalBytes);
          archive.close();
        } catch (error) {
          if (!isReanError(error)) throw error;
          codes.add(error.code);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
    expect([...codes].filter((code) => !code.startsWith('pack.'))).toEqual([]);
    expect(codes.size).toBeGreaterThan(1);
  });
});
