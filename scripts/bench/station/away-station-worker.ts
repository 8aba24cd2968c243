/**
 * A station that was away: its whole sync without people, in a process of its own. It meets the hub
 * once for its keys, then records, away from the hub, what so many sittings leave behind, and tells
 * `ready`. Told to go on, it meets the hub again and tells when receipts cover everything.
 *
 * Words: the station's folder, this app's version, the learner who sits there, how many events.
 */
import { Authorities } from '../../../src/sync/transport/authorities.ts';
import { once } from 'node:events';
import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import * as z from 'zod';
import { usualSitting } from '../../large-site/usual-work.ts';
import { nodeDisk } from '../../../src/content/disk/node-disk.ts';
import { learnerIdSchema } from '../../../src/shared/ids.ts';
import { readStationConfig } from '../../../src/station/config/read-station-config.ts';
import { KeyringCache, keyringName } from '../../../src/station/keyring/keyring-cache.ts';
import { openSync } from '../../../src/station/uplink/open-sync.ts';
import { readWrappingKey } from '../../../src/sync/envelope/wrapping.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';
import { monotonicMs } from '../machine/clocks.ts';
import { quietLog } from './quiet-log.ts';
import { tell } from './worker-messages.ts';

const count = z.coerce.number().int().min(0);
const wordsSchema = z.tuple([z.string(), z.string(), learnerIdSchema, count]);
const [folder, appVersion, learner, events] = wordsSchema.parse(process.argv.slice(2));
const [clock, randomness, log] = [systemClock(), systemRandomness(), quietLog()];

async function open() {
  const config = await readStationConfig(folder);
  const storage = await openLevelStorage(join(folder, 'db'));
  const keyring = await KeyringCache.open({
    path: join(folder, keyringName),
    wrappingKey: readWrappingKey(config.wrappingKey.privateKey),
    disk: nodeDisk(),
    randomness,
    log,
  });
  const diskUse = () => Promise.resolve(null);
  const parts = { storage, config, keyring, appVersion, clock, randomness, log, diskUse };
  const sync = await openSync({ ...parts, authorities: Authorities.of(config.tls), traits: [] });
  const close = async () => {
    await sync.uplink.stop();
    await sync.events.close();
    await storage.close();
  };
  return { ...sync, close };
}

type Station = Awaited<ReturnType<typeof open>>;

/** Nothing is left to send or fetch, and the hub has said so. */
async function settled({ uplink }: Station): Promise<number> {
  const isSettled = filter(
    ({ phase, hubReachable, waiting }: { phase: string; hubReachable: boolean; waiting: number }) =>
      phase === 'idle' && hubReachable && waiting === 0,
  );
  await firstValueFrom(uplink.status$.pipe(isSettled));
  return monotonicMs();
}

/** Receipts cover every event. */
async function receipted({ uplink }: Station): Promise<number> {
  await firstValueFrom(
    uplink.status$.pipe(filter(({ hubReachable, waiting }) => hubReachable && waiting === 0)),
  );
  return monotonicMs();
}

async function record({ events: written }: Station): Promise<void> {
  for (let recorded = 0, nth = 0; recorded < events; nth += 1) {
    const sitting = usualSitting(nth, randomness).slice(0, events - recorded);
    await written.appendAll(sitting.map((payload) => ({ payload, learner })));
    recorded += sitting.length;
  }
}

process.once('disconnect', () => process.exit());
const first = await open();
first.uplink.start();
await settled(first);
await first.close();
const station = await open();
await record(station);
const go = once(process, 'message');
tell({ kind: 'ready' });
await go;
station.uplink.start();
tell({ kind: 'done', atMs: await receipted(station) });
await once(process, 'message');
await station.close();
process.exit();
