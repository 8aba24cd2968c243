import type { KeyObject } from 'node:crypto';
import { journalEntrySchema } from '../../shared/contracts/documents/journal.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type {
  RecoveryWindow,
  ReturnAnswer,
  ReturnRequest,
} from '../../shared/contracts/recovery-api.ts';
import { isReanError } from '../../shared/errors.ts';
import type { LearnerId, Segment, StationId } from '../../shared/ids.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import { missingKeys } from '../backup/missing-keys.ts';
import { isReturnable } from '../journal/journal-chain.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { QuarantineDesk } from '../quarantine/quarantine-desk.ts';
import type { Registry } from '../registry.ts';
import { hubKeysOf } from '../site/hub-keys.ts';
import { siteFiles } from '../site/site-files.ts';
import type { RecoveryFileContent } from '../site/site-files.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { dropEnded, withoutSignIn } from './ended-sign-ins.ts';
import { KnownEntries } from './known-entries.ts';
import { noteReturn } from './note-return.ts';
import type { Returned } from './note-return.ts';
import { provenKeys } from './returned-keys.ts';
import { shutsOutWith } from './shut-out.ts';
import { takeOver } from './take-over.ts';

export interface RecoveryOptions {
  readonly vault: SiteVault;
  readonly office: SiteOffice;
  readonly registry: Registry;
  readonly desk: QuarantineDesk;
  /** Carries out the erasures that the directory holds by now. */
  readonly eraseAgain: () => Promise<void>;
  readonly openSegments: (segments: readonly Segment[]) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Takes back, after a restore, what the stations hold of the hub's journal and keys ([REC2]). Entries
 * come in whatever order and as often as they like: each is taken in once, under a number of its own.
 */
export class RecoveryDesk {
  readonly #options: RecoveryOptions;
  readonly #known: KnownEntries;
  #file: RecoveryFileContent | null;
  #turn: Promise<unknown> = Promise.resolve();
  #lacksSiteKey = false;

  private constructor(
    options: RecoveryOptions,
    hubKeys: readonly KeyObject[],
    file: RecoveryFileContent | null,
  ) {
    this.#options = options;
    this.#file = file;
    this.#known = new KnownEntries(options.office, file?.begun ?? 0, hubKeys);
  }

  /** Completes what was cut short. @throws ReanError `config.invalid`, or a `store.*` code */
  static async open(options: RecoveryOptions): Promise<RecoveryDesk> {
    const { vault, office } = options;
    const file = await vault.read(siteFiles.recovery);
    const ours = file?.generation === office.site.generation ? file : null;
    const recovery = new RecoveryDesk(options, await hubKeysOf(vault), ours);
    if (ours?.open) {
      await recovery.#openSegments();
      await dropEnded(office, recovery.#known);
    }
    return recovery;
  }

  /** How far the recovery has come; null where this hub was not restored. */
  get progress(): RecoveryFileContent | null {
    return this.#file;
  }

  /** What is wanted back; null when nothing is. */
  get window(): RecoveryWindow {
    return this.#file?.open ? this.#file.restored : null;
  }

  /** Takes in what a station brings back; durable when it resolves. */
  take(station: StationId, request: ReturnRequest): Promise<ReturnAnswer> {
    return this.#inTurn(async () => {
      if (!this.#file?.open) return { taken: 0, lacks: [] };
      await this.#known.catchUp();
      await this.#keepWrappingKey(station, request.wrappingKey);
      const returned = await this.#takeEntries(station, request.entries);
      // Who was erased at the hub that is gone must not be there for a moment more ([ERA2]).
      if (returned.taken > 0) await this.#options.eraseAgain();
      if (returned.taken > 0) await dropEnded(this.#options.office, this.#known);
      const keys = await this.#takeKeys(request.keys);
      if (request.entries.length > 0) await this.#openSegments();
      if (keys > 0 || request.last) await this.#options.desk.releaseKnown();
      await this.#note(station, request, { ...returned, keys });
      const lacks = request.entries.length === 0 ? await this.#lacking() : [];
      return { taken: returned.taken, lacks: [...lacks] };
    });
  }

  /**
   * A station brought keys itself, which it may have had from the hub that is gone and recorded with: nobody may hold
   * the entry that says so.
   */
  keysCame(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#file?.open) await this.#options.desk.releaseKnown();
    });
  }

  /** Learners whose sign-in was ended, and who have no other yet ([REC7]). */
  signInsLost(): Promise<readonly LearnerId[]> {
    return this.#inTurn(async () => {
      await this.#known.catchUp();
      const { keyring } = await this.#options.office.readKeyring();
      const ended = keyring.learners.filter((each) => this.#known.isEnded(each));
      return ended.map(({ learner }) => learner);
    });
  }

  /** Wants nothing back any more: whoever has not come by now has nothing that is wanted. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#file !== null) await this.#save({ ...this.#file, open: false });
    });
  }

  async #takeEntries(station: StationId, returned: ReturnRequest['entries']) {
    const kept: { document: string; entry: string }[] = [];
    let [taken, refused] = [0, 0];
    for (const each of returned) {
      const entry = journalEntrySchema.safeParse(each).data;
      if (entry && this.#known.holds(entry)) continue;
      if (entry === undefined || !this.#fits(entry)) {
        refused += 1;
        continue;
      }
      kept.push(...(await this.#takeEntry(station, entry)));
      await this.#known.catchUp();
      taken += 1;
    }
    return { taken, refused, kept };
  }

  /** Ours, the next of something held, and to be read; a wrapped one must fit an entry itself. */
  #fits(entry: JournalEntry): boolean {
    if (!this.#known.isFollowedBy(entry)) return false;
    try {
      return isReturnable(entry, this.#options.office.open(entry));
    } catch (error) {
      // Ours, and sealed with a site's key that this hub was restored without.
      if (isReanError(error, 'key.missing')) this.#lacksSiteKey = true;
      return false;
    }
  }

  /** Resolves to the documents that did not take effect. */
  async #takeEntry(from: StationId, entry: JournalEntry) {
    const { office } = this.#options;
    const lost = office.open(entry);
    let kept: readonly { document: string; entry: string }[] = [];
    const contents = lost.decision?.contents.filter((each) => !this.#known.decidedHere(each)) ?? [];
    await office.record({
      type: 'journal.recovered',
      by: 'recovery',
      recovered: { from, entry },
      ...(lost.givenUp ? { givenUp: lost.givenUp } : {}),
      ...(lost.decision && contents.length > 0 ? { decision: { ...lost.decision, contents } } : {}),
      documents: async () => {
        const held = new Map<string, DirectoryDocument>();
        for (const { _id } of lost.documents) {
          for (const each of await office.directory.all(_id)) held.set(each._id, each);
        }
        const { keyring } = await office.readKeyring();
        const over = takeOver(lost.documents, {
          shutsOut: shutsOutWith(keyring),
          held: (id) => held.get(id) ?? null,
          changedHere: (id) => this.#known.changedHere(id),
        });
        kept = over.kept.map(({ _id }) => ({ document: _id, entry: entry._id }));
        return over.taken;
      },
    });
    return kept;
  }

  async #takeKeys(returned: ReturnRequest['keys']): Promise<number> {
    if (returned.length === 0) return 0;
    const { office } = this.#options;
    const { keyring } = await office.readKeyring();
    const proven = provenKeys(returned, await office.directory.all('learner:'), keyring);
    if (proven.length === 0) return 0;
    const counting = proven.map((each) =>
      this.#known.isEnded(each) ? withoutSignIn(each, office.random) : each,
    );
    await office.changeKeyring((held) => ({ ...held, learners: [...held.learners, ...counting] }));
    // Tells stations too: they fetch the keyring when the journal has moved.
    await office.record({ type: 'keys.recovered', by: 'recovery', documents: () => [] });
    return proven.length;
  }

  /** A station enrolled after the keys were backed up, or given others, gets its keyring wrapped again. */
  async #keepWrappingKey(station: StationId, wrappingKey: string): Promise<void> {
    const { office, registry } = this.#options;
    const known = registry.station(station);
    if (wrappingKey === '' || known === null || known.wrappingKey === wrappingKey) return;
    const { kind, certificate } = known;
    await office.changeStationSecrets(station, (held) => ({
      station,
      kind,
      wrappingKey,
      ...(held?.next === undefined || held.next.certificate === certificate
        ? {}
        : { next: held.next }),
    }));
  }

  async #lacking() {
    const { office } = this.#options;
    const { keyring } = await office.readKeyring();
    return missingKeys(await office.directory.all('learner:'), keyring, []).learners;
  }

  async #openSegments(): Promise<void> {
    await this.#known.catchUp();
    await this.#options.openSegments(this.#known.lostSegments);
  }

  async #note(station: StationId, request: ReturnRequest, returned: Returned): Promise<void> {
    if (this.#file === null) return;
    const { registry, clock, log } = this.#options;
    const wanted = registry.stations().filter(({ disabled }) => !disabled);
    const place = { station, wallMs: clock.wallMs(), wanted: wanted.map(({ station }) => station) };
    const lacks = this.#lacksSiteKey ? { lacksSiteKey: true as const } : {};
    await this.#save({ ...noteReturn(this.#file, place, { request, returned }), ...lacks });
    const { taken, refused, keys } = returned;
    log.info('recovery.returned', { station, taken, refused, keys, open: this.#file.open });
  }

  async #save(file: RecoveryFileContent): Promise<void> {
    await this.#options.vault.write(siteFiles.recovery, file);
    this.#file = file;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
