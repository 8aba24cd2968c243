import * as z from 'zod';

/** Parts of a film, as seconds from and to, apart from each other and in order. */
export type Parts = readonly (readonly [from: number, to: number])[];

/** A film is done when so much of it was really played, in whatever order and however many sittings ([PCE6]). */
const enough = 0.9;
/** A gap shorter than this is the player's, not the learner's, s. */
const sameWithin = 1;
/** Who jumps about makes many parts; the shortest go. */
const mostParts = 100;

/** Where to go on in a film, as it is kept. */
const placeSchema = z.object({
  at: z.number().min(0),
  seen: z.array(z.tuple([z.number().min(0), z.number().min(0)])).max(mostParts),
});
export type FilmPlace = z.infer<typeof placeSchema>;

const beginning: FilmPlace = { at: 0, seen: [] };

export function readPlace(text: string | null): FilmPlace {
  if (text === null) return beginning;
  try {
    return placeSchema.safeParse(JSON.parse(text)).data ?? beginning;
  } catch {
    return beginning;
  }
}

export function writePlace(at: number, seen: Parts): string {
  return JSON.stringify({
    at: tenth(at),
    seen: seen.map(([from, to]) => [tenth(from), tenth(to)]),
  });
}

/** All parts as one list. */
export function joinParts(...lists: readonly Parts[]): Parts {
  const all = lists.flat().sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of all) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + sameWithin) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  if (joined.length <= mostParts) return joined;
  const longest = [...joined].sort((a, b) => length(b) - length(a)).slice(0, mostParts);
  return longest.sort(([a], [b]) => a - b);
}

/** @param duration of the film, s */
export function isSeen(seen: Parts, duration: number): boolean {
  const sum = seen.reduce((total, part) => total + length(part), 0);
  return Number.isFinite(duration) && duration > 0 && sum >= duration * enough;
}

/** Where a film goes on: from the beginning once it was at its end. */
export const startAt = (at: number, duration: number) => (at >= duration - sameWithin ? 0 : at);

const length = ([from, to]: Parts[number]) => to - from;
const tenth = (seconds: number) => Math.round(seconds * 10) / 10;
