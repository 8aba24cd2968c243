import { once } from 'node:events';
import { watch as watchFolder } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRunningHub } from '../../src/hub/control/control-client.ts';
import { openHub } from '../../src/hub/server/open-hub.ts';
import { decideCommand, vouchCommand } from '../../src/hub/quarantine/quarantine-commands.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { DecisionKind } from '../../src/shared/contracts/quarantine.ts';
import type { StoredDocument } from '../../src/sync/store/storage.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { payloads } from '../factories/events.ts';
import { startHubProcess } from '../factories/hub-process.ts';
import { makeDiskSite } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';
import { silentLog } from '../factories/real-lab.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { TestStore, keyIn, withRevision } from '../factories/test-store.ts';
import { twoManagers } from '../factories/two-managers.ts';

const seed = 20261122;
/** Held back, and decided over all at once. */
const held = 40;
/** Kills spread over the time a decision takes. */
const timed = 4;

const random = seededRandomness(seed);
let site: DiskSite;
/** A spoilt event of a learner's counts by the word of two ([PRM4]). */
let managers: Awaited<ReturnType<typeof twoManagers>>;

beforeAll(async () => {
  site = await makeDiskSite(seed);
  managers = await twoManagers(site.folder);
});
afterAll(() => site.remove());

interface Standing {
  /** Entries of the journal that decide. */
  readonly entries: number;
  readonly open: number;
  readonly released: number;
  readonly rejected: number;
  /** As the learner's state has it. */
  readonly attempts: number;
}

/** Opens the hub on the folder, after whatever happened to it, and closes it again. */
async function look(work: (hub: Awaited<ReturnType<typeof openHub>>) => Promise<void>) {
  const hub = await openHub({ folder: site.folder, version: '0.0.0', log: silentLog });
  try {
    await hub.settled();
    await work(hub);
    await hub.settled();
    return await standingOf(hub);
  } finally {
    await hub.close();
  }
}

async function standingOf({ parts }: Awaited<ReturnType<typeof openHub>>): Promise<Standing> {
  const { items } = await parts.desk.list.page({ state: 'decided' }, null);
  const kinds = items.map(({ decided }) => decided?.kind);
  return {
    entries: (await parts.office.factsAfter(0, ['quarantine.decided'])).length,
    open: await parts.desk.open(),
    released: kinds.filter((kind) => kind === 'release').length,
    rejected: kinds.filter((kind) => kind === 'reject').length,
    attempts: attemptsIn(await parts.databases.state.get(`learner:${site.learner}`)),
  };
}

function attemptsIn(stored: StoredDocument | null): number {
  if (stored === null) return 0;
  const { _rev, ...document } = stored;
  const state = stateDocumentSchema.parse(document);
  return openLearnerState(state, keyIn(site.keyring, site.learner)).attempts;
}

/** One good event, and many that somebody spoilt on the way. */
async function holdMany(): Promise<readonly string[]> {
  const [station] = site.stations;
  if (!station) throw new Error('no station');
  const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
  const store = new TestStore(station, { random, keyOf });
  const record = (at: number) =>
    store.record(payloads.attempt(`item-${at}`, 'right'), site.learner);
  const spoilt = Array.from({ length: held }, (_, at) => {
    const event = record(at);
    return withRevision({ ...event, sig: `${event.sig.slice(0, -8)}AAAAAA==` });
  });
  const contents: string[] = [];
  await look(async ({ parts }) => {
    await parts.databases.segments.readers.at(-1)?.carry([...spoilt, record(held)]);
    parts.databases.segments.pushing('events-0001')();
    await parts.intake.catchUp();
    const { items } = await parts.desk.list.page({ state: 'open' }, null);
    contents.push(...items.map(({ content }) => content));
  });
  return contents;
}

/** When a hub is killed: so long after it was asked, or as soon as something of it changes on the disk. */
type Kill = { readonly ms: number } | { readonly onWriteTo: 'journal' | 'index' } | 'never';

/** Decides at a hub that is killed meanwhile; whether it answered before that, and after how long. */
async function decide(kind: DecisionKind, contents: readonly string[], kill: Kill) {
  const hub = await startHubProcess(site.folder);
  const due = new AbortController();
  const killed = moment(kill, due.signal);
  const asked = performance.now();
  const answered = ask(kind, contents).then(
    (done) => done !== null,
    () => false,
  );
  await Promise.race([killed, answered]);
  const tookMs = performance.now() - asked;
  due.abort();
  await hub.end('SIGKILL');
  return { answered: await answered, tookMs };
}

function ask(kind: DecisionKind, given: readonly string[]) {
  const call = { say: () => undefined, signal: new AbortController().signal };
  const contents = [...given];
  if (kind === 'reject') {
    const decision = { kind, contents, reason: 'not-done', who: 'សុខ' };
    return askRunningHub(site.folder, decideCommand, decision, call);
  }
  const [who, second] = managers;
  const vouched = { contents, reason: 'witnessed' as const, who, second };
  return askRunningHub(site.folder, vouchCommand, vouched, call);
}

async function moment(kill: Kill, signal: AbortSignal): Promise<void> {
  if (kill === 'never') return once(signal, 'abort').then(() => undefined);
  if ('ms' in kill) return after(kill.ms);
  const names = await readdir(site.folder, { recursive: true, withFileTypes: true });
  const folder = names.find((each) => each.isDirectory() && each.name.startsWith(kill.onWriteTo));
  if (folder === undefined) throw new Error(`no ${kill.onWriteTo}`);
  await once(watchFolder(join(folder.parentPath, folder.name), { signal }), 'change');
}

describe('[HUB15] a hub killed in the middle of a decision', () => {
  it('has made all of it or nothing, and what it answered holds', async () => {
    const contents = await holdMany();
    expect(contents).toHaveLength(held);
    let before = await look(() => Promise.resolve());
    expect(before).toEqual({ entries: 0, open: held, released: 0, rejected: 0, attempts: 1 });
    const { tookMs } = await decide('reject', contents, 'never');
    before = await look(() => Promise.resolve());
    const times = Array.from({ length: timed }, (_, at) => ({ ms: (tookMs * (at + 1)) / timed }));
    const writes = (['journal', 'index', 'journal', 'index'] as const).map((onWriteTo) => {
      return { onWriteTo };
    });
    const seen = new Set<string>();
    for (const [round, kill] of [...writes, ...times].entries()) {
      const kind = before.rejected > 0 ? 'release' : 'reject';
      const { answered } = await decide(kind, contents, kill);
      const now = await look(() => Promise.resolve());
      const made = now.entries > before.entries;
      seen.add(`${made ? 'made' : 'not made'}, ${answered ? 'answered' : 'not answered'}`);
      const told = { round, kill };
      // What was answered is made.
      const holds = made || !answered;
      const whole = made ? decidedAs(kind, before) : before;
      expect({ ...told, ...now, holds }).toEqual({ ...told, ...whole, holds: true });
      before = now;
    }
    // Or it was not killed in between at all.
    expect(seen).toContain('made, not answered');
  });
});

function decidedAs(kind: DecisionKind, { entries }: Standing): Standing {
  const whole = { entries: entries + 1, open: 0, released: 0, rejected: 0, attempts: 1 };
  if (kind === 'reject') return { ...whole, rejected: held };
  return { ...whole, released: held, attempts: held + 1 };
}
