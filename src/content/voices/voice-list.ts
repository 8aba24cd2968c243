import { join } from 'node:path';
import type { Language } from '../../shared/ids.ts';
import { authorsDisk } from '../build/authors-disk.ts';
import type { Problem } from '../build/problem.ts';
import { lessonPath, readLesson, readPackSource, sourceName } from '../build/read-source.ts';
import type { Disk } from '../disk/disk.ts';
import { walkContent } from '../lesson/walk-content.ts';
import { isPromptAt } from './prompts.ts';

/** Something to be said in a lesson, and what its recording is to be called. */
export interface Voice {
  /** The recording's file without its ending: `words-at-home-type-bay`, `…-hint`. */
  readonly name: string;
  /** The lesson's file, and the place in it. */
  readonly file: string;
  readonly at: string;
  /** Whether it is what an item asks, or something around it. */
  readonly isPrompt: boolean;
  readonly text: string;
  /** The recording it names already. */
  readonly recording: string | null;
}

export type VoiceList =
  | { readonly kind: 'listed'; readonly voices: readonly Voice[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Everything that is said in a source folder, in one language, recorded or not ([AUT4]). */
export async function listVoices(
  plain: Disk,
  folder: string,
  language: Language,
): Promise<VoiceList> {
  const disk = authorsDisk(plain);
  const source = await readPackSource(disk, folder);
  if (source.kind === 'refused') return source;
  const voices = voicesIn(sourceName, source.value, 'pack', language);
  for (const { id } of source.value.lessons) {
    const lesson = await readLesson(disk, folder, id);
    if (lesson.kind === 'refused') return lesson;
    voices.push(...voicesIn(lessonPath(id), lesson.value, id, language));
  }
  return { kind: 'listed', voices };
}

/** Where the recording of a voice goes, in the source folder. */
export const recordingPath = (name: string, language: Language, extension: string) =>
  join('audio', language, `${name}.${extension}`);

function voicesIn(file: string, value: unknown, root: string, language: Language): Voice[] {
  return walkContent(value).phrases.flatMap(({ at, phrase }) => {
    const text = phrase[language];
    if (text === undefined) return [];
    const recording = phrase.audio?.[language] ?? null;
    return [{ name: nameOf(value, at, root), file, at, isPrompt: isPromptAt(at), text, recording }];
  });
}

/** Members that need not be told apart by their name. */
const plainMembers = new Set(['activities', 'items', 'options', 'prompt', 'label', 'name']);
const shownAs: Readonly<Record<string, string>> = { praise: 'right' };

/** Ids on the way to a phrase, joined: they stay when items are put into another order. */
function nameOf(value: unknown, at: string, root: string): string {
  const parts = [root];
  let here: unknown = value;
  for (const step of at.split(/[.[\]]/u).filter((one) => one !== '')) {
    here = memberOf(here, step);
    const id = memberOf(here, 'id');
    if (/^\d+$/u.test(step)) parts.push(typeof id === 'string' ? idPart(id) : step);
    else if (!plainMembers.has(step)) parts.push(shownAs[step] ?? step);
  }
  return withoutActivity(parts, at).join('-');
}

/** An item's id is its own in the whole lesson; its activity's need not be named. */
const withoutActivity = (parts: readonly string[], at: string) =>
  at.includes('.items[') ? [...parts.slice(0, 1), ...parts.slice(2)] : parts;

/** Ids of courses hold dots, which names of recordings don't. */
const idPart = (id: string) => id.replaceAll('.', '-');

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
