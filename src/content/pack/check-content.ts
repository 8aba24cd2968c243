import * as z from 'zod';
import { itemSchema, lessonSchema } from '../../shared/contracts/lesson.ts';
import { cardKey } from '../../domain/training/card-key.ts';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { LessonItem, PackFile, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { CardKey } from '../../shared/contracts/training.ts';
import { ReanError } from '../../shared/errors.ts';
import { clipsOf, walkContent } from '../lesson/walk-content.ts';
import { svgFaults } from '../svg/check-svg.ts';
import { pathText } from './manifest.ts';
import { isAudioMime, isPictureMime, svgMime } from './media-type.ts';
import { codeFolders, isInAny, piecesOf } from './piece-folders.ts';

/** Gives the verified bytes of a pack's file by its path; null for one that is to be judged elsewhere. */
export type ReadPackFile = (path: string) => Promise<Uint8Array | null>;

/**
 * Checks what the pack's files say ([PKG8]): every lesson parses, is the one the manifest announces
 * and names only files of the pack; every drawing is inert. Throws `lesson.invalid` with `path`, `at`
 * and `problem`, `pack.manifest-invalid`, or `pack.app-too-old`.
 */
export async function checkContent(manifest: PackManifest, read: ReadPackFile): Promise<void> {
  for (const item of manifest.items) {
    if (item.kind !== 'lesson') continue;
    const bytes = await read(item.entry);
    if (bytes === null) continue;
    const lesson = parseLesson(bytes, item.entry, manifest);
    checkAnnounced(lesson, item);
    checkMedia(lesson, item, manifest);
  }
  for (const { path } of drawingsOf(manifest)) {
    const bytes = await read(path);
    if (bytes !== null) checkDrawing(path, bytes);
  }
}

/** Drawings that have to be inert: all but those among files that run code. */
export function drawingsOf(manifest: PackManifest): readonly PackFile[] {
  const code = codeFolders(piecesOf(manifest));
  return manifest.files.filter(({ path, mime }) => mime === svgMime && !isInAny(path, code));
}

/**
 * Reads a lesson file. `path` is for the error. Throws `lesson.invalid`; `pack.app-too-old` where it has
 * items of a type that only a newer app knows ([LSN11]).
 */
export function parseLesson(bytes: Uint8Array, path: string, pack: PackNeeds): Lesson {
  const json = parseJson(bytes, path);
  refuseUnknownTypes(json, pack);
  const parsed = lessonSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw lessonError(path, pathText(issue?.path ?? []), issue?.message ?? 'wrong shape');
}

type PackNeeds = Pick<PackManifest, 'id' | 'minimumApp'>;

/** As much as lessons of every later app have too. */
const typesSchema = z.looseObject({
  activities: z.array(z.looseObject({ items: z.array(z.looseObject({ type: z.string() })) })),
});
const knownTypes: ReadonlySet<string> = new Set(
  itemSchema.options.map(({ shape }) => shape.type.value),
);

/** Says that this app is too old, rather than that the lesson is wrong. */
function refuseUnknownTypes(json: unknown, { id, minimumApp }: PackNeeds): void {
  const lesson = typesSchema.safeParse(json).data;
  const items = lesson?.activities.flatMap((activity) => activity.items);
  const unknown = items?.find(({ type }) => !knownTypes.has(type));
  if (unknown === undefined) return;
  throw new ReanError('pack.app-too-old', { pack: id, needed: minimumApp, kind: unknown.type });
}

/** How many items a lesson has, over all its activities. */
export function countItems(lesson: Lesson): number {
  return lesson.activities.reduce((sum, activity) => sum + activity.items.length, 0);
}

/** The skills a lesson's items name, each once, in code order. */
export function skillsOf(lesson: Lesson): string[] {
  const items = lesson.activities.flatMap((activity) => activity.items);
  return [...new Set(items.flatMap((item) => item.skills))].sort();
}

/** What a lesson's items train, each once, in code order ([REV1]). */
export function cardsOf(lesson: Lesson): CardKey[] {
  const items = lesson.activities.flatMap((activity) => activity.items);
  return [
    ...new Set(items.flatMap(({ trains }) => (trains === undefined ? [] : cardKey(trains)))),
  ].sort();
}

function checkAnnounced(lesson: Lesson, item: LessonItem): void {
  if (lesson.id !== item.id) throw lessonError(item.entry, 'id', `is not ${item.id}`);
  if (countItems(lesson) !== item.items) {
    throw lessonError(item.entry, 'activities', `the manifest announces ${item.items} items`);
  }
  if (cardsOf(lesson).join('\n') !== (item.cards ?? []).join('\n')) {
    throw lessonError(
      item.entry,
      'activities',
      'trains something else than the manifest announces',
    );
  }
}

function checkMedia(lesson: Lesson, { entry }: LessonItem, manifest: PackManifest): void {
  const code = codeFolders(piecesOf(manifest));
  const inert = manifest.files.filter(({ path }) => !isInAny(path, code));
  const mimes = new Map(inert.map((file) => [file.path, file.mime]));
  const { pictures, phrases } = walkContent(lesson);
  for (const { at, picture } of pictures) {
    if (!isPictureMime(mimes.get(picture.src) ?? '')) {
      throw lessonError(entry, `${at}.src`, `no picture ${picture.src} in the pack`);
    }
  }
  for (const { at, phrase } of phrases) {
    const missing = clipsOf(phrase).find((path) => !isAudioMime(mimes.get(path) ?? ''));
    if (missing !== undefined) {
      throw lessonError(entry, `${at}.audio`, `no recording ${missing} in the pack`);
    }
  }
}

function checkDrawing(path: string, bytes: Uint8Array): void {
  const [fault] = svgFaults(bytes);
  if (fault === undefined) return;
  const problem = `${path}, line ${fault.line}: ${fault.problem.en}`;
  throw new ReanError('pack.manifest-invalid', { at: 'files', problem });
}

function parseJson(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw lessonError(path, '', 'not JSON', error);
  }
}

function lessonError(path: string, at: string, problem: string, cause?: unknown): ReanError {
  return new ReanError('lesson.invalid', { path, at, problem }, cause);
}
