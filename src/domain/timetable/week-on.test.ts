import { describe, expect, it } from 'vitest';
import { keptEarlier, stoodOn } from './week-on.ts';

const today = '2026-11-23';
const keep = { today, keepFrom: '2026-09-22' };

describe('[TTB12] what of the week stood on a day that is over', () => {
  it('is what stands, where nothing was kept, and on a day of a change what it was changed to', () => {
    expect(stoodOn('2026-11-01', 'now', [], today)).toBe('now');
    const earlier = keptEarlier('old', [], keep);
    expect(stoodOn('2026-11-22', 'now', earlier, today)).toBe('old');
    expect(stoodOn(today, 'now', earlier, today)).toBe('now');
  });

  it('is what stood as the day began, of several changes of one day; and nothing is a plan, too', () => {
    const once = keptEarlier<string | null>(null, [], { ...keep, today: '2026-11-10' });
    const twice = keptEarlier<string | null>('first', once, { ...keep, today: '2026-11-20' });
    const thrice = keptEarlier<string | null>('second', twice, { ...keep, today: '2026-11-20' });
    const on = (day: string) => stoodOn(day, 'third', thrice, today);
    expect(['2026-11-09', '2026-11-10', '2026-11-19', '2026-11-20'].map(on)).toEqual([
      null,
      'first',
      'first',
      'third',
    ]);
  });

  it('drops what no sheet asks for any more, and what was kept by a date to come', () => {
    const of = (before: string) => ({ before, was: before });
    const earlier = [of('2026-09-22'), of('2026-09-23'), of('2027-11-23')];
    expect(keptEarlier('now', earlier, keep)).toEqual([
      of('2026-09-23'),
      { before: today, was: 'now' },
    ]);
    expect(stoodOn('2026-11-01', 'now', [of('2027-11-23')], today)).toBe('now');
  });
});
