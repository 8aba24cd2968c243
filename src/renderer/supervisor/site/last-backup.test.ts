import { describe, expect, it } from 'vitest';
import { sayLastBackup } from './last-backup.ts';

const date = '2026-11-20';

describe('[RET3] the last backup', () => {
  it.each([
    [{ date, days: 12 }, 'Friday 20 November 2026 · 12 d ago'],
    [{ date, days: 0 }, 'Friday 20 November 2026 · in the last 24 hours'],
    [{ date, days: null }, 'Friday 20 November 2026'],
    [
      { date, days: 0, lacks: ['keys' as const] },
      'Friday 20 November 2026 · in the last 24 hours · not enough: the keys are not backed up',
    ],
    [
      { date, days: null, lacks: ['disk' as const] },
      'Friday 20 November 2026 · not enough: it is on the hub’s own disk',
    ],
    [null, 'There has never been one'],
    [undefined, 'not known yet'],
  ])('is said by its date and its age, or that there is none (%#)', (lastBackup, said) => {
    expect(sayLastBackup(lastBackup, 'en')).toBe(said);
  });

  it('is said in Khmer with Khmer digits', () => {
    expect(sayLastBackup({ date, days: 12 }, 'km')).toBe('ថ្ងៃសុក្រ ទី២០ ខែវិច្ឆិកា ឆ្នាំ២០២៦ · ១២ ថ្ងៃមុន');
  });
});
