import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { lessonDraft, packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { authorsDisk } from './authors-disk.ts';
import { buildPack, checkPackSource } from './build-pack.ts';
import { spotFinder } from './find-line.ts';

const disk = nodeDisk();

/** The same source, its lesson written as `text` in `name`. */
async function withLesson(name: string, text: string): Promise<string> {
  const { description, files } = packSource();
  const others = Object.entries(files).filter(([path]) => !path.startsWith('lessons/'));
  const lesson = [`lessons/first/${name}`, text] as const;
  return writePackSource({ description, files: Object.fromEntries([...others, lesson]) });
}

async function spotsOf(folder: string) {
  const checked = await checkPackSource(disk, folder);
  if (checked.kind === 'built') throw new Error('it was sound');
  return Promise.all(checked.problems.map(spotFinder(disk, folder)));
}

async function toldOf(folder: string) {
  const checked = await checkPackSource(authorsDisk(disk), folder);
  if (checked.kind === 'built') throw new Error('it was sound');
  return checked.problems.map(({ file, problem, fix }) => `${file}: ${problem.en} (${fix.en})`);
}

describe('a lesson written in YAML', () => {
  it('makes the pack that the same lesson in JSON makes [AUT1]', async () => {
    const json = await withLesson(
      'lesson.json',
      `${JSON.stringify(lessonDraft('first'), null, 2)}\n`,
    );
    const yaml = await withLesson('lesson.yaml', stringify(lessonDraft('first')));
    const tools = { disk, randomness: seededRandomness(1) };
    const built = await buildPack(tools, yaml, join(await temporaryFolder(), 'a.kpack'));
    expect(built).toMatchObject({ kind: 'built' });
    expect(built).toEqual(await buildPack(tools, json, join(await temporaryFolder(), 'b.kpack')));
  });
});

describe('a mistake is found by the line its author wrote [AUT2]', () => {
  const mistaken = { ...lessonDraft('first'), titel: { km: 'ក' } };

  it('in YAML and in JSON', async () => {
    const yaml = await withLesson('lesson.yaml', stringify(mistaken));
    expect(await spotsOf(yaml)).toEqual([{ file: 'lessons/first/lesson.yaml', line: 42 }]);
    const json = await withLesson('lesson.json', JSON.stringify(mistaken, null, 2));
    expect(await spotsOf(json)).toEqual([{ file: 'lessons/first/lesson.json', line: 68 }]);
  });

  it('where the text itself is broken', async () => {
    const yaml = await withLesson('lesson.yaml', 'format: rean-lesson@1\nid: "first\n');
    expect(await spotsOf(yaml)).toEqual([
      { file: 'lessons/first/lesson.yaml', line: expect.any(Number) },
    ]);
    const json = await withLesson('lesson.json', '{\n  "id": "first",\n}');
    expect(await spotsOf(json)).toEqual([{ file: 'lessons/first/lesson.json', line: 2 }]);
  });

  it('also where two files are one lesson, or one is called as none is read [AUT1]', async () => {
    const both = await withLesson('lesson.yaml', stringify(lessonDraft('first')));
    await writeFile(join(both, 'lessons/first/lesson.json'), JSON.stringify(lessonDraft('first')));
    expect(await toldOf(both)).toEqual([
      'lessons/first/lesson.yaml: lies beside lesson.json (remove the one that is not meant)',
    ]);
    const other = await withLesson('lesson.yml', stringify(lessonDraft('first')));
    expect(await toldOf(other)).toEqual([
      'lessons/first/lesson.yml: is not read (call it lesson.yaml)',
    ]);
  });

  it('in words of a teacher, without a pattern or a term of programs', async () => {
    const { activities } = lessonDraft('first');
    const wrong = { format: 'rean-lesson@2', id: 'First Words', title: null, activities };
    const yaml = await withLesson('lesson.yaml', stringify(wrong));
    expect(await toldOf(yaml)).toEqual([
      'lessons/first/lesson.json: "rean-lesson@2" is not known here (write "rean-lesson@1")',
      'lessons/first/lesson.json: "First Words" does not fit (write small letters, digits and hyphens, as in first-words)',
      'lessons/first/lesson.json: is empty (write { km: ត្រី, en: A fish })',
    ]);
    const items = [{ id: 'look', type: 'Choice' }];
    const title = { km: '' };
    const few = { ...lessonDraft('first'), title, activities: [{ id: 'a', title: 7, items }] };
    const told = await toldOf(await withLesson('lesson.yaml', stringify(few)));
    expect(told.map((each) => each.split(': ')[1])).toEqual([
      'is too short (at least 1 sign needed)',
      '7 is no group in { } (write { km',
      expect.stringMatching(/^"Choice" is not known here \(write one of "present", "choice"/u),
    ]);
  });

  it('and by the file alone where there is none', async () => {
    const folder = await withLesson('notes.json', '{}');
    expect(await spotsOf(folder)).toEqual([{ file: 'lessons/first/lesson.json', line: null }]);
  });
});
