import {
  BehaviorSubject,
  EMPTY,
  concat,
  defer,
  distinctUntilChanged,
  filter,
  finalize,
  from,
  ignoreElements,
  map,
  merge,
  of,
  repeat,
  startWith,
  switchMap,
  take,
  timer,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { LiveReport } from '../../shared/contracts/live-seat.ts';
import type { CarriedOrder, PeerOrderAnswer } from '../../shared/contracts/seat-order.ts';
import { ReanError, asReanError, isReanError } from '../../shared/errors.ts';
import type { SiteId, StationId } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { EventLog } from '../log/event-log.ts';
import type { Replicator } from '../replication/replicator.ts';
import type { SyncMemory } from '../replication/sync-memory.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { Transport } from '../transport/transport.ts';
import { BringHome } from './bring-home.ts';
import { exchangeWith } from './exchange.ts';
import type { ExchangeParts, PeerTrust } from './exchange.ts';
import { Holdings } from './holdings.ts';
import { OwnStoreWatch } from './own-store-watch.ts';
import { Peer } from './peer.ts';
import type { PeerAddress } from './peer.ts';
import { PeerCircle } from './peer-circle.ts';
import type { PeerLine } from './peer-circle.ts';
import type { PeerCopies } from './peer-copies.ts';
import { PeerDesk } from './peer-desk.ts';
import type { TakenOrder } from './peer-desk.ts';
import { peerPace } from './peer-pace.ts';
import type { PeerPace } from './peer-pace.ts';
import { PeerRounds } from './peer-rounds.ts';
import { TwinReports } from './twin-reports.ts';
import { storeKey } from './store-key.ts';

/** How this station stands with its peers. */
export interface PeerStatus {
  /** The hub has not been reached for a while, and stations help each other. */
  readonly away: boolean;
  /** Stations that answered lately: the age of their last answer, ms. */
  readonly together: ReadonlyMap<StationId, number>;
  /** Own events that no receipt covers and a peer told it holds: not saved, but not alone. */
  readonly copied: number;
}

export interface PeerSyncOptions {
  readonly site: SiteId;
  readonly log: EventLog;
  readonly copies: PeerCopies;
  readonly replicator: Replicator;
  readonly hub: HubClient;
  readonly memory: Pick<SyncMemory, 'held' | 'twins'>;
  readonly trust: PeerTrust;
  /** Stations found on the LAN, at once and as they come and go. */
  readonly found$: Observable<readonly PeerAddress[]>;
  /** A line to one station; it must reach no other. */
  readonly connect: (address: PeerAddress) => Transport;
  /** Whether the disk has room for more than this station's own events ([PER7]). */
  readonly hasRoom: () => Promise<boolean>;
  /** What this station's seat does now, for supervisors that ask. */
  readonly seat?: () => LiveReport | null;
  /** What this station's seat makes of an order; null where it has none. */
  readonly takeOrder?: (carried: CarriedOrder) => Promise<TakenOrder> | null;
  /** At a supervisor's station: what a peer's seat does, heard while the hub is away ([LIV6]). */
  readonly heard?: (station: StationId, report: LiveReport | null) => void;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Log;
  readonly pace?: PeerPace;
}

const alone: PeerStatus = { away: false, together: new Map(), copied: 0 };

/**
 * Has stations of a lab hold each other's events while their hub is away, and brings the hub what it
 * lacks when it is back ([PER1], [PER5], [PER6]).
 */
export class PeerSync {
  readonly #options: PeerSyncOptions;
  readonly #pace: PeerPace;
  readonly #exchange: ExchangeParts;
  readonly #circle: PeerCircle;
  readonly #home: BringHome;
  readonly #twins: TwinReports;
  readonly #status = new BehaviorSubject<PeerStatus>(alone);
  readonly #rounds: PeerRounds;
  readonly #running: Subscription[] = [];
  /** What is answered to peers. */
  readonly desk: PeerDesk;

  private constructor(options: PeerSyncOptions, home: BringHome, twins: TwinReports) {
    const { site, log, copies, clock, trust, connect } = options;
    const pace = options.pace ?? peerPace;
    const holdings = new Holdings(log, copies);
    this.#options = options;
    this.#pace = pace;
    this.#home = home;
    this.#twins = twins;
    const ownStore = new OwnStoreWatch(log);
    this.#exchange = { ...options, holdings, ownStore, held: (key) => home.held(key) };
    this.#circle = new PeerCircle({
      connect: (address) => lineTo(address, connect(address)),
      isPeer: (station) => station !== log.station && trust.isPeer(station),
      clock,
      pace,
    });
    this.#rounds = new PeerRounds({
      circle: this.#circle,
      exchange: (line, signal) => this.#exchangeWith(line, signal),
      pauseMs: () => pace.roundMs + options.randomness.fraction() * pace.roundJitterMs,
      clock,
    });
    const { seat, takeOrder } = options;
    this.desk = new PeerDesk({
      site,
      station: log.station,
      holdings,
      ...(seat === undefined ? {} : { seat }),
      ...(takeOrder === undefined ? {} : { order: takeOrder }),
    });
    log.countFrom(copies.lamport);
  }

  /** Nothing is asked of anybody yet. */
  static async open(options: PeerSyncOptions): Promise<PeerSync> {
    const { hub, copies, memory, replicator, logger } = options;
    const twins = await TwinReports.open(memory.twins);
    const home = await BringHome.open({
      hub,
      copies,
      twins,
      memory: memory.held,
      statePulled: (generation) => replicator.statePulled(generation),
      logger,
    });
    return new PeerSync(options, home, twins);
  }

  get status$(): Observable<PeerStatus> {
    return this.#status;
  }

  get copies(): PeerCopies {
    return this.#options.copies;
  }

  /** Asks the peers now, where the hub is away; resolves once they have answered, or after this, ms. */
  async refresh(atMostMs: number): Promise<void> {
    if (this.#status.value.away) await this.#rounds.ask(atMostMs);
  }

  /** {@link refresh}, wherever the hub is. Whether any station has answered. */
  listen(atMostMs: number): Promise<boolean> {
    return this.#rounds.ask(atMostMs);
  }

  /**
   * Brings an order straight to a station's seat ([ACT5]).
   * @throws ReanError `hub.unreachable` where it is not found, or as {@link Peer.order}
   */
  async order(
    station: StationId,
    carried: CarriedOrder,
    signal: AbortSignal,
  ): Promise<PeerOrderAnswer> {
    let failure: unknown = new ReanError('hub.unreachable', { reason: 'not found' });
    for (const { peer } of this.#circle.linesTo(station)) {
      try {
        return await peer.order(carried, signal);
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  }

  start(): void {
    if (this.#running.length > 0) return;
    const { found$, log } = this.#options;
    const reachable$ = this.#options.replicator.status$.pipe(
      map(({ reachable }) => reachable),
      distinctUntilChanged(),
    );
    const away$ = reachable$.pipe(
      switchMap((reachable) =>
        reachable ? of(false) : timer(this.#pace.awayAfterMs).pipe(map(() => true)),
      ),
      startWith(false),
      distinctUntilChanged(),
    );
    this.#running.push(
      found$.subscribe((found) => this.#circle.use(found)),
      away$.pipe(switchMap((away) => this.#roundsWhile(away))).subscribe(),
      reachable$
        .pipe(switchMap((reachable) => (reachable ? this.#whileHome() : EMPTY)))
        .subscribe(),
      merge(this.#rounds.done$, log.appended$).subscribe(() => this.#tell()),
    );
  }

  async stop(): Promise<void> {
    for (const running of this.#running) running.unsubscribe();
    this.#rounds.close();
    this.#circle.close();
    await this.#options.copies.close();
    this.#status.complete();
  }

  /** While the hub is away one after another, else only when somebody asks. */
  #roundsWhile(away: boolean): Observable<unknown> {
    return defer(() => {
      this.#tell(away);
      return this.#rounds.run(away).pipe(finalize(() => this.#tell(false)));
    });
  }

  async #exchangeWith(line: PeerLine, signal: AbortSignal): Promise<void> {
    const { logger } = this.#options;
    const { station } = line.address;
    try {
      const { vector, taken, refused, cloned } = await exchangeWith(
        line.peer,
        this.#exchange,
        signal,
      );
      this.#circle.answered(line, vector);
      if (taken > 0) logger.info('peer.copied', { station, count: taken });
      for (const each of cloned) {
        const fresh = await this.#twins.keep(each);
        if (fresh) logger.error('peer.clone', { station, store: each.key });
      }
      for (const store of refused) logger.warn('peer.event-refused', { station, store });
      // Whoever hands on what its station never signed is asked less often.
      if (refused.length > 0) this.#circle.failed(line);
      await this.#hear(line, signal);
    } catch (error) {
      if (signal.aborted) return;
      const first = this.#circle.failed(line);
      if (first) logger.warn('peer.failed', { station, reason: asReanError(error).code });
      if (isReanError(error, 'unexpected')) logger.error('peer.unexpected', { station });
    }
  }

  /** A peer that does not tell of its seat, an older one say, is a good peer all the same. */
  async #hear({ peer, address }: PeerLine, signal: AbortSignal): Promise<void> {
    const { heard } = this.#options;
    if (heard === undefined || !this.#status.value.away) return;
    const report = await peer.live(signal).catch(() => null);
    if (!signal.aborted) heard(address.station, report);
  }

  /**
   * Own events first: copies are brought once everything of this station is pushed. Not once it has its
   * receipt: where events before it are lost for good that never comes, and copies may be the last
   * there are.
   */
  #whileHome(): Observable<unknown> {
    return defer(() => {
      const dropped = new AbortController();
      this.#home.forget();
      const settled$ = this.#options.replicator.status$.pipe(
        filter(({ state }) => state.phase === 'idle'),
        take(1),
      );
      const look = concat(
        settled$.pipe(ignoreElements()),
        defer(() => from(this.#bringHome(dropped.signal))),
        defer(() => timer(this.#lookMs())).pipe(ignoreElements()),
      ).pipe(repeat());
      const wait = timer(this.#options.randomness.fraction() * this.#pace.carryJitterMs);
      return concat(wait.pipe(ignoreElements()), look).pipe(finalize(() => dropped.abort()));
    });
  }

  async #bringHome(signal: AbortSignal): Promise<void> {
    try {
      await this.#home.once(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#options.logger.warn('peer.not-brought', { reason: asReanError(error).code });
    }
  }

  #lookMs(): number {
    return this.#options.copies.stores.size > 0 ? this.#pace.settleMs : this.#pace.lookMs;
  }

  #tell(away = this.#status.value.away): void {
    if (!away && !this.#status.value.away) return;
    this.#status.next(
      away ? { away, together: this.#circle.together(), copied: this.#copied() } : alone,
    );
  }

  #copied(): number {
    const { log, replicator } = this.#options;
    return log.stores().reduce((sum, { store, lastSeq }) => {
      const covered = replicator.covered(store);
      const there = this.#circle.heldElsewhere(storeKey(log.station, store), covered);
      return sum + Math.max(0, Math.min(lastSeq, there) - covered);
    }, 0);
  }
}

function lineTo({ station }: PeerAddress, transport: Transport) {
  return { peer: new Peer(station, transport), close: () => transport.close() };
}
