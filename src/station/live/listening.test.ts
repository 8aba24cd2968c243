import { Subject } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listening$ } from './listening.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[LIV8] listens for 20 s to who may speak, and anew once the hub has gone or come back', () => {
  const reachable$ = new Subject<boolean>();
  const said: boolean[] = [];
  const looking = listening$(reachable$).subscribe((listening) => said.push(listening));
  reachable$.next(true);
  vi.advanceTimersByTime(19_999);
  expect(said).toEqual([true]);
  // The same said again is no other way to hear.
  reachable$.next(true);
  vi.advanceTimersByTime(1);
  expect(said).toEqual([true, false]);
  reachable$.next(false);
  vi.advanceTimersByTime(10_000);
  reachable$.next(true);
  vi.advanceTimersByTime(19_999);
  expect(said).toEqual([true, false, true, true]);
  vi.advanceTimersByTime(1);
  expect(said.at(-1)).toBe(false);
  looking.unsubscribe();
});
