import { describe, expect, it } from 'vitest';
import { journalEntrySchema } from '../../shared/contracts/documents/journal.ts';
import { viewParts } from '../../shared/contracts/documents/view.ts';
import { wordsOfKind } from './kind-words.ts';
import { digestPage, inGroups } from './digest-page.ts';

const head = '0123456789abcdef'.repeat(4);

const kinds = [
  ...journalEntrySchema.shape.type.options,
  ...viewParts.map((part) => `viewed.${part}`),
];

describe('[AUD4] the words of the trail', () => {
  it.each(kinds)('say %s in Khmer and English', (kind) => {
    const { km, en } = wordsOfKind(kind);
    expect(en).not.toBe(kind);
    expect(km).toMatch(/\p{Script=Khmer}/u);
  });
});

describe('[AUD4] the page of a month', () => {
  it('has the head in groups of four that give the hash again', () => {
    const lines = inGroups(head);
    expect(lines[0]).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef');
    expect(lines.join('').replaceAll(' ', '')).toBe(head);
  });

  it('says counts and entries in both languages, and lets no name become markup', () => {
    const digest = {
      site: 'site-aaaaaaaa',
      month: '2026-11',
      madeMs: Date.parse('2026-12-01T01:00:00Z'),
      first: { hubSeq: 7, wallMs: 0 },
      last: { hubSeq: 12, wallMs: 0 },
      entries: 5,
      elsewhere: 1,
      counts: [
        { kind: 'viewed.page', count: 4 },
        { kind: 'from.tomorrow', count: 1 },
      ],
      recovered: [{ kind: 'hold.set', count: 3 }],
      head,
      hubKeys: ['KEY='],
    };
    const page = digestPage(digest, '<script>x</script>');
    expect(page).toContain('7 · 1970-01-01 07:00');
    expect(page).toContain('Printed 2026-12-01 08:00');
    expect(page).toContain('Looked at a learner’s page');
    expect(page).toContain('មើលទំព័រអ្នករៀន');
    expect(page).toContain('from.tomorrow');
    expect(page).toContain('What came back this month');
    expect(page).toContain('Legal hold set');
    expect(page).not.toContain('<script>');
  });
});
