import { join } from 'node:path';
import { firstValueFrom } from 'rxjs';
import { storedBytes } from '../../content/store/installed-packs.ts';
import { whoRequires } from '../../content/store/remove-pack.ts';
import type { PackStore } from '../../content/store/pack-store.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { Authorities } from '../../sync/transport/authorities.ts';
import { openLevelStorage } from '../../sync/store/level-storage.ts';
import type { Database } from '../../sync/store/storage.ts';
import { readStationConfig } from '../config/read-station-config.ts';
import type { KeyringCache } from '../keyring/keyring-cache.ts';
import type { Keys } from '../keyring/keys.ts';
import { openKeyring } from '../keyring/open-keyring.ts';
import { localDatabaseName, localDocument, localNames } from '../record/local-documents.ts';
import { foldedMarkSchema, OwnEvents } from '../record/own-events.ts';
import type { Replica } from '../replica/replica.ts';
import { StateReplica } from '../replica/state-replica.ts';
import { NoticeBoard } from '../status/notice-board.ts';
import { UnreadDocuments } from '../status/unread-documents.ts';
import { openSync } from '../uplink/open-sync.ts';
import type { StationSync } from '../uplink/open-sync.ts';
import { pinsIn } from './pack-pins.ts';
import type { Pinned } from './pack-pins.ts';

/** What became of a removal ([PKG26]). */
export type StationRemoval =
  | {
      readonly outcome: 'removed';
      readonly versions: readonly Semver[];
      /** That are free again. */
      readonly bytes: number;
    }
  /** The site has its stations get it: it would come again. */
  | { readonly outcome: 'listed' }
  | { readonly outcome: 'required'; readonly by: readonly PackId[] }
  /** Learners who can sit here are in the middle of these. */
  | { readonly outcome: 'in-use'; readonly versions: readonly Semver[] }
  /** What learners are in the middle of isn't known: so many records wait for the hub, or states can't be read. */
  | { readonly outcome: 'unknown'; readonly waiting: number }
  | { readonly outcome: 'not-here' };

export interface AtRest {
  /** The station's data folder. */
  readonly folder: string;
  readonly store: PackStore;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** What a station at rest says of a pack. */
interface Standing {
  readonly listed: boolean;
  /** Null where it isn't known. */
  readonly pinned: Pinned | null;
  readonly waiting: number;
}

/**
 * Removes a pack, with all its versions, from the store of a station that does not run ([PKG26]): one that the
 * site has never put on its list, that nothing here requires, and that no learner is in the middle of.
 * @throws ReanError `store.in-use` while the station runs; `config.*`, `store.*`
 */
export async function removeAtRest(station: AtRest, pack: PackId): Promise<StationRemoval> {
  const { store } = station;
  const installed = await store.list();
  const versions = installed.find(({ id }) => id === pack)?.versions.map(({ version }) => version);
  if (versions === undefined) return { outcome: 'not-here' };
  const { listed, pinned, waiting } = await standingOf(station, pack);
  if (listed) return { outcome: 'listed' };
  const by = whoRequires(pack, installed);
  if (by.length > 0) return { outcome: 'required', by };
  if (pinned === null) return { outcome: 'unknown', waiting };
  const used = versions.filter((version) => pinned(pack, version));
  if (used.length > 0) return { outcome: 'in-use', versions: used };
  const gone = await store.remove(pack);
  const bytes = storedBytes(installed) - storedBytes(await store.list());
  return { outcome: 'removed', versions: gone, bytes };
}

/** Reads it from the disk alone, without a word to the hub or to anybody. */
async function standingOf(station: AtRest, pack: PackId): Promise<Standing> {
  const config = await readStationConfig(station.folder);
  const storage = await openLevelStorage(join(station.folder, 'db'));
  try {
    const keyring = await openKeyring(config, station);
    const authorities = Authorities.of(config.tls);
    const diskUse = () => Promise.resolve(null);
    const traits: readonly string[] = [];
    const sync = await openSync({
      ...station,
      storage,
      config,
      authorities,
      keyring,
      diskUse,
      traits,
    });
    try {
      const replica = await firstValueFrom(sync.uplink.replica$);
      const listed = (await replica?.directory.get(`pack:${pack}`)) ?? null;
      const waiting = await waitingAt(
        sync,
        await storage.open(localDatabaseName),
        keyring,
        station,
      );
      const pinned = waiting > 0 ? null : await pinsOf(replica, keyring.keys);
      return { listed: listed !== null, pinned, waiting };
    } finally {
      await sync.peers.stop();
      await sync.uplink.stop();
      await sync.events.close();
    }
  } finally {
    await storage.close();
  }
}

/** Records that the hub has no receipt for, or that are in no state which came from there. */
async function waitingAt(
  { uplink, events }: StationSync,
  local: Database,
  keyring: KeyringCache,
  { log }: AtRest,
): Promise<number> {
  const states = new StateReplica(uplink.replica$, log, new UnreadDocuments(new NoticeBoard()));
  const own = new OwnEvents({
    log: events,
    states,
    mark: localDocument(local, localNames.folded, foldedMarkSchema),
    learnerKey: (learner) => keyring.keys?.learnerKey(learner) ?? null,
    logger: log,
  });
  try {
    const { waiting } = await firstValueFrom(uplink.status$);
    return Math.max(waiting, await own.count());
  } finally {
    await own.close();
    states.close();
  }
}

/** Null where it isn't known. Who never had a key here never sat here. */
function pinsOf(replica: Replica | null, keys: Keys | null): Promise<Pinned | null> {
  if (replica !== null && keys !== null) return pinsIn(replica.state, keys);
  return Promise.resolve(replica === null && keys === null ? () => false : null);
}
