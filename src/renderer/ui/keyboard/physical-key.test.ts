import { describe, expect, it } from 'vitest';
import { deedOfKey } from './physical-key.ts';
import type { PhysicalPress } from './physical-key.ts';
import type { KeyboardKind } from './boards.ts';

const held = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const plain = { ...held, altGraph: false, composing: false };
const press = (
  key: string,
  code: string,
  keyboard: KeyboardKind,
  more: Partial<PhysicalPress> = {},
) => deedOfKey({ ...plain, key, code, ...more }, keyboard, (digit) => `<${digit}>`);
const type = (sign: string) => ({ kind: 'type', sign });

describe('a key of the desk [KHM5]', () => {
  it('types Khmer by its place, with Shift and the right Alt, whatever layout the PC has', () => {
    expect(press('k', 'KeyK', 'khmer')).toEqual(type('ក'));
    expect(press('K', 'KeyK', 'khmer', { shiftKey: true })).toEqual(type('គ'));
    expect(press('o', 'KeyO', 'khmer', { altKey: true })).toEqual(type('ឱ'));
    expect(press('€', 'Digit5', 'khmer', { altGraph: true })).toEqual(type('€'));
    expect(press('Dead', 'Quote', 'khmer')).toEqual(type('\u17cb'));
    expect(press('é', 'Digit2', 'khmer')).toEqual(type('២'));
    expect(press('o', 'KeyO', 'khmer', { altKey: true, ctrlKey: true })).toEqual(type('ឱ'));
  });

  it('types a space one can see, also where the PC’s layout has none', () => {
    expect(press(' ', 'Space', 'khmer')).toEqual(type(' '));
    expect(press('\u200b', 'Space', 'khmer')).toEqual(type(' '));
    expect(press(' ', 'Space', 'khmer', { shiftKey: true })).toEqual(type(' '));
  });

  it('takes the Khmer that the PC’s own layout or method wrote', () => {
    expect(press('ខ', 'KeyK', 'khmer')).toEqual(type('ខ'));
    expect(press('Process', 'KeyK', 'khmer', { composing: true })).toBeNull();
  });

  it('types nothing, and no Latin letter, where NiDA has no sign', () => {
    expect(press('y', 'KeyY', 'khmer', { altKey: true })).toEqual({ kind: 'nothing' });
  });

  it('types digits of the language, and Latin as it is', () => {
    expect(press('7', 'Numpad7', 'digits')).toEqual(type('<7>'));
    expect(press('.', 'Period', 'digits')).toEqual(type('.'));
    expect(press('A', 'KeyA', 'latin')).toEqual(type('A'));
  });

  it('erases and walks by written units, and leaves commands to the browser', () => {
    expect(press('Backspace', 'Backspace', 'khmer')).toEqual({ kind: 'erase' });
    expect(press('Delete', 'Delete', 'khmer')).toEqual({ kind: 'erase-ahead' });
    expect(press('ArrowLeft', 'ArrowLeft', 'latin')).toEqual({ kind: 'left' });
    expect(press('ArrowLeft', 'ArrowLeft', 'khmer', { shiftKey: true })).toBeNull();
    expect(press('c', 'KeyC', 'khmer', { ctrlKey: true })).toBeNull();
    expect(press('Enter', 'Enter', 'khmer')).toBeNull();
    expect(press('Tab', 'Tab', 'khmer')).toBeNull();
  });
});
