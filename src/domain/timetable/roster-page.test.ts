import { describe, expect, it } from 'vitest';
import { rosterPage } from './roster-page.ts';

describe('[TTB11] the list of a day', () => {
  it('says in Khmer who comes when, and takes nobody’s name for markup', () => {
    const html = rosterPage(
      {
        date: '2026-11-23',
        slots: [
          {
            begins: 480,
            ends: 600,
            groups: [{ name: { km: 'ក្រុមផ្កាឈូក' }, symbol: '<svg class="symbol"></svg>' }],
            people: [
              { name: { km: '<b>សុខ</b>' }, tile: '<div class="tile"></div>', seat: 3 },
              { name: { km: 'ដារ៉ា' }, tile: '', seat: null },
            ],
          },
        ],
      },
      { style: '', drawings: '' },
    );
    expect(html).toContain('ថ្ងៃចន្ទ ទី២៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦ (ព.ស. ២៥៦៩)');
    expect(html).toContain('ម៉ោង ៨:០០ ព្រឹក – ម៉ោង ១០:០០ ព្រឹក');
    expect(html).toContain('<svg class="symbol"></svg>ក្រុមផ្កាឈូក');
    expect(html).toContain('&lt;b&gt;សុខ');
    expect(html).not.toContain('<b>');
    expect(html).toContain('កន្លែងទី ៣');
    expect(html).toContain('២ នាក់');
    expect(html).toContain("default-src 'none'");
  });
});
