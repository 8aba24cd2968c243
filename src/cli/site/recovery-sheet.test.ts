import { describe, expect, it } from 'vitest';
import { siteIdSchema } from '../../shared/ids.ts';
import { recoverySheet } from './recovery-sheet.ts';

describe('[REC6] the recovery sheet', () => {
  it('holds what brings a site back, as text, and needs nothing from elsewhere', () => {
    const facts = {
      site: siteIdSchema.parse('site-abcdefgh'),
      name: { km: 'ទីតាំង <១>', en: 'One & only' },
      authority: 'ab'.repeat(32),
      code: 'ABCD-EFGH',
    };
    const sheet = recoverySheet(facts, '2026-01-02');
    for (const held of ['site-abcdefgh', 'abababab abababab', 'ABCD-EFGH', '2026-01-02']) {
      expect(sheet).toContain(held);
    }
    expect(sheet).toContain('ទីតាំង &lt;១&gt;');
    expect(sheet).toContain('One &amp; only');
    expect(sheet).not.toMatch(/<script|<link|<img|https?:|url\(/);
  });
});
