import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { learnerStateSchema, mostTimedDays } from '../../shared/contracts/documents/state.ts';
import { sittingIdSchema } from '../../shared/ids.ts';
import { inOrder } from '../order.ts';
import { applyEvent, emptyLearnerState, foldLearner } from './fold-learner.ts';
import { timedDays } from './time-here.ts';

const minute = 60_000;

interface At {
  readonly minute: number;
  readonly day?: string | null;
  readonly offset?: number | null;
}

/** Events as one station records them one after another, with its clock. */
function recorded(...given: readonly (readonly [At, EventPayload])[]): readonly OpenedEvent[] {
  return given.map(([at, payload], index) => {
    const { envelope } = openedEvent(payload, { seq: index + 1, date: at.day ?? null });
    const hubOffsetMs = at.offset ?? null;
    const clock = { ...envelope.clock, wallMs: at.minute * minute, hubOffsetMs };
    return { payload, envelope: { ...envelope, clock } };
  });
}

const fold = (events: readonly OpenedEvent[]) =>
  learnerStateSchema.parse(foldLearner(ids.learner, events)).timeHere;
const day = '2026-11-20';
const minutesOn = (events: readonly OpenedEvent[], of = day) => {
  const time = timedDays(fold(events))[of];
  return time && { minutes: time[0] / minute, about: time[1] === 1 };
};
const restarted: EventPayload = {
  type: 'sitting.ended',
  sitting: ids.sitting,
  reason: 'station-restarted',
};

describe('[ATT1] time in the lab', () => {
  it('is from sitting down to leaving, and the sum of a day’s sittings', () => {
    const events = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 20, day }, payloads.attempt('a', 'right')],
      [{ minute: 40, day }, payloads.ended()],
      [{ minute: 90, day }, payloads.started(ids.otherSitting)],
      [{ minute: 100, day }, payloads.ended(ids.otherSitting)],
    );
    expect(minutesOn(events)).toEqual({ minutes: 50, about: false });
  });

  it('is not sure while somebody sits there', () => {
    const events = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 12, day }, payloads.attempt('a', 'right')],
    );
    expect(minutesOn(events)).toEqual({ minutes: 12, about: true });
  });

  it('is not sure where a start of the station ended it, and counts up to its last record', () => {
    const events = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 12, day }, payloads.attempt('a', 'right')],
      [{ minute: 500, day }, restarted],
    );
    expect(minutesOn(events)).toEqual({ minutes: 12, about: true });
  });

  it('is not sure where the station’s clock was set: back, forth by hours, or against the hub’s', () => {
    const back = recorded(
      [{ minute: 100, day }, payloads.started()],
      [{ minute: 120, day }, payloads.attempt('a', 'right')],
      [{ minute: 20, day }, payloads.ended()],
    );
    expect(minutesOn(back)).toEqual({ minutes: 20, about: true });
    const forth = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 10 * 365 * 24 * 60, day }, payloads.ended()],
    );
    expect(minutesOn(forth)).toEqual({ minutes: 0, about: true });
    // The hub's offset tells how far: the time itself is as it was.
    const told = recorded(
      [{ minute: 0, day, offset: 0 }, payloads.started()],
      [{ minute: 190, day, offset: -180 * minute }, payloads.ended()],
    );
    expect(minutesOn(told)).toEqual({ minutes: 10, about: true });
  });

  it('is at least the time in which somebody was active, and not sure after a long silence', () => {
    const active = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 1, day }, payloads.attempt('a', 'right', { activeMs: 9 * minute })],
      [{ minute: 2, day }, payloads.ended()],
    );
    expect(minutesOn(active)).toEqual({ minutes: 9, about: true });
    const silent = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 45, day }, payloads.ended()],
    );
    expect(minutesOn(silent)).toEqual({ minutes: 45, about: true });
  });

  it('ends at one seat where they sit down at another, not sure; the late end changes nothing', () => {
    const events = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 10, day }, payloads.attempt('a', 'right')],
      [{ minute: 15, day }, payloads.started(ids.otherSitting)],
      [{ minute: 20, day }, payloads.ended()],
      [{ minute: 25, day }, payloads.ended(ids.otherSitting)],
    );
    expect(minutesOn(events)).toEqual({ minutes: 20, about: true });
  });

  it('is of the day it began on, or the first that the station knew; of none where it knew none', () => {
    const next = '2026-11-21';
    const over = recorded(
      [{ minute: 0, day }, payloads.started()],
      [{ minute: 20, day: next }, payloads.ended()],
    );
    expect(Object.keys(fold(over).days)).toEqual([day]);
    const later = recorded(
      [{ minute: 0 }, payloads.started()],
      [{ minute: 20, day: next }, payloads.ended()],
    );
    expect(Object.keys(fold(later).days)).toEqual([next]);
    for (const wrong of [null, '2026-02-31', '2026-11-00']) {
      const never = recorded(
        [{ minute: 0, day: wrong }, payloads.started()],
        [{ minute: 20, day: wrong }, payloads.ended()],
      );
      expect(fold(never)).toEqual({ days: {}, months: {}, open: null });
    }
  });

  it('is kept day by day for the newest, and by month before', () => {
    const days = Array.from({ length: mostTimedDays + 3 }, (_, at) =>
      new Date(Date.parse('2026-01-01') + at * 24 * 60 * minute).toISOString().slice(0, 10),
    );
    const events = recorded(
      ...days.flatMap((each, at): [At, EventPayload][] => {
        const sitting = sittingIdSchema.parse(`si-${String(at).padStart(16, 'a')}`);
        return [
          [{ minute: at * 1440, day: each }, payloads.started(sitting)],
          [{ minute: at * 1440 + 20, day: each }, payloads.ended(sitting)],
        ];
      }),
    );
    const here = fold(events);
    expect(Object.keys(here.days)).toEqual(days.slice(3));
    expect(here.months).toEqual({ '2026-01': [60 * minute, 0] });
  });

  it('[FLD2] is the same one after another as all at once, whatever clocks say', () => {
    const sitting = fc.constantFrom(ids.sitting, ids.otherSitting);
    const payload: fc.Arbitrary<EventPayload> = fc.oneof(
      sitting.map((each) => payloads.started(each)),
      sitting.map((each) => payloads.ended(each)),
      fc.constant(restarted),
      fc.nat(20 * minute).map((activeMs) => payloads.attempt('a', 'right', { activeMs })),
    );
    const at = fc.record({
      minute: fc.integer({ min: -100, max: 5000 }),
      day: fc.constantFrom(null, day, '2026-11-21', '2031-01-01'),
      offset: fc.constantFrom(null, 0, 90_000, -3_600_000),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(at, payload), { maxLength: 40 }), (drawn) => {
        const events = recorded(...drawn);
        const stepwise = inOrder(events).reduce(applyEvent, emptyLearnerState(ids.learner));
        expect(stepwise.timeHere).toEqual(fold(events));
        const shuffled = [...events, ...events.slice(0, 5)].toReversed();
        expect(fold(shuffled)).toEqual(fold(events));
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
