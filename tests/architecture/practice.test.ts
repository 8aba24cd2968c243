import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PretendLab } from '../../src/renderer/supervisor/practice/lab/pretend-lab.ts';
import {
  pretendAnswers,
  pretendHubAnswers,
  pretendViews,
} from '../../src/renderer/supervisor/practice/pretend-bridge.ts';
import { staffIdSchema } from '../../src/shared/ids.ts';
import { readSources } from './source-files.ts';

const supervisor = 'src/renderer/supervisor';
const begin = `${supervisor}/practice/practice-places.tsx`;
/** What is no part of the practice lab: deeds about learners, its own line, and what a learner's screen asks. */
const apart = [
  `${supervisor}/learner/deeds/`,
  `${supervisor}/learner/details/`,
  `${supervisor}/second-person/`,
  `${supervisor}/practice/try-codes.tsx`,
  'src/renderer/kiosk/',
];

/** `import … from '…'` of what runs, as our formatter writes it. */
const importPattern = /^import (?!type )[^;]*?'(?<path>\.[^']+)'/gmsu;

/** Every file that one leads to. */
function reachedFrom(start: string, sources: ReadonlyMap<string, string>): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [start];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (reached.has(path) || apart.some((each) => path?.startsWith(each))) continue;
    reached.add(path);
    for (const { groups } of (sources.get(path) ?? '').matchAll(importPattern)) {
      next.push(join(path, '..', groups?.['path'] ?? ''));
    }
  }
  return reached;
}

const namesIn = (texts: readonly string[], pattern: RegExp): string[] =>
  [
    ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''))),
  ].toSorted();

describe('[PRC3] the practice lab', () => {
  let texts: readonly string[];
  const lab = new PretendLab({
    staff: staffIdSchema.parse('of-aaaaaaaaaaaa'),
    name: { km: 'មន្ត្រី' },
    role: 'officer',
    scopes: ['men'],
    groups: [],
  });

  beforeAll(async () => {
    const sources = new Map(
      (await readSources('src/renderer')).map((each) => [each.path, each.text]),
    );
    texts = [...reachedFrom(begin, sources)].map((path) => sources.get(path) ?? '');
  });

  it('answers every stream that its screens look at, and no other', () => {
    const asked = namesIn(texts, /\buseStream\(\s*'([^']+)'/gu);
    expect(asked.length).toBeGreaterThan(5);
    expect(Object.keys(pretendViews(lab)).toSorted()).toEqual(asked);
  });

  it('answers every command that its screens give, and no other', () => {
    const asked = namesIn(texts, /\b(?:useCommand|call)\(\s*'([^']+)'/gu);
    const paint = () => Promise.resolve({ jpeg: 'AAAA' });
    expect(Object.keys(pretendAnswers(lab, paint)).toSorted()).toEqual(asked);
  });

  it('does all that its screens have a hub do, and nothing else', () => {
    const asked = namesIn(texts, /\buseHubCommand\(\s*\w+\[\s*'([^']+)'/gu);
    expect(asked).not.toEqual([]);
    // Of the example in the words about it.
    const signed = asked.filter((name) => name !== 'staff.appoint');
    expect(Object.keys(pretendHubAnswers(lab)).toSorted()).toEqual(signed);
  });
});
