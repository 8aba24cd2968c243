import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { indexKeys } from '../../../src/hub/intake/index-records.ts';
import { openIndexOnDisk } from '../../../src/hub/server/index-on-disk.ts';
import { fillSegment } from '../../large-site/fill-segment.ts';
import { makeEvents } from '../../large-site/make-events.ts';
import { seededStream } from '../../large-site/seeded-stream.ts';
import { verifySignatures, verifySignaturesTitle } from '../baselines/verify-signatures.ts';
import type { Bench } from '../bench.ts';
import { forkWorker } from '../machine/fork-worker.ts';
import type { Samples } from '../report/figure.ts';
import { makeCrowdedSite } from '../station/crowded-site.ts';
import { quietLog } from '../station/quiet-log.ts';

const usualEvents = 100_000;
/** As many as make two thousand events each of the usual number. */
const eventsALearner = 2000;
const fewestLearners = 50;
const pageSize = 1000;
const seed = 20261122;

const spentSchema = z.strictObject({
  takeInSeconds: z.number(),
  foldSeconds: z.number(),
  /** Events that were new to the hub. */
  takenIn: z.number(),
});

async function foldOnce(hubFolder: string) {
  const script = join(import.meta.dirname, '..', 'station', 'fold-worker.ts');
  const { child, failed, stop } = forkWorker(script, [hubFolder]);
  const [told]: readonly unknown[] = await Promise.race([failed, once(child, 'message')]);
  await stop();
  return spentSchema.parse(told);
}

/** Has the next start fold everybody from what is indexed. */
async function forgetFolding(hubFolder: string): Promise<void> {
  const index = await openIndexOnDisk(hubFolder, quietLog());
  await index.write([{ type: 'put', key: indexKeys.foldVersion, value: '0' }]);
  await index.close();
}

/** What taking in and folding cost of a processor, all threads counted. */
export async function measureFold(bench: Bench): Promise<readonly Samples[]> {
  const events = bench.events ?? usualEvents;
  const learners = Math.max(fewestLearners, Math.ceil(events / eventsALearner));
  bench.say(`Making ${events} events …`);
  const site = await makeCrowdedSite(bench, { name: 'fold', learners });
  const random = seededStream(seed);
  await fillSegment(site.hubFolder, makeEvents({ ...site, events, random }, pageSize));
  const whole: number[] = [];
  const incremental: number[] = [];
  const rebuild: number[] = [];
  const least: number[] = [];
  for (let run = 0; run < bench.runs; run += 1) {
    const copy = join(bench.folder, 'fold-run');
    await cp(site.hubFolder, copy, { recursive: true });
    const { takeInSeconds, foldSeconds, takenIn } = await foldOnce(copy);
    whole.push(takenIn / (takeInSeconds + foldSeconds));
    incremental.push(takenIn / foldSeconds);
    await forgetFolding(copy);
    const again = await foldOnce(copy);
    rebuild.push(events / again.foldSeconds);
    least.push(verifySignatures(events).rate);
    await rm(copy, { recursive: true });
  }
  const baseline = { title: verifySignaturesTitle, samples: least };
  return [
    {
      name: 'take-in',
      title: `${events} new events of ${learners} learners checked, indexed and folded, a core`,
      unit: 'events/s',
      measured: whole,
      baseline,
    },
    {
      name: 'fold',
      title: 'of that the folding: from the index into each learner’s document on the disk',
      unit: 'events/s',
      measured: incremental,
      baseline,
    },
    {
      name: 'refold',
      title: 'the same learners folded from the start, a core',
      unit: 'events/s',
      measured: rebuild,
      baseline,
    },
  ];
}
