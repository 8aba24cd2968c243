import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rean, workshop } from '../../../tests/factories/pack-terminal.ts';
import { packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import { rawZip } from '../../../tests/factories/raw-zip.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { errorCodes, ReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { tellPackFailure } from './tell-failure.ts';

describe('rean pack', () => {
  it('builds, signs, verifies, installs and lists, each told in a sentence', async () => {
    const root = await temporaryFolder();
    const file = join(root, 'test.kpack');
    const store = join(root, 'store');
    const keys = await rean('keygen', '-o', join(root, 'me'));
    expect(keys.out).toMatch(/^Made key [0-9A-F]{16}\. Keep .*me\.key to yourself/);
    const built = await rean('build', await writePackSource(packSource()), '-o', file);
    expect(built.out).toContain('Built org.rean.test 1.0.0 with 1 lesson:');
    expect(built.out).toContain('3 without English');
    expect((await rean('sign', file, '--key', join(root, 'me.key'))).out).toContain(
      'Signed org.rean.test 1.0.0',
    );
    const verified = await rean('verify', file, '--key', join(root, 'me.pub'));
    expect(verified.out).toContain('is whole: 1 lesson, 4 files');
    await rean('trust', join(root, 'me.pub'), '--store', store);
    const installed = await rean('install', file, '--into', store);
    expect(installed).toMatchObject({ exitCode: 0, complaints: '' });
    expect(installed.out).toContain('Installed org.rean.test 1.0.0');
    expect((await rean('install', file, '--into', store)).out).toContain('was installed already');
    expect((await rean('list', '--store', store)).out).toBe('org.rean.test 1.0.0');
    expect((await rean('check', '--store', store)).out).toBe('org.rean.test 1.0.0 is whole.');
  });

  it('answers programs in JSON, failures too', async () => {
    const { pack, public: key, store } = await workshop();
    const json = async (...line: readonly string[]): Promise<unknown> =>
      JSON.parse((await rean(...line, '--json')).out);
    expect(await json('verify', pack, '--key', key)).toMatchObject({
      id: 'org.rean.test',
      files: 4,
    });
    expect(await json('install', pack, '--into', store)).toMatchObject({ outcome: 'installed' });
    expect(await json('list', '--store', store)).toMatchObject([{ active: '1.0.0' }]);
    expect(await json('check', '--store', store)).toMatchObject([{ faults: [] }]);
    expect(await json('verify', `${pack}x`, '--key', key)).toMatchObject({
      error: { code: 'pack.file-missing', sentence: expect.stringContaining('is not there') },
    });
  });

  it('names every problem of a source folder with its fix, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const source = await writePackSource(packSource({ sequence: 'one', licence: undefined }));
    const { complaints, exitCode, out } = await rean(
      'build',
      source,
      '-o',
      join(folder, 'x.kpack'),
    );
    expect({ exitCode, out }).toEqual({ exitCode: 65, out: '' });
    expect(complaints).toContain(
      'pack.source.json:1, licence: is missing\n  → add a text in "quotes"',
    );
    expect(complaints).toContain('has 2 problems. Nothing was written.');
    expect(await readdir(folder)).toEqual([]);
  });

  it('lists each missing recording when asked', async () => {
    const folder = await temporaryFolder();
    const source = await writePackSource(packSource());
    const { out } = await rean('build', source, '-o', join(folder, 'x.kpack'), '--warnings');
    expect(out).toContain('lessons/first/lesson.json, activities[0].items[0].prompt: មើល');
  });

  it('does not install what is unsigned, of a stranger, changed, or hostile', async () => {
    const { source, pack, store, root } = await workshop();
    const sound = await readFile(pack);

    await rean('build', source, '-o', join(root, 'unsigned.kpack'));
    const unsigned = await rean('install', join(root, 'unsigned.kpack'), '--into', store);
    expect(unsigned).toMatchObject({
      exitCode: 65,
      complaints: expect.stringContaining('is not signed'),
    });

    await rean('keygen', '-o', join(root, 'stranger'));
    await rean('sign', pack, '--key', join(root, 'stranger.key'));
    const strange = await rean('install', pack, '--into', store);
    expect(strange).toMatchObject({
      exitCode: 77,
      complaints: expect.stringContaining('not trusted here'),
    });

    const at = sound.indexOf('goldenrod');
    await writeFile(
      pack,
      Uint8Array.from(sound, (byte, index) => (index === at ? byte ^ 1 : byte)),
    );
    const changed = await rean('install', pack, '--into', store);
    expect(changed.exitCode).toBe(65);
    expect(changed.complaints).toContain(
      'The content of pictures/ka.svg is not what its publisher signed',
    );

    await writeFile(pack, rawZip([{ name: '../../evil.txt', content: 'x' }]));
    const hostile = await rean('install', pack, '--into', store);
    expect(hostile.complaints).toContain('a folder outside of it (../../evil.txt)');
    expect((await rean('list', '--store', store)).out).toContain('No pack is installed');
  });

  it('goes back to an older version only when told to', async () => {
    const { pack, key, store, root } = await workshop();
    const later = join(root, 'later.kpack');
    await rean(
      'build',
      await writePackSource(packSource({ version: '2.0.0', sequence: 2 })),
      '-o',
      later,
    );
    await rean('sign', later, '--key', key);
    await rean('install', later, '--into', store);
    const refused = await rean('install', pack, '--into', store);
    expect(refused.complaints).toContain('1.0.0 is older than 2.0.0');
    const back = await rean('install', pack, '--into', store, '--allow-rollback');
    expect(back.out).toContain('2.0.0 stays for lessons begun with it');
    expect((await rean('list', '--store', store)).out).toBe('org.rean.test 1.0.0, also 2.0.0');
  });

  it('finds a damaged content and mends it', async () => {
    const { pack, store } = await workshop();
    await rean('install', pack, '--into', store);
    const blobs = await readdir(join(store, 'blobs'), { recursive: true, withFileTypes: true });
    const [blob] = blobs.filter((entry) => entry.isFile());
    const path = join(blob?.parentPath ?? '', blob?.name ?? '');
    await chmod(path, 0o644);
    await writeFile(path, 'rotten');
    const found = await rean('check', '--store', store);
    expect(found).toMatchObject({
      exitCode: 65,
      out: expect.stringContaining('is damaged; install its pack again'),
    });
    expect((await rean('install', pack, '--into', store)).out).toContain(
      '1 damaged or missing contents',
    );
    expect((await rean('check', '--store', store)).exitCode).toBe(0);
  });

  it('overwrites no key and makes no store by mistake', async () => {
    const { root, key } = await workshop();
    const before = await readFile(key, 'utf8');
    const again = await rean('keygen', '-o', join(root, 'me'));
    expect(again).toMatchObject({
      exitCode: 78,
      complaints: expect.stringContaining('is there already'),
    });
    expect(await readFile(key, 'utf8')).toBe(before);
    const mistyped = await rean('list', '--store', join(root, 'stoer'));
    expect(mistyped).toMatchObject({
      exitCode: 78,
      complaints: expect.stringContaining('There is no pack store'),
    });
    expect(await readdir(root)).not.toContain('stoer');
  });

  it('takes a signature made elsewhere, and asks how where that is unclear', async () => {
    const { pack, key, public: publicKey, root } = await workshop();
    const unclear = await rean('sign', pack);
    expect(unclear.complaints).toContain('Say how to sign');
    await rm(key);
    const garbage = join(root, 'garbage.minisig');
    await writeFile(garbage, 'not a signature');
    const wrong = await rean('sign', pack, '--signature', garbage, '--public', publicKey);
    expect(wrong).toMatchObject({
      exitCode: 65,
      complaints: expect.stringContaining('signature file is damaged'),
    });
    const unknown = await rean('verify', pack);
    expect(unknown.complaints).toContain('Say whose signature to accept');
  });
});

describe('what a technician is told', () => {
  it('is a sentence without holes for every code a pack may fail with', () => {
    const others: readonly ErrorCode[] = ['lesson.invalid', 'store.full', 'store.in-use'];
    const codes = errorCodes.filter((code) => code.startsWith('pack.') || others.includes(code));
    for (const code of codes) {
      const facts = {
        reason: 'ratio',
        path: 'a',
        entry: 'b',
        pack: 'p',
        version: '1.0.0',
        keyId: 'K',
      };
      const { sentence } = tellPackFailure(new ReanError(code, { ...facts, folder: 'f', pid: 1 }));
      expect(sentence).not.toContain('unforeseen');
      expect(sentence).toMatch(/^[A-Za-z].*[.]$/);
    }
  });

  it('names what was unforeseen without losing it', () => {
    expect(tellPackFailure(new Error('odd')).sentence).toContain(
      'Something unforeseen happened: odd',
    );
  });
});
