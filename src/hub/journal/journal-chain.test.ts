import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { rawPublicKey, readVerifyingKey } from '../../sync/envelope/signing.ts';
import { packIdSchema, semverSchema } from '../../shared/ids.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import {
  isReturnable,
  journalHash,
  journalStart,
  makeJournalEntry,
  openJournalEntry,
  verifyJournal,
} from './journal-chain.ts';

const random = systemRandomness();
const site = newSealingKey(sealingKeyIdSchema.parse('site:site-aaaaaaaa:1'), random);
const { privateKey: signing } = generateKeyPairSync('ed25519');
const hubKeys = [readVerifyingKey(rawPublicKey(signing))];
const generation = freshIds.generation(random);

function chain(length: number): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (let hubSeq = 1; hubSeq <= length; hubSeq += 1) {
    const last = entries.at(-1);
    const previous = last === undefined ? journalStart : journalHash(last);
    const fact = {
      type: 'generation.begun',
      generation,
      wallMs: hubSeq,
      payload: { by: 'console', documents: [] },
    } as const;
    entries.push(
      makeJournalEntry(
        { hubSeq, previous },
        { ...fact, payload: { by: 'console', documents: [] } },
        { site, signing },
        random,
      ),
    );
  }
  return entries;
}

describe('[JRN2] the journal', () => {
  it('is whole as it was written, and its head is the newest entry’s hash', () => {
    const entries = chain(4);
    const last = entries.at(-1);
    if (!last) throw new Error('no entry');
    expect(verifyJournal(entries, hubKeys)).toEqual({
      whole: true,
      entries: 4,
      head: journalHash(last),
    });
  });

  it('shows an entry that was changed', () => {
    const entries = chain(4).map((entry, index) => (index === 2 ? { ...entry, wallMs: 9 } : entry));
    const verdict = verifyJournal(entries, hubKeys);
    expect(verdict).toEqual({ whole: false, broken: 'hub-000000000003', why: 'signature' });
  });

  it('shows an entry that was left out', () => {
    const entries = chain(4).toSpliced(1, 1);
    const verdict = verifyJournal(entries, hubKeys);
    expect(verdict).toEqual({ whole: false, broken: 'hub-000000000003', why: 'number' });
  });

  it('shows an entry that another history put in its place', () => {
    const [mine, other] = [chain(3), chain(3)];
    const verdict = verifyJournal([...mine.slice(0, 2), ...other.slice(2)], hubKeys);
    expect(verdict).toEqual({ whole: false, broken: 'hub-000000000003', why: 'hash' });
  });

  it('shows one signed by another than the hub', () => {
    const stranger = generateKeyPairSync('ed25519').publicKey;
    expect(verifyJournal(chain(1), [stranger])).toMatchObject({ whole: false, why: 'signature' });
  });

  it('[REC2] holds nothing so large that no later entry could bring it back', () => {
    const documents = Array.from({ length: 1200 }, (_, at) => ({
      _id: `pack:${at}` as const,
      type: 'pack' as const,
      v: 1 as const,
      hubSeq: 1,
      pack: packIdSchema.parse('org.rean.numbers'),
      version: semverSchema.parse('1.0.0'),
    }));
    const made = (count: number) => {
      const payload = { by: 'console', documents: documents.slice(0, count) } as const;
      const fact = { type: 'pack.published', generation, wallMs: 1, payload } as const;
      const place = { hubSeq: 1, previous: journalStart };
      return makeJournalEntry(place, fact, { site, signing }, random);
    };
    const payload = { by: 'console', documents: documents.slice(0, 900) } as const;
    expect(isReturnable(made(900), payload)).toBe(true);
    expect(() => made(1200)).toThrow(expect.objectContaining({ code: 'shape.invalid' }));
  });

  it('[JRN1] is sealed: no name in it can be read without the site’s key', () => {
    const [entry] = chain(1);
    if (!entry) throw new Error('no entry');
    expect(JSON.stringify(entry)).not.toContain('console');
    expect(openJournalEntry(entry, site)).toEqual({ by: 'console', documents: [] });
  });
});
