/**
 * One station that fetches a version of a pack from its hub, as its pack keeper does: over mutual TLS with
 * its own certificate, into a store of its own.
 *
 * Words: the station's folder, the store's folder, pack, version, this app's version.
 */
import { once } from 'node:events';
import * as z from 'zod';
import { nodeDisk } from '../../../src/content/disk/node-disk.ts';
import { nodeProcesses } from '../../../src/content/disk/processes.ts';
import { openPackStore } from '../../../src/content/store/pack-store.ts';
import { packFileRoots } from '../../../src/shared/contracts/pack-files.ts';
import { packIdSchema, semverSchema } from '../../../src/shared/ids.ts';
import { readStationConfig } from '../../../src/station/config/read-station-config.ts';
import { lineOrigin } from '../../../src/station/packs/line-origin.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { hubTransport } from '../../../src/sync/transport/https-transport.ts';
import { monotonicMs } from '../machine/clocks.ts';
import type { FromCrowd } from '../machine/crowd.ts';

process.once('disconnect', () => process.exit());
const wordsSchema = z.tuple([z.string(), z.string(), packIdSchema, semverSchema, semverSchema]);
const [station, folder, pack, version, appVersion] = wordsSchema.parse(process.argv.slice(2));
const tell = (said: FromCrowd) => process.send?.(said);

const store = await openPackStore({
  folder,
  appVersion,
  disk: nodeDisk(),
  processes: nodeProcesses(),
  randomness: systemRandomness(),
});
const config = await readStationConfig(station);
const transport = hubTransport({ url: config.hub.url, tls: config.tls });
tell({ kind: 'ready' });
await once(process, 'message');
await store.fetch({ pack, version }, lineOrigin(transport, packFileRoots.hub), {
  signal: new AbortController().signal,
  // as at a station while nobody learns in the lab: so it is not capped either
  alone: () => true,
  admit: () => Promise.resolve(),
  progress: () => undefined,
});
tell({ kind: 'done', atMs: monotonicMs() });
await once(process, 'message');
process.exit();
