import { BehaviorSubject, Subject, firstValueFrom, merge, take, timer } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { dispensable } from '../../content/store/collect.ts';
import type { WantedPack } from '../../content/store/downloads.ts';
import { keyringFileLimit } from '../../content/keyring/root-keyring.ts';
import type { RevokedVersion } from '../../content/store/store-keyring.ts';
import type { InstalledPack } from '../../content/store/installed-packs.ts';
import type { PackStore } from '../../content/store/pack-store.ts';
import type { Fetching } from '../../shared/contracts/pack-api.ts';
import { asReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { FetchSpeed } from './fetch-speed.ts';
import type { PackLines, PeerOrigin } from './pack-lines.ts';
import { PackPace } from './pack-pace.ts';
import type { Pinned } from './pack-pins.ts';
import { PackTries } from './pack-tries.ts';

export interface PackKeeperParts {
  readonly store: Pick<
    PackStore,
    'list' | 'fetch' | 'activate' | 'collect' | 'takeKeyring' | 'revoked'
  >;
  readonly lines: PackLines;
  /** The site's list, at once and as it moves; empty before the first pull. */
  readonly wanted$: Observable<readonly WantedPack[]>;
  /** Whether a learner sits here: what they see stays as it is, and they come first on the line. */
  readonly inside$: Observable<boolean>;
  readonly hubReachable$: Observable<boolean>;
  /** What a download may take just now, bytes a second; null for all that comes ([PKG23]). */
  readonly mostBytesPerSecond: (inside: boolean) => number | null;
  /** What learners are in the middle of; null where that isn't known just now. */
  readonly pins: () => Promise<Pinned | null>;
  /** What is installed of keys that count no more; none before anybody was told of one. */
  readonly tellRevoked: (versions: readonly RevokedVersion[]) => void;
  /** New sittings get other versions from here on. */
  readonly changed: () => Promise<void>;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  /** Between two looks where nothing moves, ms. */
  readonly lookMs?: number;
}

/** What a station has of its packs, and what is under way. */
export interface PacksNow {
  readonly wanted: readonly WantedPack[];
  readonly installed: readonly InstalledPack[];
  readonly fetching: (WantedPack & { readonly now: Fetching }) | null;
  trouble(wanted: WantedPack): ReturnType<PackTries['trouble']>;
}

const usualLookMs = 600_000;
const keyringPatienceMs = 30_000;
/** While the hub is away stations find each other little by little. */
const peersLookMs = 3000;

/**
 * Brings the versions on the site's list to this station, one after another in the background, has new
 * sittings get them once nobody is inside, and clears what nobody needs ([PKG18]–[PKG20]).
 */
export class PackKeeper {
  readonly #parts: PackKeeperParts;
  readonly #pace: PackPace;
  readonly #tries: PackTries;
  readonly #moved = new Subject<void>();
  readonly #now: BehaviorSubject<PacksNow>;
  readonly #following: Subscription[] = [];
  #wanted: readonly WantedPack[] = [];
  #inside = false;
  #reachable = false;
  #dirty = true;
  /** Something came that nobody was told of. */
  #hasNews = false;
  #fetching: (WantedPack & { readonly stop: AbortController }) | null = null;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: PackKeeperParts) {
    this.#parts = parts;
    this.#pace = new PackPace(parts.clock, () => parts.mostBytesPerSecond(this.#inside));
    this.#tries = new PackTries(parts);
    this.#now = new BehaviorSubject<PacksNow>({
      wanted: [],
      installed: [],
      fetching: null,
      trouble: (wanted) => this.#tries.trouble(wanted),
    });
  }

  /** At once and as it moves. */
  get now$(): Observable<PacksNow> {
    return this.#now;
  }

  start(): void {
    const { wanted$, inside$, hubReachable$ } = this.#parts;
    this.#following.push(
      wanted$.subscribe((wanted) => this.#want(wanted)),
      inside$.subscribe((inside) => {
        this.#inside = inside;
        if (!inside) this.#wake();
      }),
      hubReachable$.subscribe((reachable) => {
        this.#reachable = reachable;
        this.#tries.forget();
        this.#wake();
      }),
    );
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const each of this.#following) each.unsubscribe();
    this.#fetching?.stop.abort();
    this.#wake();
    await this.#running;
    this.#now.complete();
  }

  #want(wanted: readonly WantedPack[]): void {
    this.#wanted = wanted;
    this.#tries.forget();
    const under = this.#fetching;
    if (under !== null && !wanted.some((each) => isSame(each, under))) under.stop.abort();
    this.#wake();
  }

  #wake(): void {
    this.#dirty = true;
    this.#moved.next();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#dirty = false;
      try {
        await this.#round();
      } catch (error) {
        const { code } = asReanError(error);
        this.#parts.log.error('packs.not-kept', { reason: code, detail: String(error) });
      }
      if (!this.#dirty) await this.#rest();
    }
  }

  /** Until something moves, or a failed version is due again. */
  async #rest(): Promise<void> {
    const due = this.#wanted.map((each) => this.#tries.waitMs(each)).filter((ms) => ms > 0);
    const asking = !this.#reachable && this.#wanted.some((each) => !this.#isHere(each));
    const lookMs = asking ? peersLookMs : usualLookMs;
    const mostMs = Math.min(this.#parts.lookMs ?? lookMs, ...due);
    await firstValueFrom(merge(this.#moved, timer(mostMs)).pipe(take(1)));
  }

  async #round(): Promise<void> {
    await this.#look();
    await this.#followKeyring();
    for (const wanted of this.#wanted) {
      if (this.#stopped) return;
      if (!this.#isHere(wanted)) await this.#bring(wanted);
    }
    if (!this.#inside) await this.#settle();
    await this.#look();
  }

  async #look(): Promise<void> {
    const installed = await this.#parts.store.list();
    this.#now.next({ ...this.#now.value, wanted: this.#wanted, installed, fetching: null });
  }

  /** The hub's keyring counts here where it may ([PKG21]); what it has made doubtful is told ([PKG22]). */
  async #followKeyring(): Promise<void> {
    const { store, lines, log, tellRevoked } = this.#parts;
    try {
      if (this.#reachable) {
        const signal = AbortSignal.timeout(keyringPatienceMs);
        const bytes = await lines.hub.file({ kind: 'keyring' }, keyringFileLimit, signal);
        if (await store.takeKeyring(bytes)) log.info('keyring.taken');
      }
    } catch (error) {
      const { code, facts } = asReanError(error);
      // most sites' hubs have none
      if (code !== 'pack.not-installed') log.warn('keyring.not-taken', { reason: code, ...facts });
    }
    tellRevoked(await store.revoked());
  }

  #isHere({ pack, version }: WantedPack): boolean {
    const here = this.#now.value.installed.find(({ id }) => id === pack)?.versions ?? [];
    return here.some((each) => each.kind === 'ready' && each.version === version);
  }

  /** From the hub, or while it is away from the first station that has it. */
  async #bring(wanted: WantedPack): Promise<void> {
    if (this.#tries.waitMs(wanted) > 0) return;
    const { lines, log } = this.#parts;
    const origins: readonly Partial<PeerOrigin>[] = this.#reachable ? [{}] : lines.peers();
    for (const { station = null, origin = lines.hub } of origins) {
      const stop = new AbortController();
      this.#fetching = { ...wanted, stop };
      try {
        await this.#parts.store.fetch(wanted, origin, this.#watch(wanted, station, stop.signal));
        // others may have waited for this one: those that require it
        this.#tries.forget();
        this.#dirty = true;
        this.#hasNews = true;
        log.info('pack.fetched', { ...wanted, from: station ?? 'hub' });
        await this.#look();
        return;
      } catch (error) {
        if (stop.signal.aborted) return;
        const failure = asReanError(error);
        this.#tries.failed(wanted, failure);
        log.warn('pack.not-fetched', { ...wanted, reason: failure.code, from: station ?? 'hub' });
      } finally {
        this.#fetching = null;
        this.#now.next({ ...this.#now.value, fetching: null });
      }
    }
  }

  #watch(wanted: WantedPack, from: StationId | null, signal: AbortSignal) {
    const speed = new FetchSpeed(this.#parts.clock);
    const isCapped = () => this.#parts.mostBytesPerSecond(this.#inside) !== null;
    return {
      signal,
      // while nobody learns in the lab
      alone: () => !isCapped(),
      admit: (bytes: number) => this.#pace.admit(bytes),
      progress: (doneBytes: number, totalBytes: number) => {
        speed.note(doneBytes);
        const { bytesPerSecond } = speed;
        const { version } = wanted;
        const now = { version, doneBytes, totalBytes, bytesPerSecond, capped: isCapped(), from };
        this.#now.next({ ...this.#now.value, fetching: { ...wanted, now } });
      },
    };
  }

  /** With nobody inside: the site's versions come into use, and what nobody needs goes. */
  async #settle(): Promise<void> {
    const { store, changed, log } = this.#parts;
    const due = this.#wanted.filter((wanted) => this.#isHere(wanted) && !this.#isUsed(wanted));
    for (const wanted of due) {
      // somebody may have sat down meanwhile
      if (this.#inside || this.#stopped) return;
      try {
        await store.activate(wanted.pack, wanted.version);
        this.#tries.came(wanted);
        log.info('pack.in-use', { ...wanted });
      } catch (error) {
        this.#tries.failed(wanted, asReanError(error));
      }
    }
    // the first version of a pack is in use as soon as it is here, with nothing to activate
    if (due.length > 0 || this.#hasNews) await changed();
    this.#hasNews = false;
    if (!this.#inside) await this.#clear();
  }

  #isUsed({ pack, version }: WantedPack): boolean {
    return this.#now.value.installed.find(({ id }) => id === pack)?.active === version;
  }

  async #clear(): Promise<void> {
    const { store, pins, changed, log } = this.#parts;
    const wanted = this.#wanted;
    if (wanted.length === 0) return;
    const doubtful = dispensable(await store.list(), wanted).length > 0;
    const pinned = doubtful ? await pins() : null;
    if (this.#inside) return;
    const gone = await store.collect({ wanted, pinned: pinned ?? (() => true) });
    for (const each of gone) log.info('pack.cleared', { ...each });
    if (gone.length > 0) await changed();
  }
}

const isSame = (one: WantedPack, other: WantedPack) =>
  one.pack === other.pack && one.version === other.version;
