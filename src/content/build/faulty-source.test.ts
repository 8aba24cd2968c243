import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonDraft, packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import type { PackSourceDraft } from '../../../tests/factories/pack-source.ts';
import { inEnglish } from '../../../tests/factories/in-english.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { buildPack } from './build-pack.ts';

const tools = { disk: nodeDisk(), randomness: seededRandomness(1) };

async function build(draft: PackSourceDraft) {
  const file = join(await temporaryFolder(), 'out.kpack');
  return { file, result: await buildPack(tools, await writePackSource(draft), file) };
}

async function problemsOf(draft: PackSourceDraft) {
  const { result, file } = await build(draft);
  if (result.kind === 'built') throw new Error('was built');
  await expect(readFile(file)).rejects.toThrow('ENOENT');
  return inEnglish(result.problems);
}

const withFiles = (files: Record<string, string | undefined>): PackSourceDraft => {
  const draft = packSource();
  const all = Object.entries({ ...draft.files, ...files });
  const kept = all.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
  return { ...draft, files: Object.fromEntries(kept) };
};

const withLesson = (lesson: unknown) =>
  withFiles({ 'lessons/first/lesson.json': JSON.stringify(lesson) });

describe('a faulty source folder is refused with file, place and fix [PKG7]:', () => {
  it('without pack.source.json', async () => {
    const file = join(await temporaryFolder(), 'out.kpack');
    expect(await buildPack(tools, await temporaryFolder(), file)).toMatchObject({
      kind: 'refused',
      problems: [
        {
          file: 'pack.source.json',
          at: null,
          problem: { en: 'there is no such file' },
          fix: { en: 'add it' },
        },
      ],
    });
  });

  it('with broken JSON', async () => {
    const problems = await problemsOf(
      withFiles({ 'lessons/first/lesson.json': '{ "id": "first", }' }),
    );
    expect(problems).toMatchObject([
      {
        file: 'lessons/first/lesson.json',
        problem: expect.stringContaining('is not valid JSON'),
        fix: expect.stringContaining('take out the comma'),
      },
    ]);
  });

  it('with a member missing, one unknown and one of a wrong kind', async () => {
    const { description, files } = packSource({ licence: undefined, licens: 'CC0', sequence: '1' });
    expect(await problemsOf({ description, files })).toEqual([
      expect.objectContaining({ at: 'sequence', fix: 'write a number without quotes' }),
      {
        file: 'pack.source.json',
        at: 'licence',
        problem: 'is missing',
        fix: 'add a text in "quotes"',
      },
      expect.objectContaining({ at: 'licens', fix: 'remove it, or correct its spelling' }),
    ]);
  });

  it('with an item of an unknown type', async () => {
    const lesson = lessonDraft('first');
    const problems = await problemsOf(
      withLesson({
        ...lesson,
        activities: [
          {
            id: 'a',
            title: { km: 'ក' },
            items: [{ id: 'x', type: 'chioce', prompt: { km: 'ក' } }],
          },
        ],
      }),
    );
    expect(problems).toMatchObject([
      {
        file: 'lessons/first/lesson.json',
        at: 'activities[0].items[0].type',
        fix: expect.stringContaining('write one of "present", "choice", "match"'),
      },
    ]);
  });

  it('with a lesson that calls itself otherwise, and one that is not there', async () => {
    const { description, files } = withLesson(lessonDraft('second'));
    const [listed] = [description['lessons']].flat();
    const missing = { ...Object(listed), id: 'third', position: 2 };
    const draft = { files, description: { ...description, lessons: [listed, missing] } };
    expect(await problemsOf(draft)).toEqual([
      {
        file: 'lessons/first/lesson.json',
        at: 'id',
        problem: 'the lesson calls itself "second"',
        fix: 'write "first", the name of its folder',
      },
      {
        file: 'lessons/third/lesson.json',
        at: null,
        problem: 'there is no such file',
        fix: expect.stringContaining('take the lesson out'),
      },
    ]);
  });

  it('with courses and places that do not fit', async () => {
    const { description, files } = packSource();
    const [listed] = [description['lessons']].flat();
    const draft = {
      files,
      description: {
        ...description,
        lessons: [listed, listed, { ...Object(listed), id: 'other', course: 'org.rean.none' }],
      },
    };
    expect(await problemsOf(draft)).toMatchObject([
      { at: 'lessons[1].id', problem: '"first" is listed twice' },
      { at: 'lessons[1].position', problem: 'another has this place in its course' },
      { at: 'lessons[2].course', problem: 'no course "org.rean.none"' },
    ]);
  });

  it('with lessons that nobody could ever begin [CRS1], and one skill twice', async () => {
    const { description, files } = packSource();
    const [listed] = [description['lessons']].flat();
    const [course] = [description['courses']].flat();
    const skill = {
      id: 'ka',
      title: { km: 'ក' },
      picture: Object(listed).picture,
      mastery: { right: 3, of: 5 },
    };
    const lesson = (id: string, position: number, prerequisites: readonly string[]) => ({
      ...Object(listed),
      id,
      position,
      prerequisites,
    });
    const lessons = [
      lesson('first', 1, ['third']),
      lesson('second', 2, ['first', 'none']),
      lesson('third', 3, ['second']),
    ];
    const courses = [{ ...Object(course), skills: [skill, skill] }];
    const fix = 'name a lesson or piece of the same course';
    expect(
      await problemsOf({ files, description: { ...description, lessons, courses } }),
    ).toMatchObject([
      { at: 'lessons[1].prerequisites[1]', problem: 'there is no lesson or piece none', fix },
      {
        file: 'pack.source.json',
        at: 'lessons[0].prerequisites',
        problem: 'nobody could ever begin: first after third after second after first',
        fix: 'take one of them away',
      },
      { at: 'courses[0].skills[1].id', problem: 'ka appears twice' },
    ]);
  });

  it('with a picture that is not there', async () => {
    expect(await problemsOf(withFiles({ 'pictures/ka.svg': undefined }))).toEqual([
      {
        file: 'pack.source.json',
        at: 'lessons[0].picture.src',
        problem: 'there is no file pictures/ka.svg',
        fix: 'add the file, or correct the path',
      },
    ]);
  });

  it('with a path from the lesson instead of the pack', async () => {
    const draft = withFiles({ 'pictures/ka.svg': undefined, 'lessons/first/pictures/ka.svg': 'x' });
    expect(await problemsOf(draft)).toMatchObject([
      { fix: 'paths start at the folder of pack.source.json: write lessons/first/pictures/ka.svg' },
    ]);
  });

  it('with a recording where a picture belongs, and a kind of file packs do not hold', async () => {
    const lesson = JSON.stringify(lessonDraft('first'))
      .replace('pictures/ka.svg', 'audio/look.ogg')
      .replace('"en":"audio/look.ogg"', '"en":"audio/look.exe"');
    expect(await problemsOf(withFiles({ 'lessons/first/lesson.json': lesson }))).toMatchObject([
      { problem: 'audio/look.ogg is no picture', fix: 'name a picture' },
      {
        problem: 'audio/look.exe is no kind of file a pack may hold',
        fix: expect.stringContaining('save it as WAV'),
      },
    ]);
  });

  it('with an empty recording and a drawing with a script [PKG8]', async () => {
    const script = '<svg xmlns="http://www.w3.org/2000/svg">\n<script/></svg>';
    expect(
      await problemsOf(withFiles({ 'audio/look.ogg': '', 'pictures/ka.svg': script })),
    ).toEqual([
      {
        file: 'pictures/ka.svg',
        at: null,
        line: 2,
        problem: '<script> is not allowed in a picture',
        fix: 'remove <script>',
      },
      { file: 'audio/look.ogg', at: null, problem: 'the file is empty', fix: 'export it again' },
    ]);
  });

  it('with a link to a file outside', async () => {
    const folder = await writePackSource(withFiles({ 'pictures/ka.svg': undefined }));
    const secret = join(await temporaryFolder(), 'secret.svg');
    await writeFile(secret, 'secret');
    await mkdir(join(folder, 'pictures'), { recursive: true });
    await symlink(secret, join(folder, 'pictures/ka.svg'));
    const result = await buildPack(tools, folder, join(await temporaryFolder(), 'out.kpack'));
    expect(result).toMatchObject({
      kind: 'refused',
      problems: [{ problem: { en: 'there is no file pictures/ka.svg' } }],
    });
  });

  it('with an id that no address can hold [PKG11]', async () => {
    expect(await problemsOf(packSource({ id: 'org.xn--rean' }))).toMatchObject([
      { file: 'pack.source.json', at: 'id', problem: expect.stringContaining('xn--') },
    ]);
  });
});
