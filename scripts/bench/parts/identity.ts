import { freshIds } from '../../../src/hub/site/fresh-ids.ts';
import { peopleViewSchema, signInResultSchema } from '../../../src/shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../src/shared/ids.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { verifierCheck, verifierTitle } from '../baselines/verifier-check.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import type { Samples } from '../report/figure.ts';
import { startHub } from '../station/bench-hub.ts';
import { makeCrowdedSite } from '../station/crowded-site.ts';
import { StationLine } from '../station/station-line.ts';

const learners = 5000;
/** Each is a try of its own kind, at somebody not tried before; 20 in all give a 95th percentile. */
const triesARun = 5;

const codes = {
  right: ['rice', 'fish', 'moon', 'drum'],
  wrong: ['drum', 'fish', 'moon', 'rice'],
} as const;

const isEverybody = (value: unknown) => peopleViewSchema.parse(value).learners.length === learners;

/** One try, from its being sent to its answer, ms. */
async function timeTry(
  line: StationLine,
  learner: LearnerId,
  kind: keyof typeof codes,
): Promise<number> {
  const input = { learner, code: codes[kind] };
  const { value, sentMs, answeredMs } = await line.ask('sitting.start', input);
  const { result } = signInResultSchema.parse(value);
  if (result !== (kind === 'right' ? 'signed-in' : 'wrong')) {
    throw new CannotMeasure(`A ${kind} code was answered: ${result}.`);
  }
  if (kind === 'right') await line.ask('sitting.end', { reason: 'learner' });
  return answeredMs - sentMs;
}

/** Sign-in at a station of a large site: the right code, a wrong one, and somebody unknown there. */
export async function measureIdentity(bench: Bench): Promise<readonly Samples[]> {
  bench.say(`Making a site of ${learners} learners …`);
  const site = await makeCrowdedSite(bench, { name: 'identity', learners, stations: 1 });
  const [folder = ''] = site.stationFolders;
  const people = site.keyring.learners.map(({ learner }) => learner).values();
  const check = await verifierCheck();
  const random = systemRandomness();
  const right: number[] = [];
  const wrong: number[] = [];
  const unknown: number[] = [];
  const least: number[] = [];
  const hub = await startHub(bench, site.hub);
  const line = await StationLine.open(bench, { folder, kind: 'kiosk' });
  try {
    await line.await('people', isEverybody);
    for (let run = 0; run < bench.runs * triesARun; run += 1) {
      right.push(await timeTry(line, someone(people), 'right'));
      wrong.push(await timeTry(line, someone(people), 'wrong'));
      unknown.push(await timeTry(line, freshIds.learner(random), 'wrong'));
      least.push(await check());
    }
  } finally {
    await line.close();
    await hub.stop();
  }
  const at = `at a station holding ${learners} accounts, sent to answered`;
  const samples = (name: string, title: string, measured: readonly number[]): Samples => ({
    name,
    title: `${title} ${at}`,
    unit: 'ms',
    measured,
    baseline: { title: verifierTitle, samples: least },
  });
  return [
    samples('identity-right', 'a right picture code', right),
    samples('identity-wrong', 'a wrong picture code', wrong),
    samples('identity-unknown', 'a try at somebody unknown', unknown),
  ];
}

function someone(people: IterableIterator<LearnerId>): LearnerId {
  const { value, done } = people.next();
  if (done === true) throw new CannotMeasure('More tries than learners.');
  return value;
}
