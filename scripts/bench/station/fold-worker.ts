/**
 * A hub without its socket's traffic, in a process of its own, that takes in and folds what lies in its
 * segments; tells how much of a processor each took. Words: the hub's folder.
 */
import * as z from 'zod';
import { startHub } from '../../../src/hub/server/start-hub.ts';
import { quietLog } from './quiet-log.ts';

process.once('disconnect', () => process.exit());
const [folder] = z.tuple([z.string()]).parse(process.argv.slice(2));

/** Time on processors so far, all threads together, s. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const begun = processorSeconds();
const { hub, close } = await startHub({
  folder,
  host: '127.0.0.1',
  port: 0,
  version: '0.0.0',
  log: quietLog(),
});
const takenIn = processorSeconds();
await hub.settled();
const folded = processorSeconds();
await close();
process.send?.({ takeInSeconds: takenIn - begun, foldSeconds: folded - takenIn });
