import { describe, expect, it } from 'vitest';
import { diskLevel, usedPart } from './disk-level.ts';

describe('[RET3] a disk', () => {
  it.each([
    [null, 'room'],
    [0.699, 'room'],
    [0.7, 'filling'],
    [0.849, 'filling'],
    [0.85, 'nearly-full'],
    [1, 'nearly-full'],
  ] as const)('of which %s is taken: %s', (part, level) => {
    expect(diskLevel(part)).toBe(level);
  });

  it('says nothing where nothing is known of it', () => {
    expect(usedPart(null)).toBeNull();
    expect(usedPart({ usedBytes: 0, totalBytes: 0 })).toBeNull();
    expect(usedPart({ usedBytes: 7, totalBytes: 10 })).toBe(0.7);
  });
});
