import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SeatMoments } from './seat-moments.ts';

let moments: SeatMoments;
beforeEach(() => {
  vi.useFakeTimers();
  moments = new SeatMoments();
});
afterEach(() => {
  moments.close();
  vi.useRealTimers();
});

describe('[ACT9] a rest', () => {
  it('ends by itself, and by whoever goes on', () => {
    moments.pause(60_000);
    vi.advanceTimersByTime(59_999);
    expect(moments.now.paused).toBe(true);
    vi.advanceTimersByTime(1);
    expect(moments.now.paused).toBe(false);
    moments.pause(60_000);
    moments.resume();
    expect(moments.now.paused).toBe(false);
  });

  it('begun again goes by the later one', () => {
    moments.pause(60_000);
    vi.advanceTimersByTime(50_000);
    moments.pause(60_000);
    vi.advanceTimersByTime(59_000);
    expect(moments.now.paused).toBe(true);
  });

  it('leaves the word that stands there, which goes once it was read', () => {
    moments.say('come');
    moments.pause(1000);
    vi.advanceTimersByTime(1000);
    expect(moments.now).toMatchObject({ message: 'come', paused: false });
    moments.unsay();
    expect(moments.now.message).toBeNull();
  });
});
