import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testProcesses } from '../../../../tests/factories/pack-press.ts';
import { seededRandomness } from '../../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../../tests/factories/temporary-folder.ts';
import { zimDraft, zimFile } from '../../../../tests/factories/zim-file.ts';
import type { ZimDraftEntry } from '../../../../tests/factories/zim-file.ts';
import { semverSchema } from '../../../shared/ids.ts';
import { buildPack } from '../../build/build-pack.ts';
import { nodeDisk } from '../../disk/node-disk.ts';
import { lintSource } from '../../lint/lint-pack.ts';
import { packRunsCode } from '../../pack/piece-folders.ts';
import { importFiles } from '../import-files.ts';

const disk = nodeDisk();
const processes = testProcesses(1);
const tools = {
  disk,
  processes,
  randomness: seededRandomness(4),
  appVersion: semverSchema.parse('0.1.0'),
};

async function imported(zim: Uint8Array) {
  const folder = await temporaryFolder();
  const path = join(folder, 'wiki.zim');
  await writeFile(path, zim);
  const into = join(folder, 'source');
  const words = { id: 'org.rean.test', titleKm: 'ស', licence: 'CC0-1.0', publisher: 'Rean' };
  const report = await importFiles(tools, { paths: [path], into, replace: false, words });
  return { file: report.files[0], into, folder };
}

const entry = (path: string, over: Partial<ZimDraftEntry>): ZimDraftEntry => ({
  namespace: 'C',
  path,
  mime: 'text/html',
  ...over,
});

describe('a ZIM archive that is imported', () => {
  it('comes as it is, with its title, its licence and a list of its words, and makes a pack [ZIM2]', async () => {
    const zim = zimFile(zimDraft());
    const { file, into, folder } = await imported(zim);
    expect(file).toMatchObject({
      kind: 'zim',
      outcome: 'imported',
      licence: 'CC-BY-SA-4.0',
      notes: [],
      things: [{ id: 'wiki', title: 'សព្វវចនាធិប្បាយ' }],
    });
    expect(await disk.readFile(join(into, 'pieces/wiki/archive.zim'))).toEqual(Buffer.from(zim));
    const built = await buildPack(tools, into, join(folder, 'a.kpack'));
    if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
    const files = built.manifest.files.filter(({ path }) => path.startsWith('pieces/'));
    expect(files.map(({ path, mime }) => [path, mime])).toEqual([
      ['pieces/wiki/archive.zim', 'application/x-zim'],
      ['pieces/wiki/search.index', 'application/octet-stream'],
    ]);
    expect(packRunsCode(built.manifest)).toBe(true);
  });

  it('tells what will not work in a lab [ZIM2]', async () => {
    const entries = [
      entry('page', {
        content: '<p>hello</p><img src="https://example.org/a.png"><a href="https://b">',
      }),
      entry('Tags', { namespace: 'M', content: 'x;_sw:yes' }),
    ];
    const { file } = await imported(zimFile(zimDraft({ entries, main: null })));
    expect(file?.notes.map(({ sort, at }) => ({ sort, at }))).toEqual([
      { sort: 'unsupported', at: null },
      { sort: 'guessed', at: null },
      { sort: 'unsupported', at: 'page' },
    ]);
  });

  it('is refused with the place where it is damaged, and leaves nothing [ZIM1] [FRN1]', async () => {
    const zim = zimFile(zimDraft(), (bytes) => void bytes.writeUInt32LE(0xffffff, 28));
    const { file, into } = await imported(zim);
    expect(file?.error?.code).toBe('import.unreadable');
    expect(file?.error?.facts).toMatchObject({
      problem: 'its list of clusters lies outside of it',
    });
    expect(await disk.list(into)).toEqual([]);
  });

  it('is refused where it has no page to read [ZIM1] [FRN1]', async () => {
    const entries = [entry('a', { content: 'x', mime: 'text/plain' })];
    const { file } = await imported(zimFile(zimDraft({ entries, main: null })));
    expect(file?.error?.code).toBe('import.nothing');
  });

  it('is looked at before it goes out: licence, languages, size and search [FRN5]', async () => {
    const entries = [
      entry('page', { content: 'x' }),
      entry('Language', { namespace: 'M', content: 'fra' }),
    ];
    const { into } = await imported(zimFile(zimDraft({ entries, main: 'C/page' })));
    await disk.remove(join(into, 'pieces/wiki/search.index'));
    const found = (await lintSource(disk, into)).filter(({ file }) => file.endsWith('.zim'));
    expect(found.map(({ rule, weight }) => `${weight} ${rule}`)).toEqual([
      'look licence-missing',
      'look language',
      'look search-missing',
    ]);
    const whole = await imported(zimFile(zimDraft()));
    const none = (await lintSource(disk, whole.into)).filter(({ file }) => file.endsWith('.zim'));
    expect(none).toEqual([]);
  });
});
