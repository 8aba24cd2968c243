import { describe, expect, it } from 'vitest';
import { judgeEscapes, judgeKeys, judgeLock, judgeWindow } from './judge-escapes.ts';

const before = { windows: [1, 2], address: 'app://kiosk/', bounds: '0,0', tools: false };

describe('[SLF3] what an attempt leaves', () => {
  it.each([
    ['nothing', before, true],
    ['one window less, which was closing', { ...before, windows: [2] }, true],
    ['another window', { ...before, windows: [1, 2, 3] }, false],
    ['another page', { ...before, address: 'https://example.invalid/' }, false],
    ['no window', { windows: [], address: null, bounds: null, tools: false }, false],
    ['a window that moved', { ...before, bounds: '9,9' }, false],
    ['the developer’s tools', { ...before, tools: true }, false],
  ])('%s', (_what, after, same) => {
    expect(judgeWindow(before, after)).toBe(same);
  });

  it('a lock-down of which a step does not hold is none', () => {
    const states = (last: 'held' | 'failed' | 'waiting') =>
      new Map([['keys', 'held'] as const, ['bounds', last] as const]);
    expect(judgeLock(states('held'))).toBe('pass');
    expect(judgeLock(states('failed'))).toBe('fail');
    expect(judgeLock(states('waiting'))).toBe('fail');
    expect(judgeLock(null)).toBe('not-possible');
  });

  it.each([
    [['KeyK'], 'held', 'pass'],
    [['KeyK', 'F5'], 'free', 'fail'],
    [['F5'], 'free', 'fail'],
    [[], 'unheard', 'not-possible'],
    ['nonsense', 'unheard', 'not-possible'],
  ] as const)('of keys a page heard %s', (heard, keys, outcome) => {
    expect(judgeKeys(heard, 'KeyK')).toBe(keys);
    expect(judgeEscapes(keys === 'free' ? ['keys'] : [], keys)).toBe(outcome);
  });
});
