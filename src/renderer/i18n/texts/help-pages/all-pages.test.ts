import { describe, expect, it } from 'vitest';
import { languageSchema } from '../../../../shared/ids.ts';
import { helpPageIds, helpPages } from './all-pages.ts';
import type { Written } from './page.ts';
import { plainText, sentencesOf, writtenParts } from './written-parts.ts';
import { placesOf } from '../../../supervisor/desk/place.ts';
import { staffRoles } from '../../../../shared/contracts/documents/directory.ts';

const all = helpPageIds.flatMap((page) => {
  const { title, sections } = helpPages[page];
  return [title, ...sections.flatMap(sentencesOf)].map((written) => ({ page, written }));
});
const languages = languageSchema.options;
/** What a sentence refers to, as it is written. */
const referencesIn = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([found]) => found);
const refersTo = ({ km, en }: Written) => [km, en].map((text) => new Set(referencesIn(text)));

describe('[HPG2] the help pages', () => {
  it('name only buttons and pages that are there, as they are called there', () => {
    const left = all.flatMap(({ page, written }) =>
      languages.flatMap((language) =>
        /[{}|]/.test(plainText(written, language)) ? [`${page}: ${written.en}`] : [],
      ),
    );
    expect(left).toEqual([]);
    const button = { km: '{button:seat-acts/lock}', en: '{button:seat-acts/lock}' };
    expect(writtenParts(button, 'en')).toEqual([{ kind: 'button', text: 'Lock' }]);
    expect(plainText({ km: '{button:gone/gone}', en: '' }, 'km')).toBe('{button:gone/gone}');
  });

  it('name the same in both languages', () => {
    const unlike = all.filter(({ written }) => {
      const [km, en] = refersTo(written);
      return [...(km ?? [])].toSorted().join() !== [...(en ?? [])].toSorted().join();
    });
    expect(unlike).toEqual([]);
  });

  it('have one of its own for each place, and say something in each part', () => {
    const places = new Set(staffRoles.flatMap((role) => placesOf(role)));
    expect([...places].filter((place) => !helpPageIds.some((page) => page === place))).toEqual([]);
    const empty = helpPageIds.filter((page) =>
      helpPages[page].sections.some(({ blocks }) => blocks.length === 0),
    );
    expect(empty).toEqual([]);
  });

  it('hold one thing to a sentence: none is longer than two lines of the page', () => {
    const long = all.filter(({ written }) => plainText(written, 'en').length > 190);
    expect(long.map(({ written }) => written.en)).toEqual([]);
  });
});
