import { expect, vi } from 'vitest';
import type { PeerStation } from './peer-lab.ts';

export const until = (assertion: () => void | Promise<void>) =>
  vi.waitFor(assertion, { timeout: 15_000, interval: 10 });

/** How many copies a station holds. */
export const copied = ({ copies }: PeerStation) =>
  [...copies.stores.values()].reduce((sum, { after, upTo }) => sum + upTo - after, 0);

export const holds = (station: PeerStation, count: number) =>
  until(() => expect(copied(station)).toBe(count));
