import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { fillSegment } from '../../scripts/large-site/fill-segment.ts';
import { makeLargeSite } from '../../scripts/large-site/large-site.ts';
import type { LargeSite } from '../../scripts/large-site/large-site.ts';
import { makeEvents } from '../../scripts/large-site/make-events.ts';
import type { CarriedEvent } from '../../scripts/large-site/make-events.ts';
import { seededStream } from '../../scripts/large-site/seeded-stream.ts';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import { databaseFolder } from '../../src/hub/site/set-up-folder.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { openEvent } from '../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { reanProgram } from '../factories/hub-process.ts';
import { keyIn } from '../factories/test-store.ts';

/** `npm run test:long` asks for two hundred thousand. */
const events = z.coerce.number().int().min(3000).default(3000).parse(process.env['REAN_EVENTS']);
const learners = 60;
const seed = 20261122;
const pageSize = 1000;
/** What a hub may take of memory of its own beyond files in the system's cache, MB. */
const mostMegabytes = 300;

const lineSchema = z.looseObject({ event: z.string(), taken: z.number().optional() });
type Line = z.infer<typeof lineSchema>;

let site: LargeSite;
let folder: string;
/** The events of one learner, to fold here. */
let watched: { readonly learner: LearnerId; readonly events: readonly CarriedEvent[] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rean-large-'));
  const random = seededStream(seed);
  const hubUrl = 'https://127.0.0.1:1';
  site = await makeLargeSite({ folder, hubUrl, stations: 8, learners, random });
  const [first] = site.keyring.learners;
  if (!first) throw new Error('no learner');
  const own: CarriedEvent[] = [];
  function* kept() {
    for (const page of makeEvents({ ...site, events, random }, pageSize)) {
      own.push(...page.filter(({ learner }) => learner === first?.learner));
      yield page;
    }
  }
  await fillSegment(site.hubFolder, kept());
  watched = { learner: first.learner, events: own };
  return () => rm(folder, { recursive: true, force: true });
}, 3_600_000);

/** A copy of the hub, whose index is to be made from its events. */
async function copyOfHub(name: string): Promise<string> {
  const copy = join(folder, name);
  await cp(site.hubFolder, copy, { recursive: true });
  await rm(join(copy, 'index'), { recursive: true, force: true });
  return copy;
}

/** A hub's process, and what it logs line by line. */
function runHub(hubFolder: string) {
  const words = [reanProgram, 'hub', 'run', '--data', hubFolder, '--port', '0'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: Line[] = [];
  const hearers = new Set<() => void>();
  createInterface({ input: child.stderr }).on('line', (text) => {
    lines.push(lineSchema.parse(JSON.parse(text)));
    for (const hear of hearers) hear();
  });
  const ended = once(child, 'exit');
  return {
    lines,
    ready: once(child.stdout, 'data'),
    logged: (event: string) =>
      new Promise<void>((resolve) => {
        const hear = () => lines.some((line) => line.event === event) && resolve();
        hearers.add(hear);
        hear();
      }),
    megabytes: async () => {
      const text = await readFile(`/proc/${child.pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss_Anon:\s+(\d+) kB$/m.exec(text)?.[1]) / 1000;
    },
    end: async (signal: 'SIGKILL' | 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}

/** The watched learner's state as a stopped hub holds it. */
async function stateIn(hubFolder: string) {
  const { generation } = await readRequired(folderVault(hubFolder), siteFiles.site);
  const storage = await openLevelStorage(databaseFolder(hubFolder));
  const state = await storage.open(`state-${generation}`);
  const stored = await state.get(`learner:${watched.learner}`);
  await storage.close();
  if (stored === null) return null;
  const { _rev, ...document } = stored;
  return openLearnerState(
    stateDocumentSchema.parse(document),
    keyIn(site.keyring, watched.learner),
  );
}

describe('[FLD8] a hub that has to make its index from many events', () => {
  it('goes on where it was killed, in bounded memory, to the same state', async () => {
    const hubFolder = await copyOfHub('killed');
    const first = runHub(hubFolder);
    await first.logged('index.catching-up');
    await first.end('SIGKILL');
    const second = runHub(hubFolder);
    await second.ready;
    const megabytes = await second.megabytes();
    await second.logged('fold.everybody-folded');
    await second.end('SIGTERM');
    const caughtUp = second.lines.find(({ event }) => event === 'index.caught-up');
    expect(caughtUp?.taken).toBeLessThan(events);
    expect(megabytes).toBeLessThan(mostMegabytes);
    const key = keyIn(site.keyring, watched.learner);
    const opened = watched.events.map(({ _rev, ...document }) => openEvent(document, key));
    expect(await stateIn(hubFolder)).toEqual(foldLearner(watched.learner, opened));
  }, 7_200_000);
});
