import { describe, expect, it } from 'vitest';
import { groupId, slotOf } from '../../../tests/factories/weeks.ts';
import { gotMinutes, lastDays, plannedMinutes } from './group-hours.ts';

/** Monday the 30th; the 24th was a Tuesday. */
const dates = lastDays('2026-11-30');
const slots = [slotOf(), slotOf({ at: 2, weekday: 2, begins: 840, ends: 900 })];

describe('[TTB6] hours of a group', () => {
  it('are planned by the week, and got by what each of it was in the lab, on average', () => {
    expect(dates).toHaveLength(7);
    expect([dates[0], dates.at(-1)]).toEqual(['2026-11-30', '2026-11-24']);
    expect(plannedMinutes(groupId(1), slots)).toBe(180);
    const day = (date: string) => Date.parse(date) / 86_400_000;
    const recorded = (...days: (readonly [date: string, minutes: number])[]) =>
      Uint32Array.from(days.flatMap(([date, minutes]) => [day(date), minutes * 2]));
    expect(gotMinutes([], dates)).toBe(0);
    const one = recorded(['2026-11-23', 500], ['2026-11-24', 100], ['2026-11-30', 20]);
    expect(gotMinutes([one], dates)).toBe(120);
    expect(gotMinutes([one, undefined, recorded(['2026-11-26', 60])], dates)).toBe(60);
  });
});
