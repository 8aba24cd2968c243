import type { Authorities } from '../../sync/transport/authorities.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { packFileRoots } from '../../shared/contracts/pack-files.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { DiskUse } from '../../domain/disk-level.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { SigningKeyOf } from '../../sync/envelope/origin.ts';
import { rawPublicKey, readSigningKey } from '../../sync/envelope/signing.ts';
import { readWrappingKey } from '../../sync/envelope/wrapping.ts';
import { EventLog } from '../../sync/log/event-log.ts';
import type { HeldKeys } from '../../sync/replication/give-back.ts';
import { ownSigningKeys } from '../../sync/replication/own-signing-keys.ts';
import { LabClock } from '../../sync/replication/lab-clock.ts';
import { Replicator } from '../../sync/replication/replicator.ts';
import { SyncMemory } from '../../sync/replication/sync-memory.ts';
import type { Storage } from '../../sync/store/storage.ts';
import type { SendPackFile } from '../../sync/peer/peer-server.ts';
import { HubClient } from '../../sync/transport/hub-client.ts';
import { hubTransport } from '../../sync/transport/https-transport.ts';
import type { KeyringCache } from '../keyring/keyring-cache.ts';
import type { LabPeers } from '../peers/lab-peers.ts';
import { lineOrigin } from '../packs/line-origin.ts';
import type { PackLines } from '../packs/pack-lines.ts';
import { openPeers } from '../peers/open-peers.ts';
import { hubUplink } from './hub-uplink.ts';
import type { Uplink } from './uplink.ts';

export interface SyncOptions {
  readonly storage: Storage;
  readonly config: StationConfig;
  readonly authorities: Authorities;
  /** What tells this PC from another, hashed ([CLO1]). */
  readonly traits: readonly string[];
  readonly keyring: KeyringCache;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  readonly diskUse: () => Promise<DiskUse | null>;
  /** Answers peers that ask for files of packs. */
  readonly packFile?: SendPackFile | undefined;
}

/** This station's events, and the machine that carries them. */
export interface StationSync {
  readonly events: EventLog;
  readonly replicator: Replicator;
  readonly labClock: LabClock;
  readonly uplink: Uplink;
  readonly peers: LabPeers;
  /** Where packs come from. */
  readonly packLines: PackLines;
}

/** Opens what is on the disk; nothing is asked of the hub yet. @throws ReanError `store.*` */
export async function openSync(options: SyncOptions): Promise<StationSync> {
  const { storage, config, authorities, keyring, clock, randomness, appVersion, log, diskUse } =
    options;
  const memory = await SyncMemory.open(storage);
  const labClock = await LabClock.open(memory, clock);
  const registeredKey = await ownSigningKeys(storage, memory, config.station);
  const events = await openEvents({ ...options, registeredKey }, labClock);
  const transport = hubTransport({ ...config, url: config.hub.url, authorities });
  const run = Buffer.from(randomness.bytes(8)).toString('hex');
  const hub = new HubClient(transport, undefined, { run, traits: options.traits });
  const replicator = await Replicator.open({
    hub,
    log: events,
    labClock,
    takeKeyring: (wrapped) => keyring.take(wrapped),
    heldKeys: heldKeys(options),
    appVersion,
    logger: log,
    storage,
    memory,
    clock,
    randomness,
    diskUse,
  });
  const uplink = hubUplink({ replicator, hub, transport, url: config.hub.url });
  const peers = await openPeers({ ...options, events, replicator, hub, memory });
  const packLines: PackLines = {
    hub: lineOrigin(transport, packFileRoots.hub),
    peers: () => peers.origins(),
    report: (report) => hub.reportPacks(report),
  };
  return { events, replicator, labClock, uplink, peers, packLines };
}

/** What a hub that was restored gets back from this station ([REC5]). */
function heldKeys({ config, keyring }: SyncOptions): HeldKeys {
  return {
    wrappingKey: rawPublicKey(readWrappingKey(config.wrappingKey.privateKey)),
    learners: (wanted) => wanted.flatMap((learner) => keyring.keys?.learner(learner) ?? []),
  };
}

function openEvents(
  {
    storage,
    config,
    keyring,
    randomness,
    log,
    registeredKey,
  }: SyncOptions & { readonly registeredKey: SigningKeyOf },
  labClock: LabClock,
): Promise<EventLog> {
  const { number, privateKey } = config.signingKey;
  return EventLog.open({
    storage,
    station: config.station,
    signing: { number, privateKey: readSigningKey(privateKey) },
    sealingKey: (learner) => sealingKey(keyring, learner),
    now: () => labClock.now(),
    randomness,
    registeredKey,
    logger: log,
  });
}

function sealingKey({ keys }: KeyringCache, learner: LearnerId | null) {
  const key = learner === null ? keys?.siteKey : keys?.learnerKey(learner);
  if (key === null || key === undefined) throw new ReanError('key.missing', { learner });
  return key;
}
