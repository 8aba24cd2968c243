import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';
import { SimulatedClock } from '../../../tests/factories/simulated-clock.ts';
import { healthSchema, helloSchema, noticeSchema } from '../../shared/contracts/hub-api.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { MemoryDisk } from '../../sync/store/memory-storage.ts';
import type { Hub } from '../hub.ts';
import { siteFiles } from '../site/site-files.ts';

const dayMs = 24 * 60 * 60 * 1000;

let lab: HubLab;
let hub: Hub;

async function start(mostEvents: number, clock = new SimulatedClock()): Promise<void> {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk'], clock });
  await lab.vault.write(siteFiles.policy, { v: 1, segment: { mostEvents, mostDays: 31 } });
  hub = await lab.open();
}

async function segments(): Promise<readonly string[]> {
  const answer = await ask(hub, { path: '/v1/hello', as: lab.station() });
  return helloSchema.parse(answer.json()).segments;
}

async function announced(): Promise<unknown> {
  const path = `/directory-${hub.site.generation}/segments`;
  return (await ask(hub, { path, as: lab.station() })).json<{ open: unknown }>().open;
}

async function attempts(): Promise<number> {
  await hub.settled();
  const path = `/state-${hub.site.generation}/learner:${lab.learner()}`;
  const { _rev, ...stored } = (await ask(hub, { path, as: lab.station() })).json<
    object & { _rev: string }
  >();
  return openLearnerState(stateDocumentSchema.parse(stored), lab.key(lab.learner())).attempts;
}

const attempt = (store: ReturnType<HubLab['store']>) =>
  store.record(payloads.attempt('a', 'right'), lab.learner());

describe('[SEG1] a hub whose newest segment is full', () => {
  beforeEach(() => start(2));

  it('opens the next while it runs, and takes in what is pushed to either', async () => {
    const [old, fresh] = [lab.store(0), lab.store(1)];
    await push(hub, old.station, [attempt(old)]);
    await hub.settled();
    expect(await segments()).toEqual(['events-0001']);
    await push(hub, old.station, [attempt(old)]);
    await hub.settled();
    expect(await segments()).toEqual(['events-0001', 'events-0002']);
    expect(await announced()).toEqual(['events-0001', 'events-0002']);

    expect((await push(hub, fresh.station, [attempt(fresh)], 'events-0002')).statusCode).toBe(201);
    await push(hub, old.station, [attempt(old)]);
    expect(await contiguousSeq(hub, fresh)).toBe(1);
    expect(await contiguousSeq(hub, old)).toBe(3);
    expect(await attempts()).toBe(4);
  });

  it('opens the next though somebody asks for something all the time', async () => {
    const store = lab.store();
    const progress = { opened: false };
    const asking = Array.from({ length: 8 }, async () => {
      while (!progress.opened) await contiguousSeq(hub, store);
    });
    await push(hub, store.station, [attempt(store), attempt(store)]);
    await expect.poll(segments, { timeout: 30_000 }).toEqual(['events-0001', 'events-0002']);
    progress.opened = true;
    await Promise.all(asking);
  });

  it('tells stations that wait for news', async () => {
    const { generation } = hub.site;
    const none = { generation, directory: '0', state: '0', journal: '0' };
    const ask0 = (seen: Record<string, string>) =>
      ask(hub, { path: `/v1/notice?${new URLSearchParams(seen).toString()}`, as: lab.station() });
    const before = noticeSchema.parse((await ask0(none)).json());
    const store = lab.store();
    await push(hub, store.station, [attempt(store), attempt(store)]);
    await hub.settled();
    const after = noticeSchema.parse((await ask0(none)).json());
    expect(after.directory).toBeGreaterThan(Number(before.directory));
    expect(after.journal).toBeGreaterThan(Number(before.journal));
  });

  it('has them all again at the next start, and opens no more than needed', async () => {
    const store = lab.store();
    await push(hub, store.station, [attempt(store), attempt(store)]);
    await hub.settled();
    await push(hub, store.station, [attempt(store)], 'events-0002');
    await hub.settled();
    await hub.close();
    hub = await lab.open();
    await hub.settled();
    expect(await segments()).toEqual(['events-0001', 'events-0002']);
    expect(await contiguousSeq(hub, store)).toBe(3);
    expect(await attempts()).toBe(3);
  });

  it('folds nothing twice over segments when an event is in both', async () => {
    const store = lab.store();
    const events = [attempt(store), attempt(store)];
    await push(hub, store.station, events);
    await hub.settled();
    await push(hub, store.station, events, 'events-0002');
    expect(await attempts()).toBe(2);
    const health = await ask(hub, { path: '/healthz', as: lab.station() });
    expect(healthSchema.parse(health.json())).toMatchObject({ unfolded: 0, quarantined: 0 });
  });
});

describe('[SEG2] a hub whose newest segment is a month of lab days old', () => {
  it('opens the next at the first work of that day', async () => {
    const clock = new SimulatedClock();
    await start(1000, clock);
    const store = lab.store();
    await push(hub, store.station, [attempt(store)]);
    await hub.settled();
    clock.wallOffsetMs = 3 * 365 * dayMs;
    expect(await segments()).toEqual(['events-0001']);
    await push(hub, store.station, [attempt(store)]);
    await hub.settled();
    expect(await segments()).toEqual(['events-0001', 'events-0002']);
    await push(hub, store.station, [attempt(store)], 'events-0002');
    await hub.settled();
    expect(await segments()).toEqual(['events-0001', 'events-0002']);
  });
});

describe('[SEG1] a hub cut off while it opens a segment', () => {
  it('has it opened whole after the next start, wherever it was cut', async () => {
    await start(1000);
    const store = lab.store();
    await push(hub, store.station, [attempt(store), attempt(store)]);
    await hub.settled();
    await hub.close();
    await lab.vault.write(siteFiles.policy, { v: 1, segment: { mostEvents: 2, mostDays: 31 } });
    const pristine = lab.disk.copy();
    const third = attempt(store);
    const stages = new Set<string>();
    let cutAfter = 10;
    for (let whole = false; !whole; cutAfter += 2) {
      lab.disk = pristine.copy();
      const opening = lab.open();
      whole = await operated(cutAfter, opening);
      lab.cutPower();
      stages.add(stageOf(lab.disk, pristine));
      const cutOff = await opening;
      await cutOff.settled();
      await cutOff.close();
      hub = await lab.open();
      await hub.settled();
      expect(await segments()).toEqual(['events-0001', 'events-0002']);
      expect(await announced()).toEqual(['events-0001', 'events-0002']);
      await push(hub, store.station, [third], 'events-0002');
      expect(await contiguousSeq(hub, store)).toBe(3);
      await hub.close();
    }
    expect(stages).toEqual(new Set(['nothing', 'made', 'journalled']));
  });
});

/** Resolves once the disk has done so much, to false, or the hub has done all it has to, to true. */
async function operated(until: number, opening: Promise<Hub>): Promise<boolean> {
  const progress = { whole: false };
  const settle = async () => {
    await (await opening).settled();
    progress.whole = true;
  };
  const settled = settle();
  while (lab.disk.operations < until && !progress.whole) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  settled.catch(() => undefined);
  return progress.whole;
}

/** How far the opening of a segment has come on a disk that once was like `before`. */
function stageOf(disk: MemoryDisk, before: MemoryDisk): string {
  const journal = `journal-${hub.site.generation}`;
  if (disk.files(journal).keys.length > before.files(journal).keys.length) return 'journalled';
  return disk.locations().includes('events-0002') ? 'made' : 'nothing';
}
