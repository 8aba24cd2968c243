import * as z from 'zod';
import { phraseSchema, pictureSchema } from '../../shared/contracts/phrase.ts';
import type { Phrase, Picture } from '../../shared/contracts/phrase.ts';

/** Something in a lesson or manifest that is said, with where it stands: `activities[0].items[2].prompt`. */
export interface FoundPhrase {
  readonly at: string;
  readonly phrase: Phrase;
}

interface FoundPicture {
  readonly at: string;
  readonly picture: Picture;
}

/** Every phrase and picture below a value. */
export interface FoundContent {
  readonly phrases: readonly FoundPhrase[];
  readonly pictures: readonly FoundPicture[];
}

/**
 * Finds all phrases and pictures of a parsed lesson or manifest by their shape, so that an item type
 * added later is covered without a change here. A picture's `alt` is read by eyes and screen
 * readers, never spoken from a recording, so it counts as part of its picture.
 */
export function walkContent(value: unknown): FoundContent {
  const found = { phrases: new Array<FoundPhrase>(), pictures: new Array<FoundPicture>() };
  visit(value, '', found);
  return found;
}

/** The recordings a phrase names. */
export function clipsOf({ audio }: Phrase): readonly string[] {
  return [audio?.km, audio?.en].filter((path) => path !== undefined);
}

interface Finds {
  readonly phrases: FoundPhrase[];
  readonly pictures: FoundPicture[];
}

const branchSchema = z.record(z.string(), z.unknown());

function visit(value: unknown, at: string, found: Finds): void {
  if (Array.isArray(value)) {
    for (const [index, child] of value.entries()) visit(child, `${at}[${index}]`, found);
    return;
  }
  const branch = branchSchema.safeParse(value);
  if (!branch.success) return;
  const picture = pictureSchema.safeParse(value);
  if (picture.success) {
    found.pictures.push({ at, picture: picture.data });
    return;
  }
  const phrase = phraseSchema.safeParse(value);
  if (phrase.success) {
    found.phrases.push({ at, phrase: phrase.data });
    return;
  }
  for (const [name, child] of Object.entries(branch.data)) {
    visit(child, at === '' ? name : `${at}.${name}`, found);
  }
}
