import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { foldLearner } from '../fold/fold-learner.ts';
import { presentToday } from './present-today.ts';

const today = '2026-11-23';
const fold = (date: string | null, ended: boolean) =>
  foldLearner(ids.learner, [
    openedEvent(payloads.started(), { seq: 1, date }),
    ...(ended ? [openedEvent(payloads.ended(), { seq: 2, date })] : []),
  ]);

describe('[HLQ8] whether somebody was here today', () => {
  it('goes by the lab day of what was recorded', () => {
    expect(presentToday(fold(today, true), today)).toBe(true);
    expect(presentToday(fold('2026-11-22', true), today)).toBe(false);
  });

  it('knows whoever sits here now, whatever the day, and nobody else while the day is not known', () => {
    expect(presentToday(fold(null, false), null)).toBe(true);
    expect(presentToday(fold(null, true), null)).toBeNull();
    expect(presentToday(fold(null, true), today)).toBe(false);
  });
});
