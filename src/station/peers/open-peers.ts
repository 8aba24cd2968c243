import type { Authorities } from '../../sync/transport/authorities.ts';
import { BehaviorSubject, Subject } from 'rxjs';
import type { DiskUse } from '../../domain/disk-level.ts';
import type { LiveReport } from '../../shared/contracts/live-seat.ts';
import type { CarriedOrder } from '../../shared/contracts/seat-order.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { asReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { EventLog } from '../../sync/log/event-log.ts';
import { discover } from '../../sync/peer/discovery/multicast.ts';
import type { Discovery } from '../../sync/peer/discovery/multicast.ts';
import type { PeerAddress } from '../../sync/peer/peer.ts';
import { PeerCopies } from '../../sync/peer/peer-copies.ts';
import type { TakenOrder } from '../../sync/peer/peer-desk.ts';
import { PeerRegister } from '../../sync/peer/peer-register.ts';
import { startPeerServer } from '../../sync/peer/peer-server.ts';
import type { PeerServer, SendPackFile } from '../../sync/peer/peer-server.ts';
import { PeerSync } from '../../sync/peer/peer-sync.ts';
import type { Replicator } from '../../sync/replication/replicator.ts';
import type { SyncMemory } from '../../sync/replication/sync-memory.ts';
import type { Storage } from '../../sync/store/storage.ts';
import type { HubClient } from '../../sync/transport/hub-client.ts';
import { peerTransport } from '../../sync/transport/https-transport.ts';
import type { HeardReport, LabPeers } from './lab-peers.ts';
import { PeerLines } from './peer-lines.ts';

export interface OpenPeersOptions {
  readonly config: StationConfig;
  readonly authorities: Authorities;
  readonly storage: Storage;
  readonly events: EventLog;
  readonly replicator: Replicator;
  readonly hub: HubClient;
  readonly memory: SyncMemory;
  readonly diskUse: () => Promise<DiskUse | null>;
  /** Answers peers that ask for files of packs. */
  readonly packFile?: SendPackFile | undefined;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** Left for this station's own events: half a million of them, bytes ([PER7]). */
const leastFreeBytes = 512 * 1024 * 1024;

async function hasRoom(diskUse: OpenPeersOptions['diskUse']): Promise<boolean> {
  const use = await diskUse();
  return use === null || use.totalBytes - use.usedBytes >= leastFreeBytes;
}

/** Opens the copies on the disk; the LAN is not touched yet. @throws ReanError `store.*` */
export async function openPeers(
  options: OpenPeersOptions,
): Promise<LabPeers & Pick<PeerLines, 'origins'>> {
  const { config, authorities, storage, events, replicator, log } = options;
  const { tls, site } = config;
  const copies = await PeerCopies.open(storage);
  const register = new PeerRegister(replicator.replica$, log);
  const known = config.peers?.at ?? [];
  const found$ = new BehaviorSubject<readonly PeerAddress[]>(known);
  const connect = ({ station, url }: PeerAddress) =>
    peerTransport(
      { url, tls, authorities },
      (holder) => holder.station === station && register.admits(holder),
    );
  const heard$ = new Subject<HeardReport>();
  let seat: (() => LiveReport) | null = null;
  let takeOrder: ((carried: CarriedOrder) => Promise<TakenOrder>) | null = null;
  const watches = config.kind === 'supervisor';
  const sync = await PeerSync.open({
    ...options,
    seat: () => seat?.() ?? null,
    takeOrder: (carried) => takeOrder?.(carried) ?? null,
    ...(watches
      ? {
          heard: (station: StationId, report: LiveReport | null) =>
            heard$.next({ station, report }),
        }
      : {}),
    site,
    log: events,
    logger: log,
    copies,
    trust: register,
    hasRoom: () => hasRoom(options.diskUse),
    found$,
    connect,
  });
  const lines = new PeerLines({ found$, status$: sync.status$, connect });
  const presence = new LanPresence(options, sync, register, (found) =>
    found$.next([...known, ...found]),
  );
  return {
    status$: sync.status$,
    copies,
    heard$,
    tellSeat: (report) => {
      seat = report;
    },
    takeOrders: (take) => {
      takeOrder = take;
    },
    order: (station, carried, signal) => sync.order(station, carried, signal),
    origins: () => lines.origins(),
    refresh: (atMostMs) => sync.refresh(atMostMs),
    listen: (atMostMs) => sync.listen(atMostMs),
    start() {
      sync.start();
      presence.start();
    },
    async stop() {
      await presence.stop();
      lines.close();
      await sync.stop();
      register.close();
    },
  };
}

/** Answers peers, tells them where, and hears where they are. What fails of it stops nothing else. */
class LanPresence {
  readonly #options: OpenPeersOptions;
  readonly #sync: PeerSync;
  readonly #register: PeerRegister;
  readonly #hear: (found: readonly PeerAddress[]) => void;
  #server: PeerServer | null = null;
  #discovery: Discovery | null = null;
  #starting: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    options: OpenPeersOptions,
    sync: PeerSync,
    register: PeerRegister,
    hear: (found: readonly PeerAddress[]) => void,
  ) {
    this.#options = options;
    this.#sync = sync;
    this.#register = register;
    this.#hear = hear;
  }

  start(): void {
    this.#starting = this.#listen().catch((error: unknown) => {
      this.#options.log.warn('peer.not-listening', { reason: asReanError(error).code });
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#starting;
    this.#discovery?.close();
    await this.#server?.close();
  }

  async #listen(): Promise<void> {
    const { config, authorities, clock, packFile } = this.#options;
    const address = { host: '0.0.0.0', port: config.peers?.port ?? 0 };
    const admits = this.#register.admits.bind(this.#register);
    const supervises = this.#register.supervises.bind(this.#register);
    const { desk } = this.#sync;
    const served = { desk, tls: config.tls, authorities, admits, supervises, packFile, clock };
    this.#server = await startPeerServer(served, address);
    if (!this.#stopped && config.peers?.multicast !== false) this.#discover(this.#server.port);
  }

  #discover(port: number): void {
    const { config, clock, log } = this.#options;
    const self = { site: config.site, station: config.station, port };
    this.#discovery = discover({ self, at: config.peers?.interface, clock, logger: log });
    this.#discovery.found$.subscribe((found) => this.#hear(found));
  }
}
