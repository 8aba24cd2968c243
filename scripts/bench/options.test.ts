import { describe, expect, it } from 'vitest';
import {
  contentParts,
  identityParts,
  parseBenchOptions,
  syncParts,
  usualParts,
} from './options.ts';

describe('the words of npm run bench', () => {
  it('ask for everything, five times, for a person to read, unless they say otherwise', () => {
    expect(parseBenchOptions([])).toMatchObject({
      json: false,
      help: false,
      parts: usualParts,
      runs: 5,
      events: null,
    });
  });

  it('may name some parts, how often, and JSON', () => {
    const words = ['--json', '--only', 'seen', '--only', 'pull', '--runs', '2'];
    expect(parseBenchOptions(words)).toMatchObject({
      json: true,
      parts: ['seen', 'pull'],
      runs: 2,
    });
  });

  it('may ask for sync, small enough to be tried', () => {
    const words = ['sync', '--events', '2000'];
    expect(parseBenchOptions(words)).toMatchObject({ parts: syncParts, events: 2000, runs: 3 });
    expect(parseBenchOptions(['sync', '--only', 'fold']).parts).toEqual(['fold']);
  });

  it('may ask how long sign-in takes at a large site', () => {
    expect(parseBenchOptions(['identity']).parts).toEqual(identityParts);
  });

  it('may ask how content does', () => {
    expect(parseBenchOptions(['content'])).toMatchObject({ parts: contentParts, runs: 5 });
    const words = ['content', '--only', 'fetch', '--megabytes', '1024'];
    expect(parseBenchOptions(words)).toMatchObject({ parts: ['fetch'], megabytes: 1024 });
  });

  it.each([
    { words: ['--only', 'speed'], named: 'only' },
    { words: ['--runs', '0'], named: 'runs' },
    { words: ['--runs', 'many'], named: 'runs' },
    { words: ['--fast'], named: '--fast' },
    { words: ['seen'], named: 'group' },
    { words: ['sync', 'fold'], named: 'fold' },
    { words: ['--events', '7'], named: 'events' },
    { words: ['content', '--megabytes', '0'], named: 'megabytes' },
  ])('are refused by name when they make no sense: $words', ({ words, named }) => {
    expect(() => parseBenchOptions(words)).toThrow(named);
  });
});
