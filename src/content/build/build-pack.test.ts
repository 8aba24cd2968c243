import { mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonDraft, packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import type { PackSourceDraft } from '../../../tests/factories/pack-source.ts';
import { inEnglish } from '../../../tests/factories/in-english.ts';
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
