import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { learnerStateSchema } from '../../shared/contracts/documents/state.ts';
import type { Unsent } from '../../shared/contracts/kept-screen.ts';
import { isStillUnsent } from './fold-left.ts';
import { foldLearner } from './fold-learner.ts';

const screen = { at: 'record', from: 3 } as const;
const unsent: Unsent = {
  of: { pack: ids.pack, version: ids.version, lesson: 'first', item: 'choose' },
  run: 1,
  tries: 0,
  draft: { type: 'choice', chosen: ['ka'], tried: [] },
};
const kept = (over: object = {}): EventPayload => ({
  type: 'screen.kept',
  sitting: ids.sitting,
  screen,
  unsent,
  ...over,
});
const ended: EventPayload = { type: 'sitting.ended', sitting: ids.sitting, reason: 'staff' };
const again: EventPayload = {
  type: 'sitting.started',
  sitting: ids.otherSitting,
  language: 'km',
};

/** Each on the day of its place, or on one that is given. */
function left(...events: readonly (EventPayload | readonly [EventPayload, string])[]) {
  const opened = events.map((each, index) => {
    const [payload, date] = 'type' in each ? [each, '2026-11-23'] : each;
    return openedEvent(payload, { seq: index + 1, date });
  });
  return foldLearner(ids.learner, opened);
}
const begun = [payloads.started(), payloads.opened()] as const;

describe('[SIT7] what a learner left behind', () => {
  it('is the last word of the sitting, with its day', () => {
    const first = kept({ screen: null });
    expect(left(...begun, first, kept(), ended).left).toEqual({
      screen,
      unsent,
      day: '2026-11-23',
    });
    expect(left(...begun, kept({ screen: null, unsent: null }), ended).left).toBeNull();
  });

  it('comes late of a seat that they have left as an answer alone, where that still waits', () => {
    const late = { screen: null, unsent, day: '2026-11-23' };
    expect(left(...begun, again, kept()).left).toEqual(late);
    const there = { ...ended, sitting: ids.otherSitting };
    expect(left(...begun, again, there, kept(), ended).left).toEqual(late);
    expect(left(...begun, again, kept({ unsent: null })).left).toBeNull();
    expect(left(...begun, again, kept({ unsent: { ...unsent, run: null } })).left).toBeNull();
    const answered = payloads.attempt('choose', 'not-yet');
    expect(left(...begun, again, answered, kept()).left).toBeNull();
  });

  it('is as it was where they left something since, whatever comes late of the seat before', () => {
    const other = { ...unsent, of: { ...unsent.of, item: 'type' } };
    const since = kept({ sitting: ids.otherSitting, screen: null, unsent: other });
    expect(left(...begun, again, since, kept()).left?.unsent).toEqual(other);
  });

  it('is taken up when they sit down: the screen at once, the answer once it is answered', () => {
    const state = left(...begun, kept(), ended, again);
    expect(state.left).toEqual({ screen: null, unsent, day: '2026-11-23' });
    const other = payloads.attempt('type', 'right');
    expect(left(...begun, kept(), ended, again, other).left?.unsent).toEqual(unsent);
    const answered = payloads.attempt('choose', 'not-yet');
    expect(left(...begun, kept(), ended, again, answered).left).toBeNull();
    const anew = { ...payloads.opened(), run: 2 };
    expect(left(...begun, kept(), ended, again, anew).left).toBeNull();
    expect(left(...begun, kept({ screen: null, unsent: null }), ended, again).left).toBeNull();
  });

  it('is gone where nobody came for it in 31 lab days', () => {
    expect(left(...begun, kept(), ended, [again, '2026-12-24']).left?.unsent).toEqual(unsent);
    expect(left(...begun, kept(), ended, [again, '2026-12-25']).left).toBeNull();
  });

  it('is of an item that waits for it still: same run, same version, as many tries', () => {
    const state = left(...begun, kept());
    expect(isStillUnsent(unsent, state)).toBe(true);
    expect(isStillUnsent({ ...unsent, tries: 1 }, state)).toBe(false);
    expect(isStillUnsent({ ...unsent, run: 2 }, state)).toBe(false);
    const newer = { ...unsent.of, version: ids.nextVersion };
    expect(isStillUnsent({ ...unsent, of: newer }, state)).toBe(false);
    expect(isStillUnsent({ ...unsent, run: null }, state)).toBe(true);
  });

  it('adds no time to what a start of the station ends', () => {
    const cut: EventPayload = { ...ended, reason: 'station-restarted' };
    const later = (payload: EventPayload, seq: number) => {
      const event = openedEvent(payload, { seq, date: '2026-11-23' });
      const clock = { ...event.envelope.clock, wallMs: seq * 60_000 };
      return { ...event, envelope: { ...event.envelope, clock } };
    };
    const all = [...begun, kept(), cut].map((payload, index) => later(payload, index + 1));
    const without = all.filter(({ payload }) => payload.type !== 'screen.kept');
    const here = foldLearner(ids.learner, all).timeHere;
    expect(here).toEqual(foldLearner(ids.learner, without).timeHere);
  });

  it('[SKW2] is read as nothing where newer software left something else, and the rest is used', () => {
    const state = left(...begun, kept());
    const newer = { ...state, left: { screen: { at: 'moon' }, unsent: null, day: null } };
    expect(learnerStateSchema.parse(newer)).toEqual({ ...state, left: null });
  });
});
