import { describe, expect, it } from 'vitest';
import { attendanceFigures } from './attendance-figures.ts';
import { dayPage, monthPage } from './sheet-page.ts';

const group = { km: 'ក្រុម <ក>', en: 'Group' };
const name = { km: 'សុខ <b>ដារ៉ា</b>', en: 'Sok Dara' };

describe('[ATT9] attendance on paper', () => {
  it('is in both languages, with what is confirmed and what is not, and room to sign', () => {
    const page = dayPage({ group, day: '2026-11-20', today: '2026-11-21' }, [
      { name, word: { there: true, minutes: 45, about: true }, confirmed: true },
      { name, word: { there: false, absence: 'work' }, confirmed: false },
    ]);
    for (const told of ['បញ្ជីវត្តមាន', 'Attendance', '± 45', 'At work', 'not confirmed', 'Signature']) {
      expect(page).toContain(told);
    }
    expect(page).toContain('1 present · 1 absent · 1 not confirmed');
    expect(page).toContain('20 November 2026');
  });

  it('lets nothing that somebody typed become markup', () => {
    const lines = [
      { name, word: { there: true, minutes: 1, about: false }, confirmed: true },
    ] as const;
    const rows = [{ name, figures: attendanceFigures([]) }];
    const pages = [
      dayPage({ group, day: '2026-11-20', today: '2026-11-21' }, lines),
      monthPage({ group, month: '2026-11', today: '2026-11-21' }, rows),
    ];
    for (const page of pages) {
      expect(page).not.toContain('<b>');
      expect(page).toContain('&lt;b&gt;');
    }
  });

  it('[ATT7] sums a month up with reasons, and what nobody confirmed apart', () => {
    const proposed = { there: true, minutes: 30, about: false };
    const figures = {
      ...attendanceFigures([
        { proposed, marks: [] },
        { proposed, marks: [] },
      ]),
    };
    const away = { ...figures.confirmed.away, excused: 3 };
    const confirmed = { ...figures.confirmed, days: 12, minutes: 1234, away };
    const page = monthPage({ group, month: '2026-11', today: '2026-11-30' }, [
      { name, figures: { ...figures, confirmed } },
    ]);
    for (const told of ['November 2026', '>12<', '1,234', 'Excused: 3', '>2<']) {
      expect(page).toContain(told);
    }
  });
});
