import { describe, expect, it } from 'vitest';
import { toKhmerDigits } from '../../../shared/khmer/numbers.ts';
import { boardOf, pageCount, pressBoardKey, startBoard } from './boards.ts';
import type { BoardKey, BoardState } from './boards.ts';
import { khmerSign, nidaKeys } from './nida.ts';

const ascii = (digits: string) => digits;
const signsOf = (board: BoardState) =>
  boardOf(board, ascii)
    .rows.flat()
    .filter((key): key is Extract<BoardKey, { kind: 'sign' }> => key.kind === 'sign')
    .map((key) => key.sign);
const pagesOf = (board: BoardState) =>
  Array.from({ length: pageCount(board) }, (_, page) => signsOf({ ...board, page })).flat();

const consonants = 'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ';
/** Every vowel sign, subscript and other mark in use. */
const marks = [...'ាិីឹឺុូួើឿៀេែៃោៅំះៈ៉៊់៌៍័្'];

describe('the alphabetical board', () => {
  const letters = startBoard('khmer', 'letters');

  it('has the 33 consonants in the order of the alphabet', () => {
    const shown = pagesOf(letters).filter((sign) => consonants.includes(sign));
    expect(shown.join('')).toBe(consonants);
  });

  it('can write whatever the keyboard of the desk can, but for signs nobody uses any more', () => {
    const written = pagesOf(letters).join('');
    expect([...consonants, ...marks].filter((sign) => !written.includes(sign))).toEqual([]);
  });

  it('turns its pages round and round', () => {
    const last = pressBoardKey(letters, { kind: 'back' });
    expect(last.page).toBe(pageCount(letters) - 1);
    expect(pressBoardKey(last, { kind: 'next' }).page).toBe(0);
  });

  it('fits one page of three rows of eight keys', () => {
    for (let page = 0; page < pageCount(letters); page += 1) {
      const { rows } = boardOf({ ...letters, page }, ascii);
      expect(rows.map((row) => row.length)).toEqual([8, 8, 8]);
    }
  });
});

describe('the keyboard as on the desk', () => {
  const keyboard = startBoard('khmer', 'keyboard');

  it('shows the second signs with Shift, for one sign', () => {
    expect(signsOf(keyboard)).toContain('ក');
    const shifted = pressBoardKey(keyboard, { kind: 'shift' });
    expect(signsOf(shifted)).toContain('គ');
    expect(pressBoardKey(shifted, { kind: 'sign', sign: 'គ' }).level).toBe(0);
  });

  it('shows the third signs when Shift is pressed again, and none that nobody sees', () => {
    const second = pressBoardKey(keyboard, { kind: 'shift' });
    const third = pressBoardKey(second, { kind: 'shift' });
    expect(signsOf(third)).toContain('ឱ');
    expect(signsOf(third).join('')).not.toMatch(/[\u200c\u200d]/u);
    expect(pressBoardKey(third, { kind: 'shift' }).level).toBe(0);
  });

  it('names on each key what Shift gives', () => {
    const keys = boardOf(keyboard, ascii).rows.flat();
    expect(keys).toContainEqual({ kind: 'sign', sign: 'ក', shifted: 'គ' });
  });

  it('writes Latin capitals and signs with Shift, and has no third', () => {
    const second = pressBoardKey(startBoard('latin', 'keyboard'), { kind: 'shift' });
    expect(signsOf(second)).toEqual(expect.arrayContaining(['Q', '!', '?']));
    expect(pressBoardKey(second, { kind: 'shift' }).level).toBe(0);
  });

  it('has twelve keys in each row', () => {
    const { rows } = boardOf(keyboard, ascii);
    expect(rows.map((row) => row.length)).toEqual([12, 12, 12, 12]);
  });

  it('changes over to the letters and back', () => {
    const letters = pressBoardKey(keyboard, { kind: 'other-board' });
    expect(letters.arrangement).toBe('letters');
    expect(pressBoardKey(letters, { kind: 'other-board' }).arrangement).toBe('keyboard');
  });
});

describe('the digits board', () => {
  it('writes the digits of the language', () => {
    const board = startBoard('digits', 'letters');
    expect(signsOf(board).join('')).toBe('1234567890');
    const { rows } = boardOf(board, toKhmerDigits);
    expect(rows[0]?.[0]).toEqual({ kind: 'sign', sign: '១' });
  });
});

describe('a physical keyboard [KHM5]', () => {
  const press = (code: string, shiftKey = false, alternate = false) =>
    khmerSign({ code, shiftKey, alternate });

  it('types as NiDA lays it out, with Shift and the right Alt key', () => {
    expect(press('KeyK')).toBe('ក');
    expect(press('KeyK', true)).toBe('គ');
    expect(press('KeyO', false, true)).toBe('ឱ');
    expect(press('KeyA', true)).toBe('ាំ');
    expect(press('Comma')).toBe('ុំ');
  });

  it('types a space one can see the width of', () => {
    expect(press('Space')).toBe(' ');
  });

  it('leaves keys that type nothing alone', () => {
    expect(press('Enter')).toBeNull();
    expect(press('KeyY', false, true)).toBeNull();
  });

  it('types every consonant', () => {
    const typed = Object.values(nidaKeys).flat().join('');
    expect([...consonants].filter((letter) => !typed.includes(letter))).toEqual([]);
  });
});
