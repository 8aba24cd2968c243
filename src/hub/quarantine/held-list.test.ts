import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import type { TestStore } from '../../../tests/factories/test-store.ts';
import type { DecisionKind, QuarantineFilter } from '../../shared/contracts/quarantine.ts';
import type { Hub } from '../hub.ts';

const minuteMs = 60_000;

let nowMs: number;
const clock = { wallMs: () => nowMs, monotonicMs: () => performance.now() };
let lab: HubLab;
let hub: Hub;

beforeEach(async () => {
  nowMs = 1_790_000_000_000;
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk'], learners: 1, clock });
  hub = await lab.open({ clock });
});

const page = (wanted: Partial<QuarantineFilter> = {}, after: string | null = null) =>
  hub.parts.desk.list.page({ state: 'open', ...wanted }, after);

async function bring(store: TestStore, carrier: number, seq: number, outcome: 'right' | 'shown') {
  const event = store.at(seq, payloads.attempt('a', outcome), lab.learner());
  await push(hub, lab.station(carrier), [event]);
  await hub.settled();
  return event;
}

/** One number twice: first by its own station, ten minutes later by another that carried it. */
async function bringTwins(store: TestStore, seq = 1) {
  const firstMs = nowMs;
  await bring(store, 0, seq, 'right');
  nowMs += 10 * minuteMs;
  await bring(store, 1, seq, 'shown');
  return { firstMs, secondMs: nowMs };
}

async function decide(kind: DecisionKind, content = '') {
  const deciding = { kind, contents: [content], reason: 'right-one', who: 'x', by: 'console' };
  await hub.parts.desk.decide({ ...deciding, by: 'console', second: null });
  await hub.settled();
}

describe('[HUB16] two contents of one number', () => {
  it('are told apart by who brought them when, and by which counted first', async () => {
    const { firstMs, secondMs } = await bringTwins(lab.store());
    const { items, twins } = await page();
    const byTime = items.toSorted((a, b) => (a.cameMs ?? 0) - (b.cameMs ?? 0));
    const [own, carrier] = [lab.station(0).station, lab.station(1).station];
    expect(byTime).toMatchObject([
      { cameMs: firstMs, wallMs: secondMs, carrier: own, counted: true, counts: 'none' },
      { cameMs: secondMs, wallMs: secondMs, carrier, counted: false, counts: 'none' },
    ]);
    expect(twins).toEqual([]);
  });

  it('stand beside each other though one is decided over, and say which counts now', async () => {
    await bringTwins(lab.store());
    const [chosen, other] = (await page()).items;
    await decide('release', chosen?.content);
    const open = await page();
    expect(open).toMatchObject({
      items: [{ content: other?.content, counts: 'other' }],
      twins: [{ content: chosen?.content, counts: 'this', decided: { kind: 'release' } }],
    });
    await decide('reject', chosen?.content);
    expect((await page()).items).toMatchObject([{ content: other?.content, counts: 'none' }]);
  });

  it('are remembered to the minute, over a restart and through what came behind them', async () => {
    const store = lab.store();
    const firstMs = nowMs;
    for (const seq of [1, 2, 3]) {
      await bring(store, 0, seq, 'right');
      nowMs += minuteMs / 4;
    }
    nowMs += minuteMs;
    await bring(store, 0, 4, 'right');
    const lateMs = nowMs;
    await hub.close();
    hub = await lab.open({ clock });
    for (const seq of [3, 4]) await bring(store, 1, seq, 'shown');
    const came = (await page()).items.filter(({ counted }) => counted);
    expect(new Set(came.map(({ cameMs }) => cameMs))).toEqual(new Set([firstMs, lateMs]));
  });

  it('are said to be of an unknown carrier where the hub was killed before it took them in', async () => {
    const store = lab.store();
    const event = store.at(1, payloads.attempt('a', 'right'), lab.learner());
    await hub.parts.databases.segments.readers[0]?.carry([event]);
    await hub.close();
    hub = await lab.open({ clock });
    await hub.settled();
    await bring(store, 1, 1, 'shown');
    const first = (await page()).items.find(({ counted }) => counted);
    expect(first).toMatchObject({ cameMs: null, carrier: null });
  });
});

describe('[HUB16] a long list', () => {
  it('goes by pages, each content once, and by reason and station', async () => {
    const stores = [lab.store(0), lab.store(1)];
    for (const [at, store] of stores.entries()) {
      const notes = Array.from({ length: 40 }, (_, index) =>
        withRevision({ _id: `note-${at}-${index}`, text: 'hello' }),
      );
      await push(hub, store.station, notes);
    }
    await bringTwins(lab.store(1));
    const first = await page();
    const second = await page({}, first.next);
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 32, null]);
    const contents = [...first.items, ...second.items].map(({ content }) => content);
    expect(new Set(contents).size).toBe(82);
    expect((await page({ reason: 'clone' })).items).toHaveLength(2);
    expect((await page({ origin: lab.station(1).station })).items).toHaveLength(2);
    expect((await page({ origin: lab.station(0).station })).items).toEqual([]);
  });
});
