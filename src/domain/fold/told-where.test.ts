import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { isToldAt } from './told-where.ts';

const { envelope } = openedEvent({ type: 'help.asked', sitting: ids.sitting }, { seq: 1 });
const act = { request: envelope._id, after: envelope._id, waitedMs: null };
const byStaff = {
  type: 'help.taken',
  ...act,
  by: { staff: staffIdSchema.parse('of-aaaaaaaaaaaa') },
} as const;
const byTutor = { type: 'help.taken', ...act, by: { tutor: ids.otherLearner } } as const;

describe('[HLQ2] where something may be said', () => {
  it('is a supervisor’s station for what stands in the name of staff, and a kiosk for a peer tutor', () => {
    expect(isToldAt(byStaff, 'supervisor')).toBe(true);
    expect(isToldAt(byTutor, 'kiosk')).toBe(true);
    for (const [payload, kind] of [
      [byStaff, 'kiosk'],
      [byStaff, null],
      [byTutor, 'supervisor'],
      [byTutor, null],
    ] as const) {
      expect(isToldAt(payload, kind)).toBe(false);
    }
  });

  it('is anywhere for what a learner does themself', () => {
    expect(isToldAt(payloads.started(), null)).toBe(true);
  });
});
