import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import type { PackSourceDraft } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { openSafeArchive } from '../archive/safe-archive.ts';
import { packArchiveLimits } from '../archive/archive-limits.ts';
import { buildPack } from './build-pack.ts';

const tools = { disk: nodeDisk(), randomness: seededRandomness(1) };

async function build(draft: PackSourceDraft) {
  const file = join(await temporaryFolder(), 'out.kpack');
  return { file, result: await buildPack(tools, await writePackSource(draft), file) };
}

const withFiles = (files: Record<string, string | undefined>): PackSourceDraft => {
  const draft = packSource();
  const all = Object.entries({ ...draft.files, ...files });
  const kept = all.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
  return { ...draft, files: Object.fromEntries(kept) };
};

describe('a source folder', () => {
  it('becomes a pack whose manifest says what is in it [PKG7]', async () => {
    const { result } = await build(packSource());
    expect(result).toMatchObject({
      kind: 'built',
      manifest: {
        id: 'org.rean.test',
        items: [
          {
            id: 'first',
            entry: 'lessons/first/lesson.json',
            title: { km: 'មេរៀន', en: 'Lesson' },
            items: 2,
            skills: ['choosing', 'letters'],
          },
        ],
        files: [
          { path: 'audio/look.ogg', mime: 'audio/ogg' },
          { path: 'lessons/first/lesson.json', mime: 'application/json' },
          { path: 'pictures/course.svg', mime: 'image/svg+xml' },
          { path: 'pictures/ka.svg', mime: 'image/svg+xml' },
        ],
      },
    });
  });

  it('becomes the same bytes wherever and whenever it is built [PKG7]', async () => {
    const first = await build(packSource());
    const folder = await writePackSource(packSource());
    await utimes(join(folder, 'pictures/ka.svg'), 1, 1);
    const second = join(await temporaryFolder(), 'other.kpack');
    await buildPack({ ...tools, randomness: seededRandomness(99) }, folder, second);
    expect(await readFile(second)).toEqual(await readFile(first.file));
  });

  it('becomes an archive of the manifest and one entry for each different content [PKG1]', async () => {
    const { file } = await build(
      withFiles({ 'pictures/course.svg': packSource().files['pictures/ka.svg'] }),
    );
    const archive = await openSafeArchive(file, packArchiveLimits);
    archive.close();
    const names = archive.entries.map((entry) => entry.name);
    expect(names[0]).toBe('pack.json');
    expect(names.slice(1)).toEqual(names.slice(1).toSorted());
    expect(names.slice(1)).toHaveLength(3);
    expect(names.slice(1).every((name) => /^blobs\/[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  it('has its missing recordings listed by language, and what lacks English [PKG7]', async () => {
    const { result } = await build(packSource());
    const warnings = result.kind === 'built' ? result.warnings : [];
    const first = warnings.filter(({ file }) => file === 'lessons/first/lesson.json');
    expect(first).toContainEqual({
      kind: 'recording-missing',
      file: 'lessons/first/lesson.json',
      at: 'activities[0].items[0].prompt',
      language: 'km',
      text: 'មើល',
    });
    // "Look" is recorded; "ជ្រើស" has no English to be recorded
    const recordings = first.filter(
      ({ kind, language }) => kind === 'recording-missing' && language === 'en',
    );
    expect(recordings.map(({ text }) => text)).toEqual(['Lesson', 'Practise']);
    expect(first.filter(({ kind }) => kind === 'english-missing').map(({ text }) => text)).toEqual([
      'ជ្រើស',
      'ក',
      'ខ',
    ]);
  });

  it('leaves out what no lesson names, and says so, notes for people apart [PKG7]', async () => {
    const { result } = await build(
      withFiles({ 'pictures/old.svg': 'x', 'README.md': 'x', '.hidden': 'x', Upper: 'x' }),
    );
    if (result.kind === 'refused') throw new Error('was refused');
    expect(
      result.warnings.filter(({ kind }) => kind === 'file-unused').map(({ file }) => file),
    ).toEqual(['Upper', 'pictures/old.svg']);
    expect(result.manifest.files.map(({ path }) => path)).not.toContain('pictures/old.svg');
  });
});
