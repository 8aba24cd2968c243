import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { described, h5pFiles } from '../../../../tests/factories/h5p-package.ts';
import { testProcesses, testVersion } from '../../../../tests/factories/pack-press.ts';
import { rawZip } from '../../../../tests/factories/raw-zip.ts';
import { seededRandomness } from '../../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../../tests/factories/temporary-folder.ts';
import { h5pPlayerPackSchema } from '../../../shared/contracts/h5p.ts';
import { buildPack } from '../../build/build-pack.ts';
import { nodeDisk } from '../../disk/node-disk.ts';
import { lintSource } from '../../lint/lint-pack.ts';
import { importFiles } from '../import-files.ts';
import type { H5pWants } from '../import-files.ts';

type Entries = ReturnType<typeof h5pFiles>;

async function imported(entries: Entries, h5p?: Partial<H5pWants>) {
  const folder = await temporaryFolder();
  const path = join(folder, 'pick.h5p');
  await writeFile(path, rawZip(entries));
  const into = join(folder, 'source');
  const tools = {
    disk: nodeDisk(),
    randomness: seededRandomness(1),
    processes: testProcesses(1),
    appVersion: testVersion('0.1.0'),
  };
  const words = { publisher: 'Test', licence: 'CC0-1.0' };
  const wants = { player: null, libraries: [], ...h5p };
  const report = await importFiles(tools, {
    paths: [path],
    into,
    replace: false,
    words,
    h5p: wants,
  });
  const build = () => buildPack(tools, into, join(folder, 'out.kpack'));
  return { file: report.files[0], build, lint: () => lintSource(tools.disk, into), path };
}

async function built(entries: Entries, h5p?: Partial<H5pWants>) {
  const { file, build } = await imported(entries, h5p);
  expect(file?.error).toBeNull();
  const result = await build();
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return { file, manifest: result.manifest, paths: result.manifest.files.map(({ path }) => path) };
}

const problemOf = async (over: Readonly<Record<string, string | null>>) => {
  const { file } = await imported(h5pFiles(over));
  return `${file?.outcome} ${file?.error?.code} ${JSON.stringify(file?.error?.facts)}`;
};

describe('packages of H5P', () => {
  it('[FRN6] become a piece that names the pack it is played with, with title and licence', async () => {
    const { file, manifest, paths } = await built(h5pFiles());
    expect(file).toMatchObject({ kind: 'h5p', licence: 'CC-BY-SA-4.0, Sok' });
    expect(manifest.items).toMatchObject([
      {
        kind: 'h5p',
        entry: 'pieces/pick/h5p.json',
        title: { km: 'រកឆ្មា' },
        player: 'org.rean.h5p-player',
      },
    ]);
    expect(manifest.requires).toEqual([{ pack: 'org.rean.h5p-player', exactly: '3.8.2' }]);
    expect(paths).toContain('pieces/pick/Test.Base-1.0/base.js');
  });

  it('[FRN6] come without what is only for making content, and say so', async () => {
    const { file, paths } = await built(h5pFiles({ 'notes.txt': 'of somebody' }));
    expect(paths.filter((path) => /H5PEditor|notes/.test(path))).toEqual([]);
    const notes = JSON.stringify(file?.notes);
    expect(notes).toContain('1 libraries that are for making content only');
    expect(notes).toContain('notes.txt');
  });

  it('[FRN6] are found in folders of any name, and lie in the one their player looks in', async () => {
    const renamed = h5pFiles().map(({ name, content }) => ({
      name: `export/${name.replace('Test.Pick-1.2/', 'Test.Pick/')}`,
      content,
    }));
    expect((await built(renamed)).paths).toContain('pieces/pick/Test.Pick-1.2/scripts/pick.js');
  });

  it('[FRN6] are refused with all libraries they lack, unless another package holds them', async () => {
    const without = { 'Test.Base-1.0/library.json': null, 'Test.Base-1.0/base.js': null };
    expect(await problemOf(without)).toMatch(/refused import.unreadable.*not in it: Test.Base 1.0/);
    const { path } = await imported(h5pFiles());
    const player = h5pPlayerPackSchema.parse({ pack: 'org.example.player', version: '1.0.0' });
    const { paths, manifest } = await built(h5pFiles(without), { libraries: [path], player });
    expect(paths).toContain('pieces/pick/Test.Base-1.0/base.js');
    expect(manifest).toMatchObject({
      items: [{ player: 'org.example.player' }],
      requires: [{ pack: 'org.example.player', exactly: '1.0.0' }],
    });
  });

  it.each([
    ['without h5p.json', { 'h5p.json': null }, 'it is not in the package","at":"h5p.json'],
    ['whose h5p.json is none', { 'h5p.json': '{"title"' }, 'it is not JSON'],
    ['whose h5p.json says nothing', { 'h5p.json': '{}' }, 'mainLibrary: '],
    ['of no main library', { 'h5p.json': described({ mainLibrary: 'H5P.X' }) }, 'H5P.X is not in'],
    ['without content', { 'content/content.json': null }, 'at":"content/content.json'],
    ['whose content is no JSON', { 'content/content.json': '<html>' }, 'it is not JSON'],
    ['whose content is nothing', { 'content/content.json': '""' }, 'it holds no content'],
    ['whose library lacks a script', { 'Test.Base-1.0/base.js': null }, 'Test.Base-1.0/base.js'],
    ['whose library is none', { 'Test.Pick-1.2/library.json': '[' }, 'Test.Pick 1.2'],
    [
      'that name a folder for a library',
      { 'h5p.json': described().replaceAll('Test.Pick', '../../x') },
      'machineName',
    ],
  ])('[FRN6] %s are refused with the reason', async (_, over, reason) => {
    expect(await problemOf(over)).toMatch(/^refused import\.unreadable/);
    expect(await problemOf(over)).toContain(reason);
  });

  it('[PKG5] [FRN2] that climb out of their folder are refused', async () => {
    expect(await problemOf({ 'content/../../../evil.js': 'x' })).toContain('pack.unsafe-path');
  });

  it('[FRN5] say what of their content would break offline, or lacks words', async () => {
    const content = JSON.stringify({
      film: [{ path: 'https://www.youtube.com/watch?v=1', mime: 'video/YouTube' }],
      cat: { path: 'images/cat.png' },
      gone: { path: 'images/gone.png' },
      picture: { library: 'H5P.Image 1.1', params: { file: { path: 'images/cat.png' } } },
      words:
        '<p><a href="https://example.org">more</a><img src="https://example.org/a.png" alt="a"></p>',
      metadata: { source: 'https://example.org/who' },
    });
    const { file, lint } = await imported(h5pFiles({ 'content/content.json': content }));
    expect(JSON.stringify(file?.notes)).toContain('youtube.com');
    expect(JSON.stringify(file?.notes)).toContain('H5P.Image-1.1');
    const found = (await lint()).filter((one) => one.file === 'pieces/pick/content/content.json');
    expect(found.map(({ rule, weight }) => `${rule} ${weight}`).sort()).toEqual([
      'alternative-text-missing look',
      'external-link look',
      'external-url breaks',
      'external-url breaks',
      'file-missing breaks',
    ]);
    expect(JSON.stringify(found)).not.toContain('/who');
  });
});
