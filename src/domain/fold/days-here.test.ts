import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { learnerStateSchema } from '../../shared/contracts/documents/state.ts';
import { countDays } from './days-here.ts';
import { foldLearner } from './fold-learner.ts';

function on(date: string | null, seq: number, payload: EventPayload): OpenedEvent {
  const { envelope } = openedEvent(payload, { seq });
  const clock = { ...envelope.clock, labDay: { date, sure: true } };
  return { payload, envelope: { ...envelope, clock } };
}

const failed: EventPayload = { type: 'sign-in.failed', tries: 1, secret: 1 };
const daysOf = (...events: readonly OpenedEvent[]) => {
  const state = learnerStateSchema.parse(foldLearner(ids.learner, events));
  return countDays(state.days);
};

describe('[FLD9] days here', () => {
  it('are the lab days on which something was recorded, each once', () => {
    expect(
      daysOf(
        on('2026-11-30', 1, payloads.started()),
        on('2026-11-30', 2, payloads.attempt('a', 'right')),
        on('2026-12-01', 3, payloads.started()),
        // From a seat that was offline, about a day that came before.
        on('2026-11-30', 4, payloads.started()),
        on('2026-12-31', 5, payloads.ended()),
      ),
    ).toBe(3);
  });

  it('are none where the date was not known, or a station says what is no day', () => {
    expect(daysOf(on(null, 1, payloads.started()), on('2026-11-00', 2, payloads.ended()))).toBe(0);
    expect(daysOf(on('2026-11-32', 1, payloads.started()))).toBe(0);
  });

  it('are not those on which somebody failed to sign in as them', () => {
    expect(daysOf(on('2026-11-30', 1, failed))).toBe(0);
    const shown = { type: 'sign-in.shown', handover: '0'.repeat(16) } as const;
    expect(daysOf(on('2026-11-30', 1, shown))).toBe(0);
  });
});
