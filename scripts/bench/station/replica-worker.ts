/**
 * Another station of the lab, in a process of its own, with its own store: it replicates with the hub
 * and tells whenever a learner it watches moves, once that is on its own disk and can be shown.
 *
 * Words: the station's folder, this app's version, the learners.
 */
import { Authorities } from '../../../src/sync/transport/authorities.ts';
import { join } from 'node:path';
import * as z from 'zod';
import { nodeDisk } from '../../../src/content/disk/node-disk.ts';
import { learnerIdSchema } from '../../../src/shared/ids.ts';
import { readStationConfig } from '../../../src/station/config/read-station-config.ts';
import { KeyringCache, keyringName } from '../../../src/station/keyring/keyring-cache.ts';
import { foldedLearner$ } from '../../../src/station/learners/folded-learner.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { StateReplica } from '../../../src/station/replica/state-replica.ts';
import { NoticeBoard } from '../../../src/station/status/notice-board.ts';
import { UnreadDocuments } from '../../../src/station/status/unread-documents.ts';
import { openSync } from '../../../src/station/uplink/open-sync.ts';
import { readWrappingKey } from '../../../src/sync/envelope/wrapping.ts';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';
import { monotonicMs } from '../machine/clocks.ts';
import { quietLog } from './quiet-log.ts';
import { tell } from './worker-messages.ts';

const wordsSchema = z.tuple([z.string(), z.string()], learnerIdSchema);
const [folder, appVersion, ...learners] = wordsSchema.parse(process.argv.slice(2));

const log = quietLog();
const [clock, randomness] = [systemClock(), systemRandomness()];
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
const unread = new UnreadDocuments(new NoticeBoard());
const states = new StateReplica(sync.uplink.replica$, log, unread);

for (const learner of learners) {
  foldedLearner$(learner, states, keyring.keys$, log).subscribe(({ state }) => {
    tell({ learner, atMs: monotonicMs(), attempts: state.attempts });
  });
}
sync.uplink.start();

async function close(): Promise<void> {
  await sync.uplink.stop();
  states.close();
  await sync.events.close();
  await storage.close();
  process.exit();
}
process.once('disconnect', () => void close());
