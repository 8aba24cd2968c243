import { join } from 'node:path';
import * as z from 'zod';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import { packManifestSchema } from '../../shared/contracts/pack-manifest.ts';
import type { LessonItem, PackManifest, PackSource } from '../../shared/contracts/pack-manifest.ts';
import type { Randomness } from '../../shared/ports.ts';
import { writeArchive } from '../archive/write-archive.ts';
import type { Disk } from '../disk/disk.ts';
import { authorsDisk } from './authors-disk.ts';
import { cardsOf, countItems, skillsOf } from '../pack/check-content.ts';
import { formatManifest } from '../pack/manifest.ts';
import { manifestMistakes } from '../pack/manifest-mistakes.ts';
import { withUnsignedPack } from '../pack/pack-archive.ts';
import { packParts } from '../pack/pack-parts.ts';
import { foldersOf } from '../pack/piece-folders.ts';
import { tellSource } from '../words/tell.ts';
import { explainIssues } from './explain-issue.ts';
import { gatherFiles } from './gather-files.ts';
import { nameProblems, pieceProblems, pieceUses } from './piece-uses.ts';
import type { Problem, Warning } from './problem.ts';
import { lessonPath, readLesson, readPackSource, sourceName } from './read-source.ts';
import { usesIn } from './used-files.ts';
import type { FileUse } from './used-files.ts';
import { phraseWarnings, unusedWarnings } from './warnings.ts';

/** A pack written, or every reason why not. */
export type BuildResult =
  | {
      readonly kind: 'built';
      readonly manifest: PackManifest;
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface BuildTools {
  readonly disk: Disk;
  readonly randomness: Randomness;
}

/** What a pack is built over ([PKG17]). */
export interface BuildBase {
  /** An earlier version's `.kpack`. */
  readonly file: string;
  /** Takes all contents along; else only those the earlier version lacks. The manifest is the same. */
  readonly whole: boolean;
}

/**
 * Builds an unsigned `.kpack` from a source folder ([PKG7]). The same source gives the same bytes on
 * any PC. All problems are collected before anything is written; only the disk's errors are thrown.
 */
export async function buildPack(
  tools: BuildTools,
  sourceFolder: string,
  packFile: string,
  base?: BuildBase,
): Promise<BuildResult> {
  const disk = authorsDisk(tools.disk);
  const sound = await checkPackSource(disk, sourceFolder);
  const over = base === undefined ? null : await readBase(base.file);
  const checked = sound.kind === 'built' && over !== null ? putOver(sound, over) : sound;
  if (checked.kind === 'refused') return checked;
  const { manifest } = checked;
  const there = base?.whole === false ? over?.files.map(({ sha256 }) => sha256) : [];
  const blobs = manifest.files
    .filter(({ sha256 }) => there?.includes(sha256) !== true)
    .map((file) => ({
      ...file,
      stream: () => disk.stream(join(sourceFolder, file.path)),
    }));
  const head = { manifestBytes: formatManifest(manifest), signatureBytes: null };
  await writeArchive(tools, packFile, packParts(head, blobs));
  return checked;
}

/** An earlier version's manifest. Throws the pack codes. */
function readBase(file: string): Promise<PackManifest> {
  return withUnsignedPack(file, async ({ manifest }) => manifest);
}

/** Has a pack name the version it can be brought over. */
function putOver(built: Extract<BuildResult, { kind: 'built' }>, base: PackManifest): BuildResult {
  const { manifest, warnings } = built;
  if (base.id === manifest.id && base.sequence < manifest.sequence) {
    return finish({ ...manifest, base: base.version }, { warnings });
  }
  const { id, version } = base;
  const problem = tellSource('base.other', { id, version, sequence: String(base.sequence) });
  const fix = tellSource('base.other.fix');
  return { kind: 'refused', problems: [{ file: sourceName, at: 'sequence', problem, fix }] };
}

/** Everything `buildPack` does short of writing the pack. */
export async function checkPackSource(plain: Disk, folder: string): Promise<BuildResult> {
  const disk = authorsDisk(plain);
  const source = await readPackSource(disk, folder);
  if (source.kind === 'refused') return source;
  const lessons = await readLessons(disk, folder, source.value);
  const present = await listFiles(disk, folder, '');
  const ofPieces = pieceUses(source.value, present);
  const uses = [...allUses(source.value, lessons.found), ...ofPieces];
  const folders = foldersOf(source.value.items);
  const { files, problems } = await gatherFiles(disk, { folder, present, folders }, uses);
  const all = [
    ...lessons.problems,
    ...skillProblems(lessons.found),
    ...nameProblems(ofPieces),
    ...problems,
    ...pieceProblems(source.value, files, present),
  ];
  if (all.length > 0) return { kind: 'refused', problems: all };
  const items = [...itemsOf(source.value, lessons.found), ...source.value.items];
  const draft = { ...describePack(source.value), items, files };
  return finish(draft, {
    warnings: [
      ...phraseWarnings(sourceName, source.value),
      ...lessons.found.flatMap((lesson) => phraseWarnings(lessonPath(lesson.id), lesson)),
      ...unusedWarnings(present, new Set(uses.map((use) => use.path))),
    ],
  });
}

/** The finished manifest passes the same gate as a stranger's. */
function finish(
  draft: object,
  { warnings }: { readonly warnings: readonly Warning[] },
): BuildResult {
  const plain: unknown = JSON.parse(JSON.stringify(draft));
  const parsed = packManifestSchema.safeParse(plain);
  const problems = parsed.success
    ? manifestMistakes(parsed.data).map((mistake) => ({ file: sourceName, ...mistake }))
    : explainIssues(sourceName, parsed.error, plain);
  if (!parsed.success || problems.length > 0) {
    return { kind: 'refused', problems: problems.map(asInSource(plain)) };
  }
  return { kind: 'built', manifest: parsed.data, warnings };
}

const listedSchema = z.object({ items: z.array(z.object({ kind: z.string() })) });

/** A manifest lists lessons before the pieces; their author lists them apart. */
function asInSource(draft: unknown) {
  const items = listedSchema.safeParse(draft).data?.items ?? [];
  const lessons = items.filter(({ kind }) => kind === 'lesson').length;
  return (problem: Problem): Problem => {
    const [, number, rest = ''] = /^items\[(\d+)\](.*)$/u.exec(problem.at ?? '') ?? [];
    if (number === undefined) return problem;
    const index = Number(number);
    const at = index < lessons ? `lessons[${index}]` : `items[${index - lessons}]`;
    return { ...problem, at: at + rest };
  };
}

async function readLessons(disk: Disk, folder: string, source: PackSource) {
  const found: Lesson[] = [];
  const problems: Problem[] = [];
  for (const { id } of source.lessons) {
    const read = await readLesson(disk, folder, id);
    if (read.kind === 'read') found.push(read.value);
    else problems.push(...read.problems);
  }
  return { found, problems };
}

function allUses(source: PackSource, lessons: readonly Lesson[]): FileUse[] {
  return [
    ...usesIn(sourceName, source),
    ...lessons.flatMap((lesson) => [
      { path: lessonPath(lesson.id), kind: 'lesson' as const, file: sourceName, at: 'lessons' },
      ...usesIn(lessonPath(lesson.id), lesson),
    ]),
  ];
}

const maxSkills = 50;

function skillProblems(lessons: readonly Lesson[]): Problem[] {
  return lessons
    .filter((lesson) => skillsOf(lesson).length > maxSkills)
    .map((lesson) => ({
      file: lessonPath(lesson.id),
      at: null,
      problem: tellSource('lesson.skills', { count: maxSkills }),
      fix: tellSource('lesson.skills.fix'),
    }));
}

/** Member by member, since the order of members is part of the signed bytes. */
function describePack(source: PackSource) {
  const { format, id, version, sequence, title, licence, publisher, minimumApp, courses } = source;
  const { requires } = source;
  const needs = requires === undefined ? {} : { requires };
  return {
    format,
    id,
    version,
    sequence,
    title,
    licence,
    publisher,
    minimumApp,
    ...needs,
    courses,
  };
}

function itemsOf(source: PackSource, lessons: readonly Lesson[]): LessonItem[] {
  return lessons.flatMap((lesson) =>
    source.lessons
      .filter((listed) => listed.id === lesson.id)
      .map(({ id, picture, course, position, prerequisites }) => ({
        kind: 'lesson',
        id,
        entry: lessonPath(id),
        title: lesson.title,
        picture,
        course,
        position,
        items: countItems(lesson),
        skills: skillsOf(lesson),
        ...(cardsOf(lesson).length === 0 ? {} : { cards: cardsOf(lesson) }),
        ...(prerequisites === undefined ? {} : { prerequisites }),
      })),
  );
}

/** Every file below a folder but hidden ones, by its path in there. */
export async function listFiles(disk: Disk, folder: string, below: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, kind } of await disk.list(join(folder, below))) {
    if (name.startsWith('.')) continue;
    const path = below === '' ? name : `${below}/${name}`;
    if (kind === 'file') found.push(path);
    if (kind === 'folder') found.push(...(await listFiles(disk, folder, path)));
  }
  return found;
}
