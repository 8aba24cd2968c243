import { describe, expect, it } from 'vitest';
import { keysOf } from './keys.ts';

const told = (typed: string) =>
  keysOf(Buffer.from(typed, 'latin1')).map((key) =>
    key.kind === 'letter' ? key.letter : `<${key.kind}>`,
  );

describe('[HBS6] keys of the hub’s own screen', () => {
  it('are letters, Enter, the one that takes back, and Escape', () => {
    expect(told('Sok 1\u007f\b\r\n')).toEqual([
      ...'Sok 1',
      '<erase>',
      '<erase>',
      '<enter>',
      '<enter>',
    ]);
    expect(told('\u001B')).toEqual(['<escape>']);
    expect(told('\u001B\u001B')).toEqual(['<escape>', '<escape>']);
  });

  it.each([
    ['arrows, and keys with numbers', '\u001B[A\u001BOP\u001B[[A\u001B[11;5~\u001B[3~x'],
    ['what is pressed together with Alt', '\u001Bc\u001B1x'],
    ['what is pressed together with Ctrl', '\u0003\u0004\u001a\u001c\u0011\u0013x'],
    ['bytes of no key', '\u00ff\u0080\u00e1x'],
  ])('are not %s', (_, typed) => {
    expect(told(typed)).toEqual(['x']);
  });

  it('are told of a sequence that is cut off, too: it means nothing', () => {
    expect(told('\u001B[')).toEqual([]);
    expect(told('\u001B[11')).toEqual([]);
  });
});
