import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlayerPort, Said } from '../port.ts';
import { FilmTeller } from './film-teller.ts';
import type { FilmSight } from './film-teller.ts';
import { readPlace, writePlace } from './seen.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function opened(place: string | null = null) {
  const said: Said[] = [];
  let sight: FilmSight = { at: 0, duration: 3600, playing: false, played: [] };
  const origin = 'pack://org.rean.test--si-0123456789abcdef/1.0.0/film';
  const port: Pick<PlayerPort, 'launch' | 'say'> = {
    launch: {
      entry: `${origin}/film.webm`,
      folder: origin,
      tracks: [],
      place,
      pseudonym: `learner-${'0'.repeat(16)}`,
    },
    say: (message) => said.push(message),
  };
  const teller = new FilmTeller(port, () => sight);
  const show = (now: Partial<FilmSight>) => {
    sight = { ...sight, ...now };
    teller.note();
  };
  return { said, teller, show };
}

const placesIn = (said: readonly Said[]) =>
  said.flatMap((message) => (message.kind === 'place' ? [readPlace(message.place).at] : []));

describe('what a film tells', () => {
  it('[PCE3] is never more than a second’s worth, while somebody drags through it or can’t decide', () => {
    const { said, show } = opened();
    for (let index = 0; index < 200; index += 1) {
      show({ at: index * 15, playing: index % 2 === 0 });
      vi.advanceTimersByTime(5);
    }
    expect(said.length).toBeLessThanOrEqual(4);
    vi.advanceTimersByTime(1000);
    expect(placesIn(said).at(-1)).toBe(199 * 15);
    expect(said.findLast(({ kind }) => kind === 'playing')).toEqual({
      kind: 'playing',
      playing: false,
    });
  });

  it('[PCE5] is where it is every two seconds, and where it stopped', () => {
    const { said, show } = opened();
    for (let tenth = 0; tenth <= 50; tenth += 1) {
      show({ at: tenth / 10, playing: true });
      vi.advanceTimersByTime(100);
    }
    show({ at: 5.2, playing: false });
    vi.advanceTimersByTime(1000);
    expect(placesIn(said)).toEqual([0, 2, 4, 5.2]);
    expect(said.filter(({ kind }) => kind === 'playing')).toEqual([
      { kind: 'playing', playing: true },
      { kind: 'playing', playing: false },
    ]);
  });

  it('[PCE5] is where its learner left it, however soon after the last time', () => {
    const { said, teller, show } = opened();
    show({ at: 0, playing: true });
    show({ at: 0.9, playing: false });
    expect(placesIn(said)).toEqual([0]);
    teller.tellNow();
    expect(placesIn(said)).toEqual([0, 0.9]);
    vi.advanceTimersByTime(5000);
    expect(placesIn(said)).toEqual([0, 0.9]);
  });

  it('[PCE6] is that enough was seen, once each time it is opened, though its place says so already', () => {
    const { said, show } = opened(writePlace(95, [[0, 91]]));
    show({ at: 10, duration: 100 });
    show({ at: 14, playing: true });
    vi.advanceTimersByTime(5000);
    expect(said.filter(({ kind }) => kind === 'result')).toEqual([
      { kind: 'result', score: null, passed: null, completed: true },
    ]);
  });

  it('is nothing once it is closed', () => {
    const { said, teller, show } = opened();
    show({ at: 1 });
    show({ at: 9 });
    teller.close();
    vi.advanceTimersByTime(5000);
    expect(placesIn(said)).toEqual([1]);
  });
});
