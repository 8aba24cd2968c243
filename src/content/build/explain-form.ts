import * as z from 'zod';
import { foreignPathSchema, packPathSchema } from '../../shared/contracts/phrase.ts';
import { packIdSchema, semverSchema, slugSchema } from '../../shared/ids.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { tellShape } from '../words/tell.ts';

/** What to write where a text does not have the form it should have: by the pattern it was held against. */
export function explainForm(
  { pattern = '' }: z.core.$ZodIssueInvalidStringFormat,
  given: unknown,
): Sentence {
  const found = forms.get(pattern);
  return found === undefined ? tellShape('correct.fix') : found(String(given));
}

/** zod tells the pattern of what failed; a refined schema keeps its first. */
const patternOf = (schema: z.ZodType) => `/${z.toJSONSchema(schema, { io: 'input' }).pattern}/`;

const forms: ReadonlyMap<string, (given: string) => Sentence> = new Map([
  [patternOf(slugSchema), () => tellShape('form.slug.fix')],
  [patternOf(packIdSchema), () => tellShape('form.pack-id.fix')],
  [patternOf(semverSchema), () => tellShape('form.version.fix')],
  [patternOf(packPathSchema), pathFix],
  [`${patternOf(foreignPathSchema)}u`, foreignFix],
]);

/** Paths of Windows, of another folder, and of files that are called as no pack calls them. */
function pathFix(path: string): Sentence {
  if (path.includes('\\') && !/^[a-z]:/i.test(path)) {
    return tellShape('form.slash.fix', { path: path.replaceAll('\\', '/') });
  }
  if (/^(?:[a-z]:|[./\\~]|\w+:\/\/)/i.test(path) || path === '')
    return tellShape('form.path.start.fix');
  return tellShape('form.path.fix', { path: plainName(path) });
}

function foreignFix(path: string): Sentence {
  return path.includes('\\')
    ? tellShape('form.slash.fix', { path: path.replaceAll('\\', '/') })
    : tellShape('form.foreign.fix');
}

/** `Pictures/My Fish.JPG` as a pack would call it; an example where nothing of it stays. */
function plainName(path: string): string {
  const plain = path
    .toLowerCase()
    .replaceAll(/[^a-z0-9._/-]+/g, '-')
    .replaceAll(/(^|\/)[^a-z0-9]+/g, '$1')
    .replaceAll(/-+(?=\.|\/|$)/g, '');
  return /[a-z0-9]\.[a-z0-9]+$/.test(plain) && packPathSchema.safeParse(plain).success
    ? plain
    : 'pictures/ka.svg';
}
