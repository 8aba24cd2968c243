/**
 * `node scripts/large-site.ts FOLDER [--events N] [--learners N] [--stations N] [--seed N]`: a site on
 * disk whose hub holds that many events, pushed but not taken in yet; for looking at scale.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { fillSegment } from './large-site/fill-segment.ts';
import { makeLargeSite } from './large-site/large-site.ts';
import { makeEvents } from './large-site/make-events.ts';
import { seededStream } from './large-site/seeded-stream.ts';

const number = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { events: number, learners: number, stations: number, seed: number, hub: number },
});
const count = (otherwise: number) => z.coerce.number().int().min(1).default(otherwise);
const wish = z
  .strictObject({
    events: count(100_000),
    learners: count(5000),
    stations: count(8),
    seed: count(1),
    hub: z.url().default('https://127.0.0.1:8443'),
  })
  .parse(values);
const [folder] = z.tuple([z.string().min(1)]).parse(positionals);

const pageSize = 1000;
const tellEvery = 50_000;
const random = seededStream(wish.seed);
const site = await makeLargeSite({ ...wish, folder: resolve(folder), hubUrl: wish.hub, random });
await fillSegment(site.hubFolder, makeEvents({ ...wish, ...site, random }, pageSize), (events) => {
  if (events % tellEvery === 0) console.error(`${events} events`);
});
console.log(site.hubFolder);
