import { extname } from 'node:path';
import { lessonPath } from '../build/read-source.ts';
import { lessonSchema } from '../../shared/contracts/lesson.ts';
import type { Picture } from '../../shared/contracts/phrase.ts';
import { pathText } from '../pack/manifest.ts';
import { coverAlt, coverDrawing } from './cover-drawings.ts';
import { unreadable } from './import-errors.ts';
import type { ImportedFile } from './import-list.ts';
import type { CoverSign, ForeignPart, Imported, ImportedThing } from './importer.ts';
import { claimId, idFrom, titleOfName } from './name-things.ts';
import type { SourceDraft } from './source-draft.ts';
import type { Staging } from './staging.ts';

/** A thing that came, as reports tell it. */
export interface TakenThing {
  readonly kind: 'piece' | 'lesson';
  readonly id: string;
  readonly name: string | null;
  readonly title: string;
  /** Items of a lesson; 1 for a piece. */
  readonly items: number;
}

interface Place {
  readonly draft: SourceDraft;
  readonly staging: Staging;
}

interface From {
  /** How the file is called in reports. */
  readonly key: string;
  /** What came from it before, whose ids go on; null the first time. */
  readonly earlier: ImportedFile | null;
}

/**
 * Writes what an importer read, and lists it in the draft. Where a part of it turns out to be bad nothing of it
 * stays. Throws what reading the parts throws, and `import.unreadable` where a lesson is none.
 */
export async function takeIn(
  { draft, staging }: Place,
  { key, earlier }: From,
  { things }: Imported,
): Promise<readonly TakenThing[]> {
  const taken = draft.ids();
  const puts: string[] = [];
  const listed: (() => void)[] = [];
  const told: TakenThing[] = [];
  try {
    for (const thing of things) {
      const before = earlier?.things.find(({ name }) => name === thing.name)?.id;
      const words = thing.name === null ? stem(key) : `${stem(key)}-${thing.name}`;
      const id = before ?? claimId(idFrom(words, thing.kind), taken);
      const written = await writeThing({ draft, staging }, { thing, id, key, puts });
      listed.push(written.list);
      told.push(written.told);
    }
  } catch (error) {
    await staging.discard(puts);
    throw error;
  }
  const stale = (earlier?.things ?? []).map(({ id }) => id);
  const kept = new Set(told.map(({ id }) => id));
  draft.remove(new Set(stale.filter((id) => !kept.has(id))));
  for (const list of listed) list();
  return told;
}

interface Writing {
  readonly thing: ImportedThing;
  readonly id: string;
  readonly key: string;
  readonly puts: string[];
}

interface Written {
  readonly list: () => void;
  readonly told: TakenThing;
}

async function writeThing(place: Place, writing: Writing): Promise<Written> {
  const { thing, id, key } = writing;
  const title = thing.title ?? titleOfName(key);
  return thing.kind === 'piece'
    ? writePiece(place, writing, thing, title)
    : writeLesson(place, { ...writing, id }, thing, title);
}

async function writePiece(
  { draft, staging }: Place,
  { id, puts }: Writing,
  thing: ImportedThing & { kind: 'piece' },
  title: Picture['alt'],
): Promise<Written> {
  const folder = `pieces/${id}`;
  puts.push(folder);
  for (const { path, open } of thing.files) {
    await staging.write(folder, { path: `${folder}/${path}`, open });
  }
  const picture = await writeCover(staging, puts, {
    id,
    cover: thing.cover,
    sign: thing.sign,
    title,
  });
  return {
    list: () => {
      draft.addPiece(thing.item({ id, folder, title, picture, ...draft.place(id), skills: [] }));
      if (thing.requires !== undefined) draft.require(thing.requires);
    },
    told: { kind: 'piece', id, name: thing.name, title: title.km, items: 1 },
  };
}

async function writeLesson(
  { draft, staging }: Place,
  { id, puts }: Writing,
  thing: ImportedThing & { kind: 'lesson' },
  title: Picture['alt'],
): Promise<Written> {
  const folder = `lessons/${id}`;
  const activities = thing.activities(folder);
  const lesson = lessonSchema.safeParse({ format: 'rean-lesson@1', id, title, activities });
  if (!lesson.success) {
    const [issue] = lesson.error.issues;
    throw unreadable(issue?.message ?? 'it makes no lesson', pathText(issue?.path ?? []));
  }
  puts.push(folder);
  for (const { path, open } of thing.files) {
    await staging.write(folder, { path: `${folder}/${path}`, open });
  }
  const json = `${JSON.stringify({ format: 'rean-lesson@1', id, title, activities }, null, 2)}\n`;
  await staging.write(folder, { path: lessonPath(id), open: () => bytesOf(json) });
  const picture = await writeCover(staging, puts, { id, cover: null, sign: 'questions', title });
  const items = lesson.data.activities.reduce((sum, activity) => sum + activity.items.length, 0);
  return {
    list: () => draft.addLesson(id, picture),
    told: { kind: 'lesson', id, name: thing.name, title: title.km, items },
  };
}

interface Cover {
  readonly id: string;
  readonly cover: ForeignPart | null;
  readonly sign: CoverSign;
  readonly title: Picture['alt'];
}

async function writeCover(
  staging: Staging,
  puts: string[],
  { id, cover, sign, title }: Cover,
): Promise<Picture> {
  const extension = cover === null ? '.svg' : extname(cover.path).toLowerCase();
  const src = `pictures/${id}${extension}`;
  puts.push(src);
  const open = cover === null ? () => oneChunk(coverDrawing(sign)) : cover.open;
  await staging.write(src, { path: src, open });
  return { src, alt: cover === null ? coverAlt[sign] : title };
}

const stem = (key: string) => key.slice(0, key.length - extname(key).length);

const bytesOf = (text: string) => oneChunk(new TextEncoder().encode(text));

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
