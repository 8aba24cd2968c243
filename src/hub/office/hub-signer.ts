import type { KeyObject } from 'node:crypto';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { rawPublicKey, readSigningKey } from '../../sync/envelope/signing.ts';
import { isSignedWith } from '../journal/journal-signers.ts';
import { promoted, withNextKey, withoutNext } from '../site/hub-keys.ts';
import { siteFiles } from '../site/site-files.ts';
import type { SigningFileContent } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';

/** The key a hub signs its journal with, and how another takes its place ([JRN4]). */
export class HubSigner {
  readonly #vault: SiteVault;
  #held: SigningFileContent;
  #key: KeyObject;

  private constructor(vault: SiteVault, held: SigningFileContent) {
    this.#vault = vault;
    this.#held = held;
    this.#key = readSigningKey(held.privateKey);
  }

  /**
   * @param newest the journal's newest entry: where a rotation was cut off it says which key counts
   * @throws ReanError `site.missing`, `config.invalid`, `store.full`
   */
  static async open(vault: SiteVault, newest: JournalEntry | null): Promise<HubSigner> {
    const signer = new HubSigner(vault, await readRequired(vault, siteFiles.signing));
    await signer.settle(newest);
    return signer;
  }

  get key(): KeyObject {
    return this.#key;
  }

  /** Draws a key and keeps it on the disk; raw public half, base64. It counts once {@link settle} finds it handed over to. */
  async drawNext(): Promise<string> {
    this.#held = withNextKey(this.#held);
    await this.#vault.write(siteFiles.signing, this.#held);
    return rawPublicKey(readSigningKey(this.#held.next?.privateKey ?? this.#held.privateKey));
  }

  /** Has the drawn key count where the journal has handed over to it, and else be forgotten. */
  async settle(newest: JournalEntry | null): Promise<void> {
    const { next } = this.#held;
    if (next === undefined) return;
    const key = readSigningKey(next.privateKey);
    const counts = newest !== null && isTakenOverBy(newest, key);
    const settled = counts ? promoted(this.#held) : withoutNext(this.#held);
    // From the hand-over on nothing else may sign, also while the file can't be written.
    if (counts) this.#key = key;
    await this.#vault.write(siteFiles.signing, settled);
    this.#held = settled;
  }
}

/** The entry hands over to this key, or was signed with it already. */
function isTakenOverBy(newest: JournalEntry, key: KeyObject): boolean {
  return newest.nextKey === rawPublicKey(key) || isSignedWith(newest, key);
}
