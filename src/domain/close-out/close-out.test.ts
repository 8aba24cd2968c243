import { describe, expect, it } from 'vitest';
import { closeOut, closingState } from './close-out.ts';
import type { ClosingSeat, ClosingState, HubState } from './close-out.ts';

const there: ClosingSeat = {
  inTouch: true,
  awaited: false,
  waiting: 0,
  closing: true,
  leaving: null,
  sitting: null,
  mayAct: true,
};
const of = (over: Partial<ClosingSeat>, obeyed = false) =>
  closingState({ ...there, ...over }, obeyed);

const lab = (
  states: readonly (readonly [ClosingState, number | null])[],
  hub: HubState = 'here',
  own = 0,
) => closeOut({ seats: states.map(([state, waiting]) => ({ state, waiting })), own, hub });

describe('how far a lab is with closing', () => {
  it('[CLS1] goes by what seats say', () => {
    expect(of({ closing: false, waiting: 3 })).toBe('open');
    // Somebody sits there whom this officer doesn't see.
    expect(of({ mayAct: false })).toBe('taken');
    expect(of({ waiting: 3 })).toBe('bringing');
    expect(of({ waiting: null })).toBe('ready');
    expect(of({})).toBe('ready');
    expect(of({ leaving: { to: 'power-off', gone: false } })).toBe('going');
    expect(of({ leaving: { to: 'power-off', gone: true } })).toBe('off');
    expect(of({ inTouch: false, leaving: { to: 'power-off', gone: true } })).toBe('off');
    expect(of({ inTouch: false, leaving: { to: 'restart', gone: true } })).toBe('missing');
    expect(of({ inTouch: false })).toBe('missing');
    expect(of({ inTouch: null })).toBe('missing');
  });

  it('[CLS5] knows without the hub that a seat which said it goes, and is not heard any more, is off', () => {
    expect(of({ inTouch: false }, true)).toBe('off');
    expect(of({ inTouch: true }, true)).toBe('ready');
  });

  it('[CLS2] names one next step, and begins again with a seat that comes back in the middle', () => {
    expect(lab([['open', 0]]).next).toBe('doors');
    expect(lab([['taken', 1]]).next).toBe('sittings');
    expect(lab([['bringing', 1]]).next).toBe('answers');
    expect(lab([['ready', 0]]).next).toBe('computers');
    expect(lab([['going', 0]]).next).toBe('computers');
    expect(lab([['off', 0]]).next).toBe('hub');
    expect(lab([['off', 0]], 'going').next).toBeNull();
    expect(lab([['off', 0]], 'off').next).toBe('desk');
    expect(
      lab([
        ['off', 0],
        ['open', 2],
      ]).next,
    ).toBe('doors');
  });

  it('[CLS3] says that it is safe once all that can be heard of is off, and counts what is on its way', () => {
    expect(lab([['ready', 0]]).verdict).toBe('all-here');
    expect(
      lab(
        [
          ['bringing', 4],
          ['ready', 0],
          ['missing', 9],
        ],
        'here',
        2,
      ),
    ).toMatchObject({ verdict: 'on-the-way', waiting: 6, counts: { missing: 1 } });
    expect(lab([['off', 0]]).verdict).toBe('all-here');
    expect(lab([['off', 0]], 'off').verdict).toBe('safe');
    expect(
      lab(
        [
          ['off', 0],
          ['missing', 9],
        ],
        'off',
      ).verdict,
    ).toBe('safe');
    // A seat that comes back after the hub went.
    expect(lab([['open', 0]], 'off').verdict).toBe('all-here');
  });

  it('[CLS3] [LIV8] calls nothing safe before each seat has spoken, or had the time to', () => {
    expect(of({ inTouch: null, awaited: true })).toBe('awaited');
    expect(of({ inTouch: false, awaited: true }, true)).toBe('off');
    const gone = { to: 'power-off', gone: true } as const;
    expect(of({ inTouch: false, awaited: true, leaving: gone })).toBe('off');
    const listening = { next: null, verdict: 'listening', waiting: 0 };
    const heard = [
      ['off', 0],
      ['awaited', 3],
    ] as const;
    expect(lab(heard, 'away')).toMatchObject({ ...listening, counts: { awaited: 1 } });
    expect(lab(heard, 'off')).toMatchObject(listening);
    // The hub that is there is not to go before.
    expect(lab(heard)).toMatchObject({ next: null, verdict: 'all-here' });
    expect(lab([...heard, ['open', 2]], 'away')).toMatchObject({
      next: 'doors',
      verdict: 'on-the-way',
    });
  });

  it('[CLS5] waits for no hub that is away', () => {
    expect(lab([['bringing', 3]], 'away')).toMatchObject({
      next: 'computers',
      verdict: 'on-the-way',
    });
    expect(lab([['off', 3]], 'away')).toMatchObject({ next: 'desk', verdict: 'without-hub' });
  });
});
