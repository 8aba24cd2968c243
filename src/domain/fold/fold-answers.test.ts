import { describe, expect, it } from 'vitest';
import { openedEvent, payloads } from '../../../tests/factories/events.ts';
import { mostAnswerDays } from '../../shared/contracts/documents/state.ts';
import { foldLearner } from './fold-learner.ts';
import { ids } from '../../../tests/factories/events.ts';

const clockOf = (date: string | null) => ({
  labDay: { date, sure: date !== null },
});

/** Answers given on days, in order. */
function folded(days: readonly (readonly [string | null, 'right' | 'not-yet' | 'shown'])[]) {
  const events = days.map(([date, outcome], at) => {
    const event = openedEvent(payloads.attempt('choose', outcome), { seq: at + 1 });
    const clock = { ...event.envelope.clock, ...clockOf(date) };
    return { ...event, envelope: { ...event.envelope, clock } };
  });
  return foldLearner(ids.learner, events).answered;
}

describe('[LPG2] answers by lab day', () => {
  it('are counted by how they came out, on the day they were given', () => {
    expect(
      folded([
        ['2026-11-22', 'right'],
        ['2026-11-22', 'not-yet'],
        ['2026-11-23', 'shown'],
        ['2026-11-22', 'right'],
        [null, 'right'],
      ]),
    ).toEqual({ '2026-11-22': [2, 1, 0], '2026-11-23': [0, 0, 1] });
  });

  it('are kept of the newest days, each whole', () => {
    const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
    const many = Array.from(
      { length: mostAnswerDays + 5 },
      (_, at) => [dayOf(at), 'right'] as const,
    );
    const late = [dayOf(0), 'right'] as const;
    const days = folded([...many, late, [dayOf(10), 'not-yet']]);
    expect(Object.keys(days).toSorted()).toEqual(many.slice(5).map(([day]) => day));
    expect(days[dayOf(10)]).toEqual([1, 1, 0]);
  });
});
