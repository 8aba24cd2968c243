import { describe, expect, it } from 'vitest';
import { fillIn } from '../../shared/words/fill-in.ts';
import { createTell, asWritten } from '../../shared/words/sentence.ts';
import { wordFaults } from '../lint/khmer-words.ts';
import { authorTexts } from './author-texts.ts';

const texts = authorTexts();
const keysOf = (odd: readonly { readonly key: string }[]) => odd.map(({ key }) => key);
const factsIn = (written: string) =>
  [...written.matchAll(/\{([a-z]+)(?=[|}])/g)].map(([, name = '']) => name);
/** Words that stand in files as they are, and names of formats and programs. */
const written =
  /"[^"]*"|[A-Za-z][\w.-]*(?:[/:][\w.-]+)*|[\u0020-\u0040[-`{-~…«»×]|\{[a-z]+(?:\|[^}]*)?\}/gu;

describe('what authors are told [AUT6]', () => {
  it('says the same facts in both languages', () => {
    const facts = (text: string) => [...new Set(factsIn(text))].sort().join();
    expect(keysOf(texts.filter(({ km, en }) => facts(km) !== facts(en)))).toEqual([]);
  });

  it('is written in Khmer in normal form, with only what stands in files in Latin', () => {
    expect(keysOf(texts.filter(({ km }) => wordFaults(km).length > 0))).toEqual([]);
    const bare = texts.filter(({ km }) => !/[\u1780-\u17ff]/u.test(km));
    expect(keysOf(bare)).toEqual([]);
    const other = texts.filter(({ km }) => /[^\u1780-\u17ff]/u.test(km.replaceAll(written, '')));
    expect(keysOf(other)).toEqual([]);
  });

  it('says in English what nobody has to know of programs, and one thing as one', () => {
    const odd =
      /\b(?:schema|regex|pattern|parse|token|boolean|string|array|object|undefined|null)\b/i;
    expect(keysOf(texts.filter(({ en }) => odd.test(en)))).toEqual([]);
    const ofOne = texts.map(({ key, en }) => {
      const one = Object.fromEntries(
        factsIn(en).map((name) => [name, name === 'count' ? 1 : 'it']),
      );
      return { key, en: fillIn(en, 'en', one) };
    });
    const many = ofOne.filter(({ en }) => /\{[a-z]|\b1 \w+s\b/.test(en));
    expect(keysOf(many)).toEqual([]);
  });

  it('has something to do for every mistake, told where a Khmer reader meets it', () => {
    expect(keysOf(texts.filter(({ context }) => context === ''))).toEqual([]);
    const fixes = texts.filter(({ key }) => key.endsWith('.fix'));
    expect(fixes.length).toBeGreaterThan(40);
  });

  it('says a part of a sentence in the language of the whole', () => {
    const tell = createTell({
      whole: { km: 'គ្មាន{what} {count}', en: 'no {what} {count}', context: 'test' },
      part: { km: 'រូប', en: 'picture', context: 'test' },
    });
    expect(tell('whole', { what: tell('part'), count: 12 })).toEqual({
      km: 'គ្មានរូប ១២',
      en: 'no picture 12',
    });
    expect(tell('whole', { what: asWritten('{count}'), count: 1 }).en).toBe('no {count} 1');
  });
});
