import { describe, expect, it } from 'vitest';
import { RequestMeter } from './request-meter.ts';

describe('a frame’s requests', () => {
  it('[PCE3] are let through as a large package makes them', () => {
    const meter = new RequestMeter(0);
    for (let index = 0; index < 600; index += 1) expect(meter.take(index)).toBe(true);
    for (let index = 0; index < 3000; index += 1)
      expect(meter.take(10_000 + index * 20)).toBe(true);
  });

  it('[PCE3] are answered again soon after there was no end of them', () => {
    const meter = new RequestMeter(0);
    for (let index = 0; index < 100_000; index += 1) meter.take(0);
    expect(meter.take(0)).toBe(false);
    expect(meter.take(20)).toBe(true);
  });

  it('[PCE3] end where there is no end of them', () => {
    const meter = new RequestMeter(0);
    const taken = Array.from({ length: 5000 }, (_, index) => meter.take(index / 10));
    expect(taken.filter(Boolean).length).toBeLessThan(700);
  });
});
