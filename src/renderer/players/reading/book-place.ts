import * as z from 'zod';
import { placeBytes } from '../../../shared/contracts/piece.ts';

/** How long one place may be as it is written down, bytes: all of them together fit in what is saved. */
const longestAt = 700;

/** A learner's own mark in a book. */
const bookmarkSchema = z.object({
  at: z.string().max(longestAt),
  /** From 0, as it was when the mark was made. */
  page: z.number().int().min(0),
  chapter: z.string().max(120),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** More than anybody finds again; the oldest go. */
const mostBookmarks = 30;

/** Where to go on in a book, as it is kept. */
const placeSchema = z.object({
  at: z.string().max(longestAt).nullable(),
  /** How large the text is, a step from 0; null as the book begins. */
  size: z.number().int().min(0).max(20).nullable(),
  marks: z.array(bookmarkSchema).max(mostBookmarks),
  /** How far down the page, 0 to 1. */
  down: z.number().min(0).max(1).default(0),
});
export type BookPlace = z.infer<typeof placeSchema>;

const beginning: BookPlace = { at: null, size: null, marks: [], down: 0 };

/** The place as it was saved; the beginning where it can't be read. */
export function readBookPlace(text: string | null): BookPlace {
  if (text === null) return beginning;
  try {
    return placeSchema.safeParse(JSON.parse(text)).data ?? beginning;
  } catch {
    return beginning;
  }
}

const chapterLetters = 60;

/** As it is saved. A place too long to keep is left out rather than all of them lost. */
export function writeBookPlace({ at, size, marks, down }: BookPlace): string {
  const fits = (words: string) => placeBytes(words) <= longestAt;
  const kept = marks.filter((mark) => fits(mark.at)).slice(-mostBookmarks);
  return JSON.stringify({
    at: at !== null && fits(at) ? at : null,
    size,
    ...(down > 0 && { down }),
    marks: kept.map(({ at, page, chapter }) => ({
      at,
      page,
      chapter: chapter.slice(0, chapterLetters),
    })),
  });
}

/** Sets a mark, or takes it away where there is one on the same page. */
export function toggleBookmark(marks: readonly Bookmark[], mark: Bookmark): readonly Bookmark[] {
  const others = marks.filter(({ page }) => page !== mark.page);
  return others.length < marks.length ? others : [...marks, mark].sort((a, b) => a.page - b.page);
}
