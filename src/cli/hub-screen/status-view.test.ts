import { describe, expect, it } from 'vitest';
import { writtenNow } from './hub-facts.ts';
import { statusView } from './status-view.ts';
import type { HubFacts } from './status-view.ts';

const well: HubFacts = {
  health: { ok: true, diskFreeBytes: 50e9, diskUsedPart: 0.2 },
  silentMs: 0,
  room: { known: 9, heard: 7 },
  addresses: ['https://192.0.2.1:8643', 'https://198.51.100.1:8643'],
  freeBytes: 50e9,
  now: '2026-11-24 09:05',
};
const minute = 60_000;

describe('[HBS4] what stands on the hub’s own screen', () => {
  it('is address, PCs, disk and clock', () => {
    expect(statusView(well)).toEqual({
      screen: 'serves',
      beside: { 2: 'https://192.0.2.1:8643', 3: '7 / 9', 4: '50.0 GB', 5: '2026-11-24 09:05' },
    });
  });

  it.each([
    ['starting', { health: null, silentMs: minute }],
    ['stopped', { health: null, silentMs: 6 * minute }],
    ['full', { health: { ok: true, diskFreeBytes: 1e9, diskUsedPart: 0.93 } }],
    ['unwell', { health: { ok: false, diskFreeBytes: 50e9, diskUsedPart: 0.2 } }],
  ] as const)('says “%s”', (screen, facts) => {
    expect(statusView({ ...well, ...facts }).screen).toBe(screen);
  });

  it('says what it doesn’t know', () => {
    const nothing = { ...well, health: null, room: null, addresses: [], freeBytes: null };
    const { beside } = statusView(nothing);
    expect([beside?.[2], beside?.[3], beside?.[4]]).toEqual(['- (no network)', '-', '-']);
  });

  it('writes the date as everybody reads it', () => {
    expect(writtenNow(new Date(2026, 10, 4, 9, 5))).toBe('2026-11-04 09:05');
  });
});
