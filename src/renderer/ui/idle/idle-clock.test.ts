import { describe, expect, it } from 'vitest';
import { idleSecondsLeft, idleState } from './idle-clock.ts';

describe('nobody there [KSK7] [SUP17]', () => {
  const idle = { askMinutes: 3, endMinutes: 1 };

  it('is asked about first, and then what is open ends', () => {
    expect(idleState(179_999, idle)).toBe('working');
    expect(idleState(180_000, idle)).toBe('asking');
    expect(idleState(240_000, idle)).toBe('ending');
  });

  it('is counted down until the end, and not below it', () => {
    expect(idleSecondsLeft(180_000, idle)).toBe(60);
    expect(idleSecondsLeft(238_100, idle)).toBe(2);
    expect(idleSecondsLeft(240_000, idle)).toBe(0);
    expect(idleSecondsLeft(999_000, idle)).toBe(0);
  });
});
