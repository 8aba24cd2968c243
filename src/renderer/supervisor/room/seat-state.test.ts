import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatView } from '../../../../tests/factories/supervisor-views.ts';
import { countStates, heldBack, seatState, touchOf } from './seat-state.ts';

describe('the state of a seat [SUP3]', () => {
  it.each([
    ['nobody there', seatView({}), 'free'],
    ['in a lesson', seatView({ doing: 'lesson' }), 'working'],
    ['on the home screen', seatView({ doing: 'home' }), 'home'],
    ['with the hand up', seatView({ doing: 'lesson', helpAsked: true }), 'help'],
    ['off', seatView({ inTouch: false, lastContactAgeMs: null }), 'lost'],
    ['cut off in a lesson', seatView({ doing: 'lesson', inTouch: false }), 'lost'],
  ])('%s', (_, seat, state) => {
    expect(seatState(seat)).toBe(state);
  });

  it('keeps a raised hand in sight when the seat is cut off', () => {
    expect(seatState(seatView({ doing: 'home', helpAsked: true, inTouch: false }))).toBe('help');
  });

  it('stays what it last was while the hub can’t be asked [SUP5]', () => {
    const away = { inTouch: null, lastContactAgeMs: null, waiting: null };
    expect(seatState(seatView({ doing: 'lesson', ...away }))).toBe('working');
    expect(seatState(seatView(away))).toBe('unknown');
  });
});

describe('how the hub hears from a seat [SUP10]', () => {
  it.each([
    [{ inTouch: true, lastContactAgeMs: 2000 }, 'in-touch'],
    [{ inTouch: false, lastContactAgeMs: 400_000 }, 'lost'],
    [{ inTouch: false, lastContactAgeMs: null }, 'never'],
    [{ inTouch: null, lastContactAgeMs: null }, 'unknown'],
  ])('%o', (touch, said) => {
    expect(touchOf(seatView(touch))).toBe(said);
  });
});

describe('records held back at a seat [SUP13]', () => {
  it.each([
    [{ inTouch: true, waiting: 0 }, 0],
    [{ inTouch: true, waiting: 5 }, 5],
    [{ inTouch: false, waiting: 1 }, 1],
    [{ inTouch: null, waiting: null }, 0],
  ])('%o', (touch, count) => {
    expect(heldBack(seatView(touch))).toBe(count);
  });
});

const anySeat = fc
  .record({
    doing: fc.constantFrom('lesson' as const, 'home' as const, undefined),
    helpAsked: fc.boolean(),
    inTouch: fc.constantFrom(true, false, null),
  })
  .map(({ doing, ...rest }) => seatView(doing === undefined ? rest : { doing, ...rest }));

describe('a room’s counts', () => {
  it('count every seat once [SUP4]', () => {
    fc.assert(
      fc.property(fc.array(anySeat, { maxLength: 40 }), (seats) => {
        const counts = countStates(seats).map(({ count }) => count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(seats.length);
      }),
    );
  });

  it('say nothing of what only the hub could tell while it is away [SUP10]', () => {
    const named = (inTouch: boolean | null) =>
      countStates([seatView({ doing: 'home', inTouch })]).map(({ state }) => state);
    expect(named(true)).toEqual(['help', 'working', 'home', 'free', 'lost']);
    expect(named(null)).toEqual(['help', 'working', 'home']);
  });
});
