import { describe, expect, it } from 'vitest';
import { parseBenchOptions } from './options.ts';

describe('the words of npm run bench', () => {
  it('ask for everything, five times, for a person to read, unless they say otherwise', () => {
    expect(parseBenchOptions([])).toEqual({ json: false, help: false, only: [], runs: 5 });
  });

  it('may name some parts, how often, and JSON', () => {
    const words = ['--json', '--only', 'seen', '--only', 'pull', '--runs', '2'];
    expect(parseBenchOptions(words)).toMatchObject({
      json: true,
      only: ['seen', 'pull'],
      runs: 2,
    });
  });

  it.each([
    { words: ['--only', 'speed'], named: 'only' },
    { words: ['--runs', '0'], named: 'runs' },
    { words: ['--runs', 'many'], named: 'runs' },
    { words: ['--fast'], named: '--fast' },
    { words: ['seen'], named: 'seen' },
  ])('are refused by name when they make no sense: $words', ({ words, named }) => {
    expect(() => parseBenchOptions(words)).toThrow(named);
  });
});
