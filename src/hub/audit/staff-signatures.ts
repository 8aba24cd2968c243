import type { CommandEvidence } from '../../shared/contracts/commands/staff-command.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { CommandId, StaffId } from '../../shared/ids.ts';
import { isSignedBy } from '../../sync/command/sign-command.ts';
import { openStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { journalHash } from '../journal/journal-chain.ts';
import type { JournalPayload } from '../journal/journal-chain.ts';
import { commandEntries } from './command-entries.ts';

/** An entry, opened. */
interface Claim {
  readonly entry: JournalEntry;
  readonly payload: JournalPayload;
  /** Whether it came back with a journal that was lost ([REC2]). */
  readonly lost: boolean;
}

type Use = Pick<CommandEvidence, 'hubRun'> & Pick<Claim, 'entry' | 'lost'>;

/**
 * Checks what staff signed of the changes in a journal, with the keys that the journal itself says
 * they had ([AUD3], [CMD4]): whoever has the hub, and its key, can't make a person's signature.
 * Nor can they put one under anything but what it was given for.
 */
export class StaffSignatures {
  readonly #siteKey: SealingKey;
  readonly #people = new Set<StaffId>();
  /** `staff:number` → Ed25519 public keys; two where a lost hub and the one after it gave the next. */
  readonly #keys = new Map<string, readonly string[]>();
  readonly #used = new Map<CommandId, Use>();

  constructor(siteKey: SealingKey) {
    this.#siteKey = siteKey;
  }

  /** The next entry of the journal; false where it claims a signature that is not that person's. */
  take(claim: Claim): boolean {
    if (!this.#isTheirs(claim)) return false;
    return claim.payload.documents.every((document) => this.#learn(document, claim));
  }

  #isTheirs(claim: Claim): boolean {
    const { command, by } = claim.payload;
    const second = secondIn(claim.payload);
    if (command === undefined) return second === null && (!isStaff(by) || this.#isOfBefore(claim));
    const [first] = command.by;
    if (first?.staff !== by) return false;
    if (!isMadeBy(command, claim.entry, second) || !this.#isFirstUse(command, claim)) return false;
    return command.by.every((signature, at) => {
      const keys = this.#keys.get(`${signature.staff}:${signature.key}`) ?? [];
      return keys.some((key) => isSignedBy(command, at + 1, key));
    });
  }

  /**
   * Before staff had keys there was nothing to sign with, and a station's word was taken for decisions
   * over what was held back, and for nothing else.
   */
  #isOfBefore({ entry }: Claim): boolean {
    return entry.type === 'quarantine.decided' && this.#keys.size === 0;
  }

  /**
   * A command makes one entry, or a run of them where it is one of many. Signed anew for another run it may have made a second one, where the hub
   * that did it first was lost and its entry came back ([CMD3]).
   */
  #isFirstUse({ id, type, hubRun }: CommandEvidence, { entry, lost }: Claim): boolean {
    const before = this.#used.get(id);
    this.#used.set(id, { hubRun, entry, lost });
    if (before === undefined) return true;
    if (before.hubRun !== hubRun) return before.lost !== lost;
    const inParts = commandEntries.get(type)?.parts ?? false;
    return inParts && before.entry.type === entry.type && follows(entry, before.entry);
  }

  /** False for a key that nobody gave who could: it would sign in that person's name from then on. */
  #learn(document: DirectoryDocument, claim: Claim): boolean {
    if (document.type !== 'staff') return true;
    const { staff, signingKeys } = openStaffAccount(document, this.#siteKey);
    let given = this.#people.has(staff) ? isOwnChange(claim, staff) : isAppointment(claim);
    this.#people.add(staff);
    for (const [number, key] of Object.entries(signingKeys)) {
      const name = `${staff}:${number}`;
      const held = this.#keys.get(name) ?? [];
      if (held.includes(key)) continue;
      if (!given) return false;
      given = false;
      this.#keys.set(name, [...held, key]);
    }
    return true;
  }
}

/** Nothing may come between the parts of a change, so that none is put under its command later on. */
function follows(entry: JournalEntry, before: JournalEntry): boolean {
  return entry.previous === journalHash(before);
}

/** Whether such an entry comes of such a command, and with this second person. */
function isMadeBy(
  { type, by: [first, seconding] }: CommandEvidence,
  entry: Claim['entry'],
  second: StaffId | null,
): boolean {
  const made = commandEntries.get(type);
  const two = made?.two ?? false;
  const agreed = (seconding?.staff ?? null) === second && first?.staff !== second;
  return agreed && two === (second !== null) && (made?.types.includes(entry.type) ?? false);
}

function isStaff(by: JournalPayload['by']): by is StaffId {
  return staffIdSchema.safeParse(by).success;
}

/** The staff member an entry says agreed. */
function secondIn({ grounds }: JournalPayload): StaffId | null {
  const second = grounds?.second ?? null;
  return typeof second === 'string' ? second : null;
}

/** Somebody's first key comes with their appointment. */
function isAppointment({ entry }: Claim): boolean {
  return entry.type === 'staff.appointed';
}

/** A new key of somebody known: by a command of their own, which the key before has signed. */
function isOwnChange({ entry, payload: { by, command } }: Claim, staff: StaffId): boolean {
  return entry.type === 'staff.rekeyed' && command !== undefined && by === staff;
}
