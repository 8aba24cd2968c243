import { describe, expect, it } from 'vitest';
import { staffIdSchema, viewingIdSchema } from '../../shared/ids.ts';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { noTimeHere, noViewings } from '../../shared/contracts/documents/state.ts';
import type { TimeHere } from '../../shared/contracts/documents/state.ts';
import { daysOf, notThere, proposedOn, recordedDays } from './recorded-days.ts';

const viewing = viewingIdSchema.parse('vw-aaaaaaaaaaaaaaaa');
const film = (day: string | null, there = true) => ({
  [viewing]: {
    viewing,
    pack: ids.pack,
    version: ids.version,
    piece: 'film',
    day,
    shownMs: 600_000,
    answers: [],
    there,
    staff: staffIdSchema.parse('of-aaaaaaaaaaaa'),
    reason: null,
    touched: { lamport: 1, id: openedEvent(payloads.started(), { seq: 1 }).envelope._id },
  },
});
const days = (given: TimeHere['days']): TimeHere => ({ ...noTimeHere, days: given });

describe('[ATT1] what is proposed', () => {
  it('is the time of sittings and of films watched with a group', () => {
    const timeHere = days({ '2026-11-20': [1_810_000, 1], '2026-11-18': [90_000, 0] });
    const recorded = recordedDays({ timeHere, viewings: film('2026-11-20') });
    expect([...daysOf(recorded)]).toEqual(['2026-11-18', '2026-11-20']);
    expect(proposedOn(recorded, '2026-11-20')).toEqual({ there: true, minutes: 40, about: true });
    expect(proposedOn(recorded, '2026-11-18')).toEqual({ there: true, minutes: 2, about: false });
    expect(proposedOn(recorded, '2026-11-19')).toEqual(notThere);
  });

  it('[GRP7] is nothing where it was corrected that they were at the film, or no day is known', () => {
    for (const viewings of [film('2026-11-20', false), film(null), noViewings]) {
      expect([...daysOf(recordedDays({ timeHere: noTimeHere, viewings }))]).toEqual([]);
    }
  });

  it('is no more than a day has', () => {
    const recorded = recordedDays({
      timeHere: days({ '2026-11-20': [9e9, 1] }),
      viewings: noViewings,
    });
    expect(proposedOn(recorded, '2026-11-20').minutes).toBe(1440);
  });
});
