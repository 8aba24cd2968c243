import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestGate } from './request-gate.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function opened() {
  const flooded = vi.fn<() => void>();
  const gate = new RequestGate({ nowMs: () => performance.now(), flooded });
  const answers: { readonly name: number; readonly through: boolean }[] = [];
  const ask = (count: number) => {
    for (let name = 0; name < count; name += 1) {
      void gate.enter().then((through) => answers.push({ name, through }));
    }
  };
  const through = () => answers.filter((answer) => answer.through).length;
  return { flooded, ask, answers, through };
}

describe('a frame’s requests', () => {
  it('[PCE3] are all answered to a package of thousands of small files, some of them later', async () => {
    const { flooded, ask, through } = opened();
    for (let page = 0; page < 3; page += 1) {
      ask(1000);
      await vi.advanceTimersByTimeAsync(0);
      expect(through()).toBe(page * 1000 + 250);
      await vi.advanceTimersByTimeAsync(3000);
      expect(through()).toBe((page + 1) * 1000);
    }
    expect(flooded).not.toHaveBeenCalled();
  });

  it('[PCE3] are answered at a pace, however they come', async () => {
    const { ask, through } = opened();
    for (let tick = 0; tick < 100; tick += 1) {
      ask(10);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(through()).toBeLessThanOrEqual(250 + 400);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[PCE3] don’t wait for those of a page that is gone', async () => {
    const { ask, answers } = opened();
    ask(1500);
    await vi.advanceTimersByTimeAsync(0);
    ask(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(answers[250]).toEqual({ name: 0, through: true });
  });

  it('[PCE3] end where there is no end of them, and nobody’s wait for what is left', async () => {
    const { flooded, ask, answers, through } = opened();
    ask(250 + 1500);
    expect(flooded).not.toHaveBeenCalled();
    ask(1);
    expect(flooded).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(1751);
    expect(through()).toBe(250);
    ask(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(through()).toBe(251);
    expect(vi.getTimerCount()).toBe(0);
  });
});
