import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../shared/khmer/clusters.ts';
import { afterDeed, snapped } from './typed-text.ts';
import type { TypedText, TypingDeed } from './typed-text.ts';

const longest = 50;
const empty: TypedText = { text: '', from: 0, to: 0 };
const end = (text: string): TypedText => ({ text, from: text.length, to: text.length });
const press = (typed: TypedText, ...deeds: readonly TypingDeed[]) =>
  deeds.reduce((before, deed) => afterDeed(before, deed, longest), typed);
const type = (...signs: readonly string[]) =>
  press(empty, ...signs.map((sign): TypingDeed => ({ kind: 'type', sign })));
const erase: TypingDeed = { kind: 'erase', again: false };
const eraseAgain: TypingDeed = { kind: 'erase', again: true };

describe('typing Khmer', () => {
  it('[KHM7] repairs the order of signs as they come', () => {
    expect(type('ក', 'ា', '\u17d2', 'រ')).toEqual(end('ក្រា'));
    expect(type('\u17c1', 'ក', '\u17b6')).toEqual(end('កោ'));
    expect(type('ក', 'ា', 'ា')).toEqual(end('កា'));
  });

  it('[KHM7] lets in one space between words, and none before them', () => {
    expect(type(' ', 'ក', ' ', ' ', 'ខ').text).toBe('ក ខ');
  });

  it('[KHM8] leaves a passphrase just as it is typed', () => {
    const signs = ['a', ' ', ' ', 'ក', 'ា', 'ា'];
    const typed = signs.reduce(
      (before, sign) => afterDeed(before, { kind: 'type', sign }, longest, true),
      empty,
    );
    expect(typed.text).toBe('a  កាា');
  });

  it('types where the caret stands, and over what is marked', () => {
    expect(press({ text: 'កខ', from: 1, to: 1 }, { kind: 'type', sign: 'គ' })).toEqual({
      text: 'កគខ',
      from: 2,
      to: 2,
    });
    expect(press({ text: 'ស្ត្រី', from: 2, to: 4 }, { kind: 'type', sign: 'ក' }).text).toBe('ក');
  });

  it('puts a subscript between letters that stand there already', () => {
    const word: TypedText = { text: 'ខក', from: 1, to: 1 };
    const waiting = press(word, { kind: 'type', sign: '\u17d2' });
    expect(waiting).toEqual({ text: 'ខ\u17d2ក', from: 2, to: 2 });
    expect(press(waiting, { kind: 'type', sign: 'ម' })).toEqual({
      text: 'ខ្មក',
      from: 3,
      to: 3,
    });
    expect(press(waiting, erase)).toEqual(word);
  });

  it('takes no more than there is room for', () => {
    const full = end('ក'.repeat(longest));
    expect(press(full, { kind: 'type', sign: 'ខ' })).toBe(full);
  });

  it('[KHM2] erases the last sign first, then whole written units', () => {
    const word = end('ខ្មែរស្ត្រី');
    expect(press(word, erase).text).toBe('ខ្មែរស្ត្រ');
    expect(press(word, erase, eraseAgain).text).toBe('ខ្មែរ');
    expect(press(word, erase, eraseAgain, eraseAgain, eraseAgain)).toEqual(empty);
    expect(press(end('ស្ត'), erase).text).toBe('ស');
    expect(press(end('ស\u17d2'), erase).text).toBe('ស');
    expect(press(end('ក\u200b'), erase)).toEqual(empty);
    expect(press(empty, erase, eraseAgain)).toBe(empty);
  });

  it('[KHM2] erases ahead, and walks, by written units', () => {
    const word: TypedText = { text: 'ស្ត្រីក', from: 0, to: 0 };
    expect(press(word, { kind: 'erase-ahead' }).text).toBe('ក');
    expect(press(word, { kind: 'right' }).from).toBe('ស្ត្រី'.length);
    expect(press(end(word.text), { kind: 'left' }, { kind: 'left' }).from).toBe(0);
    expect(snapped({ text: word.text, from: 2, to: 2 }).from).toBe('ស្ត្រី'.length);
  });

  it('[KHM2] never leaves a sign without its letter, nor the caret inside a unit', () => {
    const sign = fc.constantFrom('ក', 'រ', 'ស', '\u17d2', 'ា', 'ី', 'ំ', ' ', 'a');
    const deed = fc.oneof(
      { weight: 3, arbitrary: sign.map((each): TypingDeed => ({ kind: 'type', sign: each })) },
      {
        weight: 2,
        arbitrary: fc.constantFrom<TypingDeed>(
          erase,
          eraseAgain,
          { kind: 'erase-ahead' },
          { kind: 'left' },
          { kind: 'right' },
        ),
      },
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const typed = press(empty, ...deeds);
        const ends = clustersOf(typed.text).map(
          (
            (place) => (unit) =>
              (place += unit.length)
          )(0),
        );
        const isWaiting = typed.text[typed.from - 1] === '\u17d2';
        expect(isWaiting || [0, ...ends].includes(typed.from)).toBe(true);
        expect(typed.to).toBe(typed.from);
      }),
    );
  });
});
