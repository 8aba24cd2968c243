/**
 * A hub without a socket, in a process of its own, that takes in and folds what lies in its segments as
 * a hub under backlog does; tells how much of a processor each took, and of how many events. Words: the
 * hub's folder.
 */
import * as z from 'zod';
import { openHub } from '../../../src/hub/server/open-hub.ts';
import { quietLog } from './quiet-log.ts';

process.once('disconnect', () => process.exit());
const [folder] = z.tuple([z.string()]).parse(process.argv.slice(2));

/** As the hub's own loop folds while more comes in, ms. */
const coalesceMs = 1000;
const spent = { takeInSeconds: 0, foldSeconds: 0 };

/** Does something, and adds what it took of processors, all threads together, s. */
async function timed<Result>(part: keyof typeof spent, work: () => Promise<Result>) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  spent[part] += (user + system) / 1e6;
  return result;
}

const { parts, close } = await openHub({ folder, version: '0.0.0', log: quietLog() });
// From here on its steps are taken one by one, for each to be timed.
await parts.work.stop();
const { intake, folder: learners } = parts;
const heldEvents = () => [...intake.ledger.vector().values()].reduce((sum, each) => sum + each, 0);
const before = heldEvents();
let flushedAt = performance.now();
for (let busy = true; busy;) {
  const more = await timed('takeInSeconds', () => intake.takePages());
  const due = performance.now() - flushedAt >= coalesceMs;
  const unfolded = !more || due ? await timed('foldSeconds', () => learners.flush()) : true;
  if (due) flushedAt = performance.now();
  busy = more || unfolded;
}
const takenIn = heldEvents() - before;
await close();
process.send?.({ ...spent, takenIn });
