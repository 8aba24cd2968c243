import { describe, expect, it } from 'vitest';
import { isFull } from './segment-policy.ts';

const policy = { mostEvents: 10, mostDays: 31 };
const newest = { events: 1, openedOn: '2026-11-01', today: '2026-11-21' };

describe('[SEG2] a segment', () => {
  it.each([
    ['has room', newest, false],
    ['holds all it may', { ...newest, events: 10 }, true],
    ['was written to for a month', { ...newest, today: '2026-12-02' }, true],
    ['was written to for a month less a day', { ...newest, today: '2026-12-01' }, false],
    ['was opened under a clock years ahead', { ...newest, openedOn: '2046-01-01' }, true],
    ['is empty, however old', { ...newest, events: 0, openedOn: '1970-01-01' }, false],
  ])('that %s', (_what, state, full) => {
    expect(isFull(state, policy)).toBe(full);
  });
});
