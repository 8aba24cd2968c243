import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Said } from '../port.ts';
import { OwnWordOffer } from './own-word-offer.ts';

describe('asking a learner whether content that says nothing is done', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const offer = () => {
    const said: Said[] = [];
    return { said, offer: new OwnWordOffer((message) => said.push(message)) };
  };
  const wanted = { kind: 'own-word', wanted: true };
  const unwanted = { kind: 'own-word', wanted: false };

  it('[PCE11] waits for what content says in its first moments', () => {
    const asked = offer();
    asked.offer.look(true);
    asked.offer.opened();
    vi.advanceTimersByTime(2_900);
    asked.offer.look(false);
    vi.advanceTimersByTime(60_000);
    expect(asked.said).toEqual([]);
  });

  it('[PCE11] asks once, and no more where content speaks after all', () => {
    const asked = offer();
    asked.offer.opened();
    asked.offer.look(true);
    vi.advanceTimersByTime(3_000);
    asked.offer.look(true);
    asked.offer.look(false);
    expect(asked.said).toEqual([wanted, unwanted]);
  });

  it('[PCE11] asks of each part anew', () => {
    const asked = offer();
    asked.offer.look(true);
    asked.offer.opened();
    vi.advanceTimersByTime(3_000);
    asked.offer.closed();
    vi.advanceTimersByTime(9_000);
    asked.offer.opened();
    vi.advanceTimersByTime(3_000);
    expect(asked.said).toEqual([wanted, unwanted, wanted]);
  });
});
