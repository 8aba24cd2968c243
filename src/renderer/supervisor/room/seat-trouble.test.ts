import { describe, expect, it } from 'vitest';
import { clockOf, troubles } from './seat-trouble.ts';

const well = {
  receiptAgeMs: 4000,
  offsetMs: 300,
  appVersion: '0.1.0',
  diskUsedPart: 0.4,
  celsius: 52,
} as const;
const unknown = { ...well, offsetMs: null, diskUsedPart: null, celsius: null } as const;

describe('[LIV7] what of a seat’s computer a person should look at', () => {
  it.each([
    ['nothing of one that is well', well, []],
    ['nothing that is not known', unknown, []],
    ['a disk from 85 % on', { ...well, diskUsedPart: 0.85 }, ['disk']],
    ['a clock that is years off', { ...well, offsetMs: -900_000_000_000 }, ['clock']],
    [
      'all of it',
      { ...well, diskUsedPart: 1, offsetMs: 120_000, celsius: 85 },
      ['disk', 'clock', 'heat'],
    ],
  ])('is %s', (_, health, found) => {
    expect(troubles(health)).toEqual(found);
  });

  it('is a clock by which way it is wrong, and not known without the hub', () => {
    expect([null, 119_000, 120_000, -120_000].map(clockOf)).toEqual([
      null,
      'right',
      'ahead',
      'behind',
    ]);
  });
});
