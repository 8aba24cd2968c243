import * as z from 'zod';
import type { Finding } from './finding.ts';
import { wordFaults } from './khmer-words.ts';

/** Looks at every word a file shows or accepts: whatever stands under `km`, `en` or `accept` ([LSN17]). */
export function scanWords(file: string, value: unknown): readonly Finding[] {
  return wordsIn(value, '').flatMap(({ at, words }) =>
    wordFaults(words).map(({ rule, text }): Finding => ({
      rule,
      weight: 'look',
      file,
      at,
      line: null,
      text,
    })),
  );
}

interface Words {
  readonly at: string;
  readonly words: string;
}

const branchSchema = z.record(z.string(), z.unknown());
const leafSchema = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const shown = new Set(['km', 'en', 'accept']);

function wordsIn(value: unknown, at: string): readonly Words[] {
  if (Array.isArray(value)) {
    return value.flatMap((child, index) => wordsIn(child, `${at}[${index}]`));
  }
  const branch = branchSchema.safeParse(value);
  if (!branch.success) return [];
  return Object.entries(branch.data).flatMap(([name, child]) => {
    const place = at === '' ? name : `${at}.${name}`;
    const leaf = shown.has(name) ? leafSchema.safeParse(child) : null;
    return leaf?.success === true
      ? leaf.data.map((words) => ({ at: place, words }))
      : wordsIn(child, place);
  });
}
