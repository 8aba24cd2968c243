import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { StaffId, StationId } from '../../shared/ids.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { openStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import type { Databases } from '../../sync/store/storage.ts';
import { Directory, directoryDigest } from '../directory/directory.ts';
import { Journal } from '../journal/journal.ts';
import { openJournalEntry } from '../journal/journal-chain.ts';
import type { JournalPayload } from '../journal/journal-chain.ts';
import { openExisting } from '../open-existing.ts';
import { ConfirmedDay } from '../lab-day.ts';
import { databaseNames } from '../site/database-names.ts';
import { HubSigner } from './hub-signer.ts';
import type { OfficeChange } from './office-change.ts';
import type { OfficeTurn } from './office-turn.ts';
import { toldInEntry } from './told-in-entry.ts';
import { siteFiles } from '../site/site-files.ts';
import type { KeyringFileContent, SiteFileContent, StationSecrets } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';

/** What an office works with. `site` is given, as it is written last when a site is made. */
export interface OfficeOptions {
  readonly site: SiteFileContent;
  readonly vault: SiteVault;
  readonly storage: Databases;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** An entry of the journal, opened. */
export interface OfficeFact {
  readonly entry: JournalEntry;
  readonly payload: JournalPayload;
}

type KeyringChange = (
  keyring: KeyringFileContent['keyring'],
) => KeyringFileContent['keyring'] | Promise<KeyringFileContent['keyring']>;

/** Entries read at once. */
const pageSize = 200;

/** A moment of a site: up to which entry its journal goes, and a hash of its directory then. */
export interface SitePoint {
  readonly hubSeq: number;
  readonly head: string;
  readonly directory: string;
}

/**
 * The one hand that changes a site's directory: each change is first a journal entry, then
 * directory documents with that entry's number ([DIR1]). Changes run one after another.
 */
export class SiteOffice {
  readonly site: SiteFileContent;
  readonly vault: SiteVault;
  readonly random: Randomness;
  readonly journal: Journal;
  readonly directory: Directory;
  /** Which day staff said it is, in this run of the hub ([TTB2]). */
  readonly day: ConfirmedDay;
  readonly #clock: Clock;
  #siteKey: SealingKey;
  readonly #signer: HubSigner;
  #last: Promise<unknown> = Promise.resolve();
  /** Whether the newest entry may be in the journal, or not, and the directory not follow from it. */
  #halfDone = false;
  #tellChanged: () => Promise<void> = () => Promise.resolve();

  private constructor(
    options: OfficeOptions,
    parts: Pick<SiteOffice, 'journal' | 'directory'>,
    keys: { readonly site: SealingKey; readonly signer: HubSigner },
  ) {
    this.site = options.site;
    this.vault = options.vault;
    this.random = options.random;
    this.#clock = options.clock;
    this.day = new ConfirmedDay(options.clock);
    this.journal = parts.journal;
    this.directory = parts.directory;
    this.#siteKey = keys.site;
    this.#signer = keys.signer;
  }

  /**
   * Opens the journal and directory, and completes the newest change where the power went out
   * between the two ([DIR4]).
   * @throws ReanError `site.missing`, `config.invalid`, or a `store.*` code
   */
  static async open(options: OfficeOptions): Promise<SiteOffice> {
    const { vault, storage, site } = options;
    const names = databaseNames(site.generation);
    const { keyring } = await readRequired(vault, siteFiles.keyring);
    const parts = {
      journal: await Journal.open(await openExisting(storage, names.journal)),
      directory: new Directory(await openExisting(storage, names.directory)),
    };
    const signer = await HubSigner.open(vault, parts.journal.newest);
    const office = new SiteOffice(options, parts, { site: keyring.siteKey, signer });
    await office.#completeNewest();
    return office;
  }

  /** The lab's date, `YYYY-MM-DD`: as staff confirmed it, or else by the hub's clock. */
  get labDate(): string {
    return this.day.today;
  }

  /** Carries out one change. Resolves once it is durable in journal and directory. */
  record(change: OfficeChange): Promise<void> {
    return this.#inTurn(() => this.#record(change));
  }

  /** Does several things with nothing in between: what is read within still holds when it is recorded. */
  alone<Result>(work: (turn: OfficeTurn) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      await this.#completeHalfDone();
      return work({
        record: (change) => this.#record(change),
        changeKeyring: (change) => this.#changeKeyring(change),
      });
    });
  }

  /**
   * Has another key sign the journal from the next entry on; `change` is the entry that hands over, by
   * the present key ([JRN4]). Cut off at any moment, the one signs or the other.
   */
  rotateSigningKey(change: OfficeChange): Promise<void> {
    return this.#inTurn(async () => {
      await this.#completeHalfDone();
      await this.#signer.settle(this.journal.newest);
      await this.#record(change, await this.#signer.drawNext());
      await this.#signer.settle(this.journal.newest);
    });
  }

  async #record(change: OfficeChange, nextKey?: string): Promise<void> {
    await this.#completeHalfDone();
    const { type, by = 'console' } = change;
    const documents = [...(await change.documents(this.journal.nextHubSeq))];
    const payload = { by, documents, ...toldInEntry(change) };
    const fact = {
      type,
      generation: this.site.generation,
      wallMs: this.#clock.wallMs(),
      payload,
      ...(nextKey === undefined ? {} : { nextKey }),
    };
    this.#halfDone = true;
    const keys = { site: this.#siteKey, signing: this.#signer.key };
    await this.journal.append(fact, keys, this.random);
    await this.#apply(payload);
    await this.#tellChanged();
    this.#halfDone = false;
  }

  /** What an entry says, of this journal or one that was lost. @throws ReanError `seal.broken` */
  open(entry: JournalEntry): JournalPayload {
    return openJournalEntry(entry, this.#siteKey);
  }

  /** Has something done after each change, before whoever made it is answered. */
  whenChanged(tell: () => Promise<void>): void {
    this.#tellChanged = tell;
  }

  /** A staff member's account; null where there is none. */
  async staffAccount(staff: StaffId): Promise<StaffAccount | null> {
    const documents = await this.directory.all(`staff:${staff}`);
    const document = documents.find((each) => each.type === 'staff' && each.staff === staff);
    return document?.type === 'staff' ? openStaffAccount(document, this.#siteKey) : null;
  }

  /** Entries of these types after number `hubSeq`, opened, in order; of every type for null. */
  async factsAfter(
    hubSeq: number,
    types: readonly JournalEntry['type'][] | null,
  ): Promise<readonly OfficeFact[]> {
    const facts: OfficeFact[] = [];
    for (let from = hubSeq; ; from += pageSize) {
      const page = await this.journal.after(from, pageSize);
      for (const entry of page.filter((each) => types?.includes(each.type) ?? true)) {
        facts.push({ entry, payload: this.open(entry) });
      }
      if (page.length < pageSize) return facts;
    }
  }

  /** The entries after number `hubSeq`, opened, in order: the first few hundred of them. */
  async factsPage(hubSeq: number): Promise<readonly OfficeFact[]> {
    const page = await this.journal.after(hubSeq, pageSize);
    return page.map((entry) => ({ entry, payload: this.open(entry) }));
  }

  /** The newest entry, and the directory as it is with it: nothing changes in between. */
  point(): Promise<SitePoint> {
    return this.#inTurn(async () => {
      await this.#completeHalfDone();
      const { head, nextHubSeq } = this.journal;
      const directory = directoryDigest(await this.directory.all());
      return { hubSeq: nextHubSeq - 1, head, directory };
    });
  }

  readKeyring(): Promise<KeyringFileContent> {
    return readRequired(this.vault, siteFiles.keyring);
  }

  /** Changes keys and verifiers; stations see the new number and fetch them. Resolves to those of now. */
  changeKeyring(change: KeyringChange): Promise<KeyringFileContent['keyring']> {
    return this.#inTurn(() => this.#changeKeyring(change));
  }

  async #changeKeyring(change: KeyringChange): Promise<KeyringFileContent['keyring']> {
    const held = await this.readKeyring();
    const keyring = await change(held.keyring);
    const next = { v: 1 as const, number: held.number + 1, keyring };
    await this.vault.write(siteFiles.keyring, next);
    this.#siteKey = next.keyring.siteKey;
    await this.#tellChanged();
    return keyring;
  }

  /** Keeps what the hub knows of a station beside its directory document; once for each station. */
  keepStation(secrets: StationSecrets): Promise<void> {
    return this.changeStationSecrets(secrets.station, (held) => held ?? secrets);
  }

  /** Changes what the hub keeps of a station beside its directory document; null where there is nothing. */
  changeStationSecrets(
    station: StationId,
    change: (held: StationSecrets | null) => StationSecrets,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const { stations } = await readRequired(this.vault, siteFiles.stations);
      const held = stations.find((each) => each.station === station) ?? null;
      const next = change(held);
      if (next === held) return;
      const others = stations.filter((each) => each !== held);
      await this.vault.write(siteFiles.stations, { v: 1, stations: [...others, next] });
      await this.#tellChanged();
    });
  }

  /** A change that failed in the middle is carried out to its end before anything follows it ([DIR4]). */
  async #completeHalfDone(): Promise<void> {
    if (!this.#halfDone) return;
    await this.journal.readAgain();
    await this.#signer.settle(this.journal.newest);
    await this.#completeNewest();
    await this.#tellChanged();
    this.#halfDone = false;
  }

  async #completeNewest(): Promise<void> {
    const { newest } = this.journal;
    if (newest === null) return;
    await this.#apply(openJournalEntry(newest, this.#siteKey));
  }

  #apply({ recovered, documents }: JournalPayload): Promise<void> {
    return recovered ? this.directory.replace(documents) : this.directory.apply(documents);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
