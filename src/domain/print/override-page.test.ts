import { describe, expect, it } from 'vitest';
import { overridePage, parted } from './override-page.ts';

const sheet = {
  name: { km: '<b>ទី១</b>', en: 'Station "1"' },
  seat: 3,
  sheet: 12,
  codes: ['123456789', '987654321'],
};

describe('[OVR2] a sheet of codes', () => {
  it('has its codes in order and in groups, its seat and number in both languages', () => {
    const page = overridePage([sheet]);
    expect(page.indexOf('123 456 789')).toBeGreaterThan(0);
    expect(page.indexOf('987 654 321')).toBeGreaterThan(page.indexOf('123 456 789'));
    expect(page).toContain('សន្លឹកទី ១២');
    expect(page).toContain('Sheet 12');
    expect(page).toContain('កន្លែងទី ៣');
    expect(parted('000000000')).toBe('000 000 000');
  });

  it('lets nothing that somebody typed become markup, and takes a page for each seat', () => {
    const page = overridePage([sheet, { ...sheet, seat: 4 }]);
    expect(page).not.toContain('<b>ទី១');
    expect(page).toContain('&lt;b&gt;ទី១&lt;/b&gt;');
    expect(page.match(/<article>/g)).toHaveLength(2);
  });
});
