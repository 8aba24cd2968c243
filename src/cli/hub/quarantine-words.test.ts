import { describe, expect, it } from 'vitest';
import { quarantineItemSchema } from '../../shared/contracts/quarantine.ts';
import { itemLines, itemRow } from './quarantine-words.ts';

const item = quarantineItemSchema.parse({
  content: 'ab'.repeat(32),
  reason: 'clone',
  event: null,
  origin: null,
  type: null,
  learner: null,
  recordedMs: null,
  carrier: 'st-aaaaaaaa',
  cameMs: 0,
  wallMs: 600_000,
  counted: true,
  counts: 'other',
  bytes: 512,
  decided: null,
});

describe('[HUB16] at the hub’s keyboard, one of two contents of a number', () => {
  it('is told apart by its hash, who brought it when, its size, and which counts', () => {
    expect(itemRow(item)).toBe(
      'abababababab  1970-01-01T00:00:00.000Z  by st-aaaaaaaa  512 characters  clone  -  -',
    );
    const lines = itemLines(item).join('\n');
    expect(lines).toContain('1970-01-01T00:00:00.000Z, brought by st-aaaaaaaa, 512 characters');
    expect(lines).toContain('no, another of its number does; it did until another');
  });

  it('says what the hub does not know', () => {
    const lines = itemLines({ ...item, carrier: null, cameMs: null }).join('\n');
    expect(lines).toContain('before 1970-01-01T00:10:00.000Z, brought by a station not known');
  });
});
