import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { journalEntrySchema } from '../../shared/contracts/documents/journal.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { rotatedKeySchema } from '../../shared/contracts/rotation.ts';
import type { HubParts } from '../hub-app.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { EntrySigners } from '../journal/entry-signers.ts';
import { StaffSignatures } from './staff-signatures.ts';
import { JournalCheck } from '../journal/journal-check.ts';
import { journalHash, journalId } from '../journal/journal-chain.ts';
import { lostRotations } from '../rotation/lost-rotations.ts';
import { hubKeysOf } from '../site/hub-keys.ts';

const pageSize = 500;
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a check of the trail came to ([AUD3]). */
export const auditVerdictSchema = z.strictObject({
  /** Entries that follow one another, from the first on. */
  entries: z.number().int().min(0),
  /** Hash of the last of them, hex. */
  head: hashSchema,
  /** The first that doesn't follow; null where all do. */
  fault: z
    .strictObject({
      id: z.string(),
      expected: z.number().int(),
      why: z.enum(['number', 'hash', 'signature', 'shape', 'seal', 'staff', 'brought-back']),
    })
    .nullable(),
  /** Heads that were given and are in no entry: the journal was cut off behind, or is another. */
  missing: z.array(hashSchema),
  /** The hub's key that signs what follows, raw, base64; null where nothing was right ([JRN4]). */
  hubKey: z.string().nullable(),
  /** Entries with which a hub was restored and went on under another of its keys. */
  restored: z.array(z.string()),
  /** Keys that the trail says were rotated, and this hub was restored without ([IDN11]); of a file never. */
  again: z.array(rotatedKeySchema),
});
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;

/**
 * Checks a hub's journal from its first entry: number, chain, the hub's signature, that each can be
 * opened with the site's key, and what staff signed.
 * @param heads hashes known from elsewhere (a printed digest, a station), which must be in it
 */
export async function verifyAudit(
  parts: Pick<HubParts, 'vault' | 'office' | 'databases' | 'recovery' | 'registry'>,
  heads: readonly string[],
): Promise<AuditVerdict> {
  const { vault, office, databases } = parts;
  const hubKeys = await hubKeysOf(vault);
  const check = new JournalCheck(hubKeys);
  const missing = new Set(heads);
  const { keyring } = await office.readKeyring();
  const claims = new EntryClaims(office, hubKeys, new StaffSignatures(keyring.siteKey));
  let within: AuditVerdict['fault'] = null;
  for (let from = 1; check.fault === null && within === null; from += pageSize) {
    const range = { from: journalId(from), to: 'hub-\uffff', limit: pageSize };
    const page = await databases.journal.range(range);
    for (const { _rev, ...stored } of page) {
      const entry = journalEntrySchema.safeParse(stored).data;
      if (entry === undefined) check.spoil(stored._id);
      if (entry === undefined || !check.take(entry)) break;
      missing.delete(journalHash(entry));
      const why = claims.faultIn(entry);
      if (why !== null) within = { id: entry._id, expected: check.entries, why };
      if (why !== null) break;
    }
    if (page.length < pageSize) break;
  }
  const restored = [...check.restored, ...claims.restored].sort();
  const fault = check.fault ?? within;
  // A trail that can't be read through can't be asked for its rotations either.
  const again = fault === null ? [...(await lostRotations(parts))] : [];
  return { ...verdictOf(check), fault, missing: [...missing], restored, again };
}

/** What a check came to, less what it did not look at. */
export function verdictOf({ entries, head, fault, hubKey, restored }: JournalCheck) {
  return { entries, head, fault, hubKey, restored: [...restored], again: [] };
}

/** What the entries of a journal say, and those that they bring back from one that was lost. */
class EntryClaims {
  readonly #office: Pick<SiteOffice, 'open'>;
  readonly #signers: EntrySigners;
  readonly #signatures: StaffSignatures;
  /** Entries that bring one back with which a hub went on under another of its keys. */
  readonly restored: string[] = [];

  constructor(
    office: Pick<SiteOffice, 'open'>,
    hubKeys: readonly KeyObject[],
    signatures: StaffSignatures,
  ) {
    this.#office = office;
    this.#signers = new EntrySigners(hubKeys);
    this.#signatures = signatures;
  }

  /** What is wrong with the next entry of the journal, or one that it brings back; null for nothing. */
  faultIn(entry: JournalEntry): 'seal' | 'staff' | 'brought-back' | null {
    this.#signers.hold(entry);
    try {
      const payload = this.#office.open(entry);
      const back = payload.recovered?.entry;
      if (back && !this.#takeBack(back, entry)) return 'brought-back';
      const lost = back ? [{ entry: back, payload: this.#office.open(back), lost: true }] : [];
      const claims = [...lost, { entry, payload, lost: false }];
      return claims.every((each) => this.#signatures.take(each)) ? null : 'staff';
    } catch {
      return 'seal';
    }
  }

  /** False for one that the key of its time did not sign: a retired one did, say ([JRN4]). */
  #takeBack(back: JournalEntry, by: JournalEntry): boolean {
    if (this.#signers.signerOf(back) === null) return false;
    if (this.#signers.changesKey(back)) this.restored.push(by._id);
    this.#signers.hold(back);
    return true;
  }
}
