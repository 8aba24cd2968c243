import { languageSchema } from '../../shared/ids.ts';
import { walkContent } from '../lesson/walk-content.ts';
import type { FoundPhrase } from '../lesson/walk-content.ts';
import type { Warning } from './problem.ts';

/** What is missing from the phrases of one file: recordings by language, and English. */
export function phraseWarnings(file: string, value: unknown): readonly Warning[] {
  return walkContent(value).phrases.flatMap(({ at, phrase }) => [
    ...missingRecordings(file, at, phrase),
    ...(phrase.en === undefined
      ? [{ kind: 'english-missing' as const, file, at, language: null, text: phrase.km }]
      : []),
  ]);
}

/** A recording can be missing only where there are words to be read out. */
function missingRecordings(file: string, at: string, phrase: FoundPhrase['phrase']): Warning[] {
  return languageSchema.options.flatMap((language) => {
    const text = phrase[language];
    return text === undefined || phrase.audio?.[language] !== undefined
      ? []
      : [{ kind: 'recording-missing' as const, file, at, language, text }];
  });
}

const notes = /^(?:readme|licen[cs]e|notice|credits|sources|pack\.source|imports)\b/i;

/** Files nobody names: left out of the pack, since nothing would ever show them. */
export function unusedWarnings(
  present: readonly string[],
  used: ReadonlySet<string>,
): readonly Warning[] {
  return present
    .filter((path) => !used.has(path) && !notes.test(path))
    .map((path) => ({ kind: 'file-unused', file: path, at: null, language: null, text: path }));
}
