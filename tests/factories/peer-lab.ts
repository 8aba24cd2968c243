import { inject } from 'light-my-request';
import { BehaviorSubject } from 'rxjs';
import { vi } from 'vitest';
import type { Hub } from '../../src/hub/hub.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { ReanError } from '../../src/shared/errors.ts';
import type { EventId, StationId } from '../../src/shared/ids.ts';
import type { Log } from '../../src/shared/ports.ts';
import { readSigningKey, readVerifyingKey, rawPublicKey } from '../../src/sync/envelope/signing.ts';
import type { EventLog } from '../../src/sync/log/event-log.ts';
import { answerPeer } from '../../src/sync/peer/answer-peer.ts';
import type { PeerTrust } from '../../src/sync/peer/exchange.ts';
import type { PeerAddress } from '../../src/sync/peer/peer.ts';
import { PeerCopies, copiesLimits } from '../../src/sync/peer/peer-copies.ts';
import type { CopiesLimits } from '../../src/sync/peer/peer-copies.ts';
import type { PeerPace } from '../../src/sync/peer/peer-pace.ts';
import { PeerSync } from '../../src/sync/peer/peer-sync.ts';
import type { PeerStatus } from '../../src/sync/peer/peer-sync.ts';
import type { Pace } from '../../src/sync/replication/pace.ts';
import type { Replicator } from '../../src/sync/replication/replicator.ts';
import type { SyncMemory } from '../../src/sync/replication/sync-memory.ts';
import { MemoryDisk, openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { HubRequest, HubResponse, Transport } from '../../src/sync/transport/transport.ts';
import { payloads } from './events.ts';
import { HubLab } from './hub-lab.ts';
import { openLabSync } from './lab-sync.ts';
import { showCertificate } from './shown-certificate.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { SimulatedClock } from './simulated-clock.ts';

const quickPace: Pace = {
  backOffFirstMs: 5,
  backOffMostMs: 20,
  blockedMs: 20,
  idleMs: 50,
  relistenMs: 5,
  tidyMs: 60_000,
};

const quickPeers: PeerPace = {
  awayAfterMs: 20,
  roundMs: 20,
  roundJitterMs: 10,
  restFirstMs: 20,
  restMostMs: 50,
  togetherMs: 30_000,
  carryJitterMs: 20,
  settleMs: 20,
  lookMs: 40,
};

/** What a station's peer answers, before the other hears of it. */
export type Meddle = (
  request: HubRequest,
  answer: HubResponse,
) => HubResponse | Promise<HubResponse>;

export interface PeerStation {
  readonly config: StationConfig;
  readonly log: EventLog;
  readonly copies: PeerCopies;
  readonly replicator: Replicator;
  readonly peers: PeerSync;
  readonly memory: SyncMemory;
  readonly told: [event: string, facts: unknown][];
  status: PeerStatus | null;
  record(count?: number): Promise<readonly EventId[]>;
  stop(): Promise<void>;
}

/** Stations and a real hub in one process, over lines that a test cuts or meddles with. */
export class PeerLab {
  readonly lab: HubLab;
  readonly disks = new Map<StationId, MemoryDisk>();
  readonly running = new Map<StationId, PeerStation>();
  readonly disabled = new Set<StationId>();
  /** Requests between stations, `from → to path`. */
  readonly asked: string[] = [];
  meddle: Meddle = (_request, answer) => answer;
  limits: CopiesLimits = copiesLimits;
  /** Whether stations' disks have room for copies. */
  hasRoom = true;
  pace: PeerPace = quickPeers;
  #hub: Hub | null = null;
  #starts = 0;

  private constructor(lab: HubLab) {
    this.lab = lab;
  }

  static async make(stations: number, learners = 2): Promise<PeerLab> {
    const kinds = Array.from({ length: stations }, () => 'kiosk' as const);
    return new PeerLab(await HubLab.make({ seed: 5, stations: kinds, learners }));
  }

  async hubOn(): Promise<void> {
    this.#hub ??= await this.lab.open();
  }

  async hubOff(): Promise<void> {
    const hub = this.#hub;
    this.#hub = null;
    await hub?.close();
  }

  get hub(): Hub {
    if (this.#hub === null) throw new Error('the hub is off');
    return this.#hub;
  }

  disk(station: StationId): MemoryDisk {
    const disk = this.disks.get(station) ?? new MemoryDisk();
    this.disks.set(station, disk);
    return disk;
  }

  /** A station starts on what is on its disk. */
  async start(index: number): Promise<PeerStation> {
    const config = this.lab.station(index);
    const station = await this.#open(config, index);
    this.running.set(config.station, station);
    station.replicator.start();
    station.peers.start();
    return station;
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.running.values()].map((station) => station.stop()));
    await this.hubOff();
  }

  /** Waits until every running station has everything saved. */
  async saved(): Promise<void> {
    await vi.waitFor(
      () => {
        for (const { replicator } of this.running.values()) {
          if (replicator.status.state.phase !== 'idle' || replicator.status.waiting > 0) {
            throw new Error(JSON.stringify(replicator.status));
          }
        }
      },
      { timeout: 20_000, interval: 10 },
    );
  }

  /** Every event the hub holds, by id, leaves of one id counted. */
  async held(): Promise<readonly string[]> {
    const segment = await openMemoryStorage(this.lab.disk).open('events-0001');
    const stored = await segment.range({ from: 'st-', to: 'st-~' });
    return stored.map(({ _id }) => _id);
  }

  async #open(config: StationConfig, index: number): Promise<PeerStation> {
    const { station, site } = config;
    this.#starts += 1;
    const randomness = seededRandomness(1000 * this.#starts + index);
    const storage = openMemoryStorage(this.disk(station));
    const clock = new SimulatedClock();
    const told: [string, unknown][] = [];
    const logger = listening(told);
    const { lab } = this;
    const ports = { storage, clock, randomness, logger };
    const transport = this.#hubLine(config);
    const sync = await openLabSync({ lab, config, transport, pace: quickPace, ...ports });
    const { log, memory, replicator } = sync;
    const copies = await PeerCopies.open(storage, this.limits);
    const peers = await PeerSync.open({
      ...sync,
      ...ports,
      site,
      copies,
      trust: this.trust(),
      hasRoom: () => Promise.resolve(this.hasRoom),
      found$: new BehaviorSubject(this.#addresses(station)),
      connect: (address) => this.#line(station, address),
      pace: this.pace,
    });
    const opened: PeerStation = {
      config,
      log,
      copies,
      replicator,
      peers,
      memory,
      told,
      status: null,
      record: async (count = 1) => {
        const learner = this.lab.learner(0);
        const events = Array.from({ length: count }, () => ({
          payload: payloads.attempt('one', 'right'),
          learner,
        }));
        return (await log.appendAll(events)).map(({ document }) => document._id);
      },
      stop: async () => {
        this.running.delete(station);
        await peers.stop();
        await replicator.stop();
        await storage.close();
      },
    };
    peers.status$.subscribe((status) => {
      opened.status = status;
    });
    return opened;
  }

  trust(): PeerTrust {
    const keys = new Map(
      this.lab.stations.map(({ station, signingKey }) => [
        `${station}:${signingKey.number}`,
        readVerifyingKey(rawPublicKey(readSigningKey(signingKey.privateKey))),
      ]),
    );
    const ids = new Set(this.lab.stations.map(({ station }) => station));
    return {
      signingKey: (signer) => keys.get(signer) ?? null,
      isPeer: (station) => ids.has(station) && !this.disabled.has(station),
      isKnown: (station) => ids.has(station),
    };
  }

  #addresses(self: StationId): readonly PeerAddress[] {
    return this.lab.stations
      .filter(({ station }) => station !== self)
      .map(({ station }) => ({ station, url: `https://${station}.invalid` }));
  }

  #hubLine(config: StationConfig): Transport {
    const shown = showCertificate(config);
    const away = () => new ReanError('hub.unreachable', { reason: 'away' });
    const gone = (signal: AbortSignal | undefined) =>
      new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(away()), { once: true });
      });
    return {
      send: async ({ method, path, headers, body, signal }) => {
        const hub = this.#hub;
        if (hub === null || signal?.aborted === true) throw away();
        const payload = body === undefined ? {} : { payload: body };
        const asked = inject(hub.app, {
          method,
          url: path,
          headers: { ...headers, ...shown },
          ...payload,
        });
        const { statusCode, payload: text } = await Promise.race([asked, gone(signal)]);
        if (this.#hub !== hub) throw away();
        return { status: statusCode, text };
      },
      close: () => undefined,
    };
  }

  #line(from: StationId, { station }: PeerAddress): Transport {
    return {
      send: async (request) => {
        const peer = this.running.get(station);
        if (peer === undefined) throw new ReanError('hub.unreachable', { reason: 'off' });
        this.asked.push(`${from} → ${station} ${request.path}`);
        return this.meddle(request, await answerPeer(peer.peers.desk, request));
      },
      close: () => undefined,
    };
  }
}

function listening(told: [string, unknown][]): Log {
  const write = (event: string, facts?: unknown) => void told.push([event, facts]);
  return { info: write, warn: write, error: write };
}
