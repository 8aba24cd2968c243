import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { isSignedBy } from '../../sync/command/sign-command.ts';
import { openStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import type { JournalPayload } from '../journal/journal-chain.ts';

/**
 * Checks what staff signed of the changes in a journal, with the keys that the journal itself says
 * they had ([AUD3], [CMD4]): whoever has the hub, and its key, can't make a person's signature.
 */
export class StaffSignatures {
  readonly #siteKey: SealingKey;
  /** `staff:number` → Ed25519 public key. */
  readonly #keys = new Map<string, string>();

  constructor(siteKey: SealingKey) {
    this.#siteKey = siteKey;
  }

  /** The next entry of the journal; false where it claims a signature that is not that person's. */
  take({ documents, command, by }: JournalPayload): boolean {
    for (const document of documents) this.#learn(document);
    if (command === undefined) return true;
    const [first] = command.by;
    if (first?.staff !== by) return false;
    return command.by.every((signature) => {
      const key = this.#keys.get(`${signature.staff}:${signature.key}`);
      return key !== undefined && isSignedBy(command, signature, key);
    });
  }

  /** A key once known stays what it was: a later account can't put another in its place. */
  #learn(document: DirectoryDocument): void {
    if (document.type !== 'staff') return;
    const { staff, signingKeys } = openStaffAccount(document, this.#siteKey);
    for (const [number, key] of Object.entries(signingKeys)) {
      const name = `${staff}:${number}`;
      if (!this.#keys.has(name)) this.#keys.set(name, key);
    }
  }
}
