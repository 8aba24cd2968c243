import { describe, expect, it } from 'vitest';
import { backupWords } from './hub-status.ts';

describe('[RET3] rean hub status', () => {
  it.each([
    [undefined, 'not told by this hub'],
    [null, 'NEVER. Make one: rean hub backup'],
    [{ date: '2026-11-20', days: 0 }, '2026-11-20 (less than a day ago)'],
    [{ date: '2026-11-20', days: 1 }, '2026-11-20 (1 day ago)'],
    [{ date: '2026-11-20', days: 40 }, '2026-11-20 (40 days ago)'],
    [{ date: '2026-11-20', days: null }, '2026-11-20 (the clock of this hub was put back since)'],
  ])('says when the last backup was, or that there is none (%#)', (lastBackup, said) => {
    expect(backupWords({ lastBackup })).toBe(said);
  });
});
