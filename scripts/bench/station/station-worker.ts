/**
 * A whole station without its window, in a process of its own: what a window would send comes in as
 * messages, what it would be told goes out, both with their moments.
 *
 * Words: the station's folder, its kind, this app's version.
 */
import * as z from 'zod';
import { requestSchema } from '../../../src/shared/contracts/ipc/contract.ts';
import { openStation } from '../../../src/station/station-service.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { monotonicMs } from '../machine/clocks.ts';
import { quietLog } from './quiet-log.ts';
import { tell } from './worker-messages.ts';

const wordsSchema = z.tuple([z.string(), z.enum(['kiosk', 'supervisor']), z.string()]);
const [folder, kind, appVersion] = wordsSchema.parse(process.argv.slice(2));

tell({ kind: 'opening', atMs: monotonicMs() });
const station = await openStation({
  folder,
  appVersion,
  kiosk: false,
  clock: systemClock(),
  randomness: systemRandomness(),
  log: quietLog(),
});
const line = station.connect(kind, (reply) => tell({ kind: 'reply', atMs: monotonicMs(), reply }));

async function close(): Promise<void> {
  await station.close();
  process.exit();
}

process.on('message', (message) => {
  const { id } = requestSchema.parse(message);
  const sent = { kind: 'sent', id, atMs: monotonicMs(), wallMs: Date.now() } as const;
  line.receive(message);
  tell(sent);
});
process.once('disconnect', () => void close());
tell({ kind: 'open' });
