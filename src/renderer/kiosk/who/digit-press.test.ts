import { describe, expect, it } from 'vitest';
import { digitPress } from './digit-press.ts';

describe('[SGN10] a key of the keyboard where digits are asked for', () => {
  it('types its digit, or takes the last away', () => {
    expect(digitPress({ key: '7', repeat: false })).toEqual({ digit: '7' });
    expect(digitPress({ key: 'Backspace', repeat: false })).toBe('erase');
    expect(digitPress({ key: 'F7', repeat: false })).toBeNull();
  });

  it('counts once however long it is held', () => {
    expect(digitPress({ key: '7', repeat: true })).toBeNull();
    expect(digitPress({ key: 'Backspace', repeat: true })).toBeNull();
  });
});
