import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemoryDisk, openMemoryStorage } from '../store/memory-storage.ts';
import { LabClock } from './lab-clock.ts';
import { SyncMemory } from './sync-memory.ts';

const hourMs = 60 * 60 * 1000;
/** 2026-11-21, 20:00 in Phnom Penh. */
const hubWallMs = Date.parse('2026-11-21T13:00:00Z');
const labDay = { date: '2026-11-21', sure: true };

class HandClock {
  wall = 1000;
  monotonic = 50;
  wallMs = () => this.wall;
  monotonicMs = () => this.monotonic;

  /** Time passes, for both clocks alike. */
  pass(ms: number): void {
    this.wall += ms;
    this.monotonic += ms;
  }
}

async function open(disk = new MemoryDisk()) {
  const clock = new HandClock();
  const memory = await SyncMemory.open(openMemoryStorage(disk));
  return { clock, labClock: await LabClock.open(memory, clock) };
}

describe('the lab clock', () => {
  afterEach(() => void vi.useRealTimers());

  it('[LAB1] tells of each day as it comes: what the hub says, and midnight', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { clock, labClock } = await open();
    const days: (string | null)[] = [];
    const following = labClock.date$.subscribe((day) => days.push(day));
    expect(days).toEqual([null]);
    await labClock.tell({ hubWallMs, labDay });
    await labClock.tell({ hubWallMs: hubWallMs + 1000, labDay });
    expect(days).toEqual([null, '2026-11-21']);
    clock.pass(5 * hourMs);
    vi.advanceTimersByTime(60_000);
    expect(days).toEqual([null, '2026-11-21', '2026-11-22']);
    await labClock.tell({ hubWallMs, labDay: { date: '2026-11-25', sure: true } });
    following.unsubscribe();
    await labClock.tell({ hubWallMs, labDay });
    expect(days.at(-1)).toBe('2026-11-25');
  });

  it('[LAB1] knows no date before a hub has told one', async () => {
    const { labClock } = await open();
    expect(labClock.now()).toEqual({
      wallMs: 1000,
      hubOffsetMs: null,
      labDay: { date: null, sure: false },
    });
  });

  it('[LAB1] tells the hub’s day, and how far this PC’s clock is from the hub’s', async () => {
    const { labClock } = await open();
    await labClock.tell({ hubWallMs, labDay });
    expect(labClock.now()).toEqual({ wallMs: 1000, hubOffsetMs: hubWallMs - 1000, labDay });
  });

  it('[LAB1] carries the day on past midnight in Phnom Penh', async () => {
    const { clock, labClock } = await open();
    await labClock.tell({ hubWallMs, labDay });
    clock.pass(3.9 * hourMs);
    expect(labClock.now().labDay).toEqual(labDay);
    clock.pass(0.2 * hourMs);
    expect(labClock.now().labDay).toEqual({ date: '2026-11-22', sure: true });
    clock.pass(9 * 24 * hourMs);
    expect(labClock.now().labDay.date).toBe('2026-12-01');
  });

  it('[LAB1] carries on a day that staff confirmed though the hub’s own clock is wrong', async () => {
    const { clock, labClock } = await open();
    await labClock.tell({ hubWallMs: Date.parse('1999-12-31T13:00:00Z'), labDay });
    clock.pass(5 * hourMs);
    expect(labClock.now().labDay.date).toBe('2026-11-22');
  });

  it('[LAB1] is unsure once the PC has slept or its clock was set, until told again', async () => {
    const { clock, labClock } = await open();
    await labClock.tell({ hubWallMs, labDay });
    clock.wall += 3 * hourMs;
    expect(labClock.now().labDay).toEqual({ ...labDay, sure: false });
    await labClock.tell({ hubWallMs, labDay });
    expect(labClock.now().labDay).toEqual(labDay);
  });

  it('[LAB1] remembers the day over a restart, and is unsure of it', async () => {
    const disk = new MemoryDisk();
    await (await open(disk)).labClock.tell({ hubWallMs, labDay });
    const { labClock } = await open(disk);
    expect(labClock.now()).toMatchObject({ hubOffsetMs: null, labDay: { ...labDay, sure: false } });
  });

  it('[LAB1] stays unsure of a day the hub itself is unsure of', async () => {
    const { labClock } = await open();
    await labClock.tell({ hubWallMs, labDay: { date: null, sure: false } });
    expect(labClock.now().labDay).toEqual({ date: null, sure: false });
  });

  it('[TTB2] carries the time of day on, set right by what staff said', async () => {
    const { clock, labClock } = await open();
    expect(labClock.moment).toBeNull();
    const aheadMs = 2 * hourMs;
    const told = { hubWallMs, labDay, labAheadMs: aheadMs };
    await labClock.tell(told);
    expect(labClock.moment).toEqual({ date: '2026-11-21', minute: 22 * 60, sure: true });
    clock.pass(2 * hourMs + 30 * 60_000);
    expect(labClock.moment).toEqual({ date: '2026-11-22', minute: 30, sure: true });
    // Wrong by years, and the PC set anew: nobody knows what o'clock it is.
    clock.wall += 10 * 365 * 24 * hourMs;
    expect(labClock.moment).toBeNull();
    await labClock.tell(told);
    expect(labClock.moment).toMatchObject({ minute: 22 * 60, sure: true });
    await labClock.tell({ hubWallMs, labDay: { date: '2026-11-21', sure: false } });
    expect(labClock.moment).toMatchObject({ minute: 20 * 60, sure: false });
  });
});
