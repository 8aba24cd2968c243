import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSources } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const specFile = join(import.meta.dirname, '..', '..', 'SPEC.md');
/** A rule is three capitals and a number: `[SYN4]`. */
const citation = /\[([A-Z]{3}\d+)\]/g;
/** Where SPEC.md lays a rule down, as against mentioning it: at the start of a line or list item. */
const definition = /^(?:[-*] |#+ )?\**\[([A-Z]{3}\d+)\]/gm;

const idsIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, id]) => id ?? '');

describe('SPEC.md', () => {
  let rules: readonly string[];
  let sources: readonly SourceFile[];

  beforeAll(async () => {
    rules = idsIn(await readFile(specFile, 'utf8'), definition);
    sources = await readSources('src', 'tests', 'scripts');
  });

  it('lays rules down, each once', () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  });

  it('has every rule that a test or a comment cites', () => {
    const known = new Set(rules);
    const unknown = sources.flatMap(({ path, text }) =>
      idsIn(text, citation)
        .filter((id) => !known.has(id))
        .map((id) => `${path} cites [${id}]`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });
});
