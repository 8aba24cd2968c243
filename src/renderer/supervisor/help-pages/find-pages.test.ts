import { describe, expect, it } from 'vitest';
import { allTexts } from '../../i18n/all-texts.ts';
import { searchable } from '../learners/name-search.ts';
import { createPageFinder } from './find-pages.ts';
import { foldText } from './folded-text.ts';
import { pagesByChapter } from './page-list.tsx';
import { helpPageIds } from '../../i18n/texts/help-pages/all-pages.ts';
import { staffRoles } from '../../../shared/contracts/documents/directory.ts';

const find = createPageFinder();
const pagesFor = (typed: string, language: 'km' | 'en' = 'km') =>
  find(typed, language).map(({ page }) => page);
const markedIn = (typed: string, language: 'km' | 'en') =>
  find(typed, language)[0]
    ?.sentence?.filter(({ marked }) => marked)
    .map(({ text }) => text);

describe('[HPG3] searching the help pages', () => {
  it('finds by any part of a Khmer word, with or without spaces, the title first', () => {
    expect(pagesFor('ភ្លើងដាច់')[0]).toBe('power-cut');
    expect(pagesFor('ភ្លើង ដាច់')[0]).toBe('power-cut');
    expect(pagesFor('ភ្លេចរូប')[0]).toBe('forgotten');
    expect(pagesFor('លេខកូដដោះសោ')[0]).toBe('override');
  });

  it('finds in the other language, too, and says which it was', () => {
    const [first] = find('printer', 'km');
    expect(first).toMatchObject({ page: 'printing', language: 'en' });
    expect(find('printer', 'en')[0]?.sentence?.some(({ marked }) => marked)).toBe(true);
    expect(pagesFor('ម៉ាស៊ីនបោះពុម្ព', 'en')[0]).toBe('printing');
  });

  it('finds Latin words by their beginning, whatever their case and accents', () => {
    expect(pagesFor('LOCK a seat', 'en')[0]).toBe('lock');
    expect(pagesFor('unplugg', 'en')).toEqual([]);
    // Not in “clock” and “block”.
    expect(pagesFor('lock calendar', 'en')).not.toContain('wrong-date');
  });

  it('knows what buttons are called', () => {
    expect(pagesFor('seat-acts')).toEqual([]);
    expect(pagesFor('come to me', 'en')).toContain('word');
  });

  it('marks the words in the sentence found, and cuts no written unit', () => {
    expect(markedIn('padlock five', 'en')).toEqual(['padlock', 'five', 'five']);
    // A consonant alone marks the whole unit it is in.
    expect(markedIn('ក្រោក', 'km')?.every((text) => text.startsWith('ក្រោក'))).toBe(true);
    for (const part of find('ក', 'km').flatMap(({ sentence }) => sentence ?? [])) {
      expect(part.text).not.toMatch(/^[\u17b6-\u17d3]/);
    }
  });

  it('finds nothing for nothing, nor for what no page says', () => {
    expect(find('  ', 'en')).toEqual([]);
    expect(find('helicopter', 'en')).toEqual([]);
  });

  it('folds as lists of names do, whatever the text', () => {
    const unlike = allTexts()
      .flatMap(({ text: { km, en } }) => [km, en])
      .filter((text) => foldText(text).folded !== searchable(text).replaceAll(' ', ''));
    expect(unlike).toEqual([]);
  });
});

describe('[HPG1] the list of pages', () => {
  it.each(staffRoles)('has every page once for a %s, those that are theirs first', (role) => {
    const listed = pagesByChapter(role).flatMap(([, pages]) => pages);
    expect(listed.toSorted()).toEqual([...helpPageIds].toSorted());
  });

  it('puts what somebody may not do last', () => {
    const [last] = pagesByChapter('officer').slice(-1);
    expect(last).toEqual(['others', ['staff', 'audit']]);
    expect(pagesByChapter('technician').flatMap(([, pages]) => pages)[0]).toBe('site');
    expect(pagesByChapter('site-manager').at(-1)?.[1]).toContain('forgotten');
  });
});
