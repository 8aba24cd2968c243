import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { technicianMessages } from './technician-messages.ts';

const manual = readFileSync('docs/technician.md', 'utf8').replaceAll(/\s+/g, ' ');
const englishAt = manual.indexOf(' ## English ');
const half = { km: manual.slice(0, englishAt), en: manual.slice(englishAt) };

describe('[INS5] the technician’s manual', () => {
  it('has both languages, and each place has messages', () => {
    expect(englishAt).toBeGreaterThan(0);
    for (const messages of Object.values(technicianMessages)) expect(messages).not.toEqual([]);
  });

  it.each(Object.entries(technicianMessages))('has every message of %s as it is said', (_, all) => {
    const said = all.flatMap(({ says, next }) => (next ? [says, next] : [says]));
    for (const language of ['km', 'en'] as const) {
      const lacks = said
        .map((each) => each[language])
        .filter((words) => !half[language].includes(words));
      expect(lacks).toEqual([]);
    }
  });
});
