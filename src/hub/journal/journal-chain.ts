import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import { journalEntrySchema } from '../../shared/contracts/documents/journal.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { pepperNameSchema } from '../../shared/contracts/keyring.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import {
  commandEvidenceSchema,
  reasonSchema,
} from '../../shared/contracts/commands/staff-command.ts';
import { ReanError } from '../../shared/errors.ts';
import {
  actorSchema,
  mostNoted,
  notedSignInSchema,
  notedViewSchema,
} from '../../shared/contracts/audit.ts';
import { mostCards } from '../../shared/contracts/commands/learner-commands.ts';
import { groundsSchema } from '../../shared/contracts/erasure.ts';
import { givenUpSchema } from '../../shared/contracts/gaps.ts';
import { quarantineDecisionSchema } from '../../shared/contracts/quarantine.ts';
import { learnerIdSchema, stationIdSchema } from '../../shared/ids.ts';
import type { Generation } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import { namedCodeSchema } from '../enrolment/enrolments-file.ts';
import { keyNamed, openSealed, seal } from '../../sync/envelope/sealing.ts';
import { signValue } from '../../sync/envelope/signing.ts';
import { JournalSigners } from './journal-signers.ts';

/**
 * The journal's entries: sealed, signed by the hub, and each holding the hash of the one before, so
 * that none can be changed, left out or put in between unnoticed ([JRN1], [JRN2]).
 */

export const journalStart = '0'.repeat(64);
const idDigits = 12;
/** What an entry may seal, less room for who brought something back. */
const mostReturnable = 240 * 1024;

/** What an entry says: who did it, and what the directory holds because of it ([JRN3]). */
export const journalPayloadSchema = z.strictObject({
  /**
   * `console`: a person at the hub's own keyboard; `recovery`: brought back by a station; `hub`: the
   * hub by itself; else the staff member who asked.
   */
  by: actorSchema,
  documents: z.array(directoryDocumentSchema),
  /** What the staff member signed, and who seconded it ([CMD4]); never for the console. */
  command: commandEvidenceSchema.optional(),
  /** Why, as given at the hub's own keyboard. */
  reason: reasonSchema.optional(),
  /** What a person decided over contents held back ([HUB15]). */
  decision: quarantineDecisionSchema.optional(),
  /** Which events of a store a person waits for no longer ([HUB18]). */
  givenUp: givenUpSchema.optional(),
  /** Which code was made or ended, or let this station in ([ENR8]). */
  code: namedCodeSchema.optional(),
  /** Who looked at people's records, as stations recorded it ([AUD1]). */
  views: z.array(notedViewSchema).max(mostNoted).optional(),
  /** Sign-ins shown, and staff locked out, as stations recorded it ([SGN9], [SGN12]). */
  signIns: z.array(notedSignInSchema).max(mostNoted).optional(),
  /** Which pepper the site has from here on ([KEY3]). */
  pepper: pepperNameSchema.optional(),
  /** Why and about whom, where a person's record was changed ([ERA2]). */
  grounds: groundsSchema.optional(),
  /** Whom it is about, where that is several people and no document says it ([CRD1]). */
  about: z.array(learnerIdSchema).max(mostCards).optional(),
  /** An entry of a journal that was lost with its hub, and the station that held it ([REC2]). */
  recovered: z.strictObject({ from: stationIdSchema, entry: journalEntrySchema }).optional(),
});
export type JournalPayload = z.infer<typeof journalPayloadSchema>;

/** Where a new entry goes: after the entry with this hash, as number `hubSeq`. */
export interface JournalPlace {
  readonly hubSeq: number;
  readonly previous: string;
}

export interface JournalFact {
  readonly type: JournalEntry['type'];
  readonly generation: Generation;
  readonly wallMs: number;
  readonly payload: JournalPayload;
  /** The key that signs what follows, where this entry hands over to another: raw, base64 ([JRN4]). */
  readonly nextKey?: string;
}

export function journalId(hubSeq: number): string {
  return `hub-${String(hubSeq).padStart(idDigits, '0')}`;
}

export function hubSeqOf(entry: Pick<JournalEntry, '_id'>): number {
  return Number(entry._id.slice('hub-'.length));
}

/**
 * Makes the entry for one fact.
 * @throws ReanError `shape.invalid` for one so large that no other could bring it back
 */
export function makeJournalEntry(
  place: JournalPlace,
  fact: JournalFact,
  keys: { readonly site: SealingKey; readonly signing: KeyObject },
  random: Randomness,
): JournalEntry {
  const { type, generation, wallMs, nextKey } = fact;
  const { recovered } = fact.payload;
  const clear = {
    _id: journalId(place.hubSeq),
    v: 1 as const,
    type,
    generation,
    wallMs,
    key: keys.site.id,
    previous: place.previous,
    ...(recovered ? { recovers: journalHash(recovered.entry) } : {}),
    ...(nextKey === undefined ? {} : { nextKey }),
  };
  const unsigned = { ...clear, sealed: seal(keys.site, clear, fact.payload, random) };
  const entry = { ...unsigned, sig: signValue(unsigned, keys.signing) };
  // One that brings another back is larger than that, and made all the same.
  if (recovered === undefined && !isReturnable(entry, fact.payload)) {
    throw new ReanError('shape.invalid', { what: 'journal entry', problem: 'size' });
  }
  return journalEntrySchema.parse(entry);
}

/** Whether an entry, with what it says again in the open, fits into the one that brings it back ([REC2]). */
export function isReturnable(
  entry: Readonly<Record<string, unknown>>,
  { documents, decision, givenUp }: Pick<JournalPayload, 'documents' | 'decision' | 'givenUp'>,
): boolean {
  const bytes = Buffer.byteLength(JSON.stringify([entry, documents, decision, givenUp]));
  return bytes <= mostReturnable;
}

/** SHA-256 of an entry's canonical form, hex: what the next entry holds, and receipts tell. */
export function journalHash(entry: JournalEntry): string {
  return canonicalHash(entry);
}

/**
 * Opens what an entry says.
 * @throws ReanError `key.missing`, `seal.broken`, or `shape.invalid`
 */
export function openJournalEntry(entry: JournalEntry, siteKey: SealingKey): JournalPayload {
  const { sealed, sig: _sig, ...clear } = entry;
  const payload = journalPayloadSchema.safeParse(
    openSealed(keyNamed(siteKey, entry.key), clear, sealed),
  );
  if (!payload.success) {
    throw new ReanError('shape.invalid', { what: 'journal entry', id: entry._id }, payload.error);
  }
  return payload.data;
}

/** Whether a run of entries is whole: `broken` names the first that doesn't follow. */
export type ChainVerdict =
  | { readonly whole: true; readonly entries: number; readonly head: string }
  | {
      readonly whole: false;
      readonly broken: string;
      readonly why: 'number' | 'hash' | 'signature';
    };

/**
 * Checks numbers, hashes and signatures of a journal from its first entry on ([JRN2]).
 * @param hubKeys the hub's, any of which may have signed the first entry
 */
export function verifyJournal(
  entries: readonly JournalEntry[],
  hubKeys: readonly KeyObject[],
): ChainVerdict {
  const signers = new JournalSigners(hubKeys);
  let head = journalStart;
  for (const [index, entry] of entries.entries()) {
    const why = faultOf(entry, { hubSeq: index + 1, previous: head }, signers);
    if (why !== null) return { whole: false, broken: entry._id, why };
    head = journalHash(entry);
  }
  return { whole: true, entries: entries.length, head };
}

/** What is wrong with an entry at its place; null where nothing is, and it is the signers' newest. */
export function faultOf(
  entry: JournalEntry,
  place: JournalPlace,
  signers: Pick<JournalSigners, 'take'>,
) {
  if (entry._id !== journalId(place.hubSeq)) return 'number';
  if (entry.previous !== place.previous) return 'hash';
  return signers.take(entry) ? null : 'signature';
}
