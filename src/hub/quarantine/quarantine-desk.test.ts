import { beforeEach, describe, expect, it, vi } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';
import type { OpenOptions } from '../../../tests/factories/hub-lab.ts';
import { TestStore, withRevision } from '../../../tests/factories/test-store.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { healthSchema } from '../../shared/contracts/hub-api.ts';
import type { DecisionKind, QuarantineItem } from '../../shared/contracts/quarantine.ts';
import { ReanError } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { StaffId } from '../../shared/ids.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';
import { indexKeys } from '../intake/index-records.ts';

const somebody = staffIdSchema.parse('of-aaaaaaaaaaaa');

let lab: HubLab;
let hub: Hub;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'], learners: 2 });
  hub = await lab.open();
});

async function attempts(): Promise<number> {
  await hub.settled();
  const path = `/state-${hub.site.generation}/learner:${lab.learner()}`;
  const answer = await ask(hub, { path, as: lab.station() });
  if (answer.statusCode === 404) return 0;
  const { _rev, ...document } = answer.json<Record<string, unknown>>();
  return openLearnerState(stateDocumentSchema.parse(document), lab.key(lab.learner())).attempts;
}

const listed = async (state: 'open' | 'decided' = 'open') =>
  (await hub.parts.desk.list.page({ state }, null)).items;

/** As listed by a hub opened for it, and closed again. */
async function listedAfresh(): Promise<readonly QuarantineItem[]> {
  const other = await lab.open();
  const { items } = await other.parts.desk.list.page({ state: 'open' }, null);
  await other.settled();
  await other.close();
  return items;
}

async function counted(): Promise<number> {
  return healthSchema.parse((await ask(hub, { path: '/healthz', as: lab.station() })).json())
    .quarantined;
}

/** By two, unless said otherwise. */
async function decide(
  kind: DecisionKind,
  items: readonly QuarantineItem[],
  second: StaffId | null = somebody,
) {
  const contents = items.map(({ content }) => content);
  const deciding = { kind, contents, reason: 'witnessed', who: 'សុខ', by: 'console' } as const;
  const outcomes = await hub.parts.desk.decide({ ...deciding, second });
  return outcomes.map(({ outcome }) => outcome);
}

async function restart(options: OpenOptions = {}): Promise<void> {
  lab.cutPower();
  hub = await lab.open(options);
}

const attempt = () => payloads.attempt('a', 'right');

/** An event of the first kiosk whose signature is another key's. */
async function pushWronglySigned() {
  const store = lab.store();
  const event = store.record(attempt(), lab.learner());
  const { _rev, sig, ...rest } = event;
  const spoilt = withRevision({ ...rest, sig: `${sig.slice(0, -8)}AAAAAA==` });
  await push(hub, store.station, [spoilt, store.record(attempt(), lab.learner())]);
  await hub.settled();
  return { store, spoilt };
}

/** Two contents of one id, as a station makes whose disk was copied. */
async function pushTwins() {
  const store = lab.store();
  const twins = [
    store.at(1, attempt(), lab.learner()),
    store.at(1, payloads.attempt('a', 'shown'), lab.learner()),
  ];
  for (const twin of twins) await push(hub, store.station, [twin]);
  await hub.settled();
  return { store, twins };
}

/** What another station brings of one that this hub doesn't know yet. */
async function pushOfUnknownStation() {
  const elsewhere = await HubLab.make({ seed: 2, learners: 2 });
  const store = lab.store();
  const options = { random: lab.random, keyOf: () => lab.key(lab.learner()) };
  const event = new TestStore(elsewhere.station(), options).record(attempt(), lab.learner());
  await push(hub, store.station, [event]);
  await hub.settled();
  return event;
}

describe('[HUB15] a content held back', () => {
  it('is listed with what can be said of it unopened, and counted', async () => {
    const { spoilt } = await pushWronglySigned();
    const items = await listed();
    expect(items).toMatchObject([
      {
        reason: 'signature',
        event: spoilt._id,
        origin: lab.station().station,
        type: 'attempt.recorded',
        learner: lab.learner(),
        decided: null,
      },
    ]);
    expect(await counted()).toBe(1);
    expect(await attempts()).toBe(1);
  });

  it('counts once a person releases it, and the receipt is as it was', async () => {
    const { store } = await pushWronglySigned();
    const before = await contiguousSeq(hub, store);
    expect(await decide('release', await listed())).toEqual(['released']);
    expect(await attempts()).toBe(2);
    expect(await contiguousSeq(hub, store)).toBe(before);
    expect([await counted(), await listed()]).toEqual([0, []]);
    const [decided] = await listed('decided');
    expect(decided?.decided).toMatchObject({ kind: 'release', who: 'សុខ', reason: 'witnessed' });
  });

  it('is kept and no longer open once a person rejects it; sent again it stays rejected', async () => {
    const { store, spoilt } = await pushWronglySigned();
    expect(await decide('reject', await listed())).toEqual(['rejected']);
    for (const carrier of [0, 1]) await push(hub, lab.station(carrier), [spoilt]);
    await hub.settled();
    expect([await counted(), await attempts()]).toEqual([0, 1]);
    expect(await listed('decided')).toHaveLength(1);
    expect(await contiguousSeq(hub, store)).toBe(2);
  });

  it('may be decided over again by another word, and the last word holds', async () => {
    await pushWronglySigned();
    const items = await listed();
    await decide('release', items);
    expect(await decide('reject', items)).toEqual(['rejected']);
    expect(await attempts()).toBe(1);
    expect(await decide('release', items)).toEqual(['released']);
    expect(await attempts()).toBe(2);
  });

  it('is decided over once, however often the decision is sent', async () => {
    await pushWronglySigned();
    const items = await listed();
    const entries = hub.parts.office.journal.nextHubSeq;
    const answers = await Promise.all([decide('release', items), decide('release', items)]);
    expect(answers).toEqual([['released'], ['already']]);
    expect(await decide('release', items)).toEqual(['already']);
    expect(hub.parts.office.journal.nextHubSeq).toBe(entries + 1);
    expect(await attempts()).toBe(2);
  });

  it('of a clone counts where a person picks it, and the other stays held', async () => {
    const { store } = await pushTwins();
    const items = await listed();
    expect([items.length, await attempts()]).toEqual([2, 0]);
    const [first, second] = items;
    if (!first || !second) throw new Error('no twins');
    await decide('release', [second]);
    expect([await attempts(), await counted()]).toEqual([1, 1]);
    await decide('reject', [first]);
    expect([await attempts(), await counted()]).toEqual([1, 0]);
    expect(await contiguousSeq(hub, store)).toBe(1);
  });

  it('that was rejected does not make its twin count', async () => {
    await pushTwins();
    const [first] = await listed();
    await decide('reject', first ? [first] : []);
    expect([await attempts(), await counted()]).toEqual([0, 1]);
  });

  it('of a station not known yet counts when it is released, and so does what follows', async () => {
    const event = await pushOfUnknownStation();
    expect(await listed()).toMatchObject([{ reason: 'unknown-origin', event: event._id }]);
    expect(await decide('release', await listed())).toEqual(['released']);
    expect(await attempts()).toBe(1);
  });

  it('[PRM4] that no station of the site signed takes two to count for a learner', async () => {
    await pushWronglySigned();
    await pushOfUnknownStation();
    const items = await listed();
    expect(items.map(({ reason }) => reason).sort()).toEqual(['signature', 'unknown-origin']);
    const before = hub.parts.office.journal.nextHubSeq;
    const alone = { code: 'permission.second', facts: { problem: 'missing' } };
    for (const item of items) {
      await expect(decide('release', [item], null)).rejects.toMatchObject(alone);
    }
    expect(hub.parts.office.journal.nextHubSeq).toBe(before);
    expect(await decide('reject', items, null)).toEqual(['rejected', 'rejected']);
    // Nor after it was decided over otherwise.
    await expect(decide('release', items, null)).rejects.toMatchObject(alone);
    expect(await decide('release', items)).toEqual(['released', 'released']);
    const [fact] = (await hub.parts.office.factsAfter(before, ['quarantine.decided'])).slice(-1);
    expect(fact?.payload.grounds).toMatchObject({ reason: 'witnessed', second: somebody });
  });

  it('of nobody, or one of a clone’s, takes one person to count', async () => {
    await pushTwins();
    const [twin] = await listed();
    expect(await decide('release', twin ? [twin] : [], null)).toEqual(['released']);
    const { _rev, sig, ...rest } = lab.store().record(attempt(), null);
    const spoilt = withRevision({ ...rest, sig: `${sig.slice(0, -8)}AAAAAA==` });
    await push(hub, lab.station(), [spoilt]);
    await hub.settled();
    const ofNobody = (await listed()).filter(({ reason }) => reason === 'signature');
    expect(await decide('release', ofNobody, null)).toEqual(['released']);
  });

  it('that can’t be read can’t be released, and says so; it can be rejected', async () => {
    const store = lab.store();
    const note = withRevision({ ...store.record(attempt(), lab.learner()), mark: 'A+' });
    const sealed = withRevision({ _id: 'note', text: 'hello' });
    await push(hub, store.station, [note, sealed]);
    await hub.settled();
    const items = await listed();
    expect(await decide('release', items)).toEqual(['unreadable', 'unreadable']);
    expect(await counted()).toBe(2);
    expect(await decide('reject', items)).toEqual(['rejected', 'rejected']);
    expect(await counted()).toBe(0);
  });

  it('that isn’t held is told as such', async () => {
    const nothing = { content: 'a'.repeat(64) } as QuarantineItem;
    expect(await decide('reject', [nothing])).toEqual(['not-held']);
  });
});

describe('[HUB15] a decision', () => {
  it('that the power went out over, after the journal, is carried out at the next start', async () => {
    await pushWronglySigned();
    const items = await listed();
    await hub.close();
    let full = false;
    const beforeIndexWrite = () => {
      if (full) throw new ReanError('store.full');
    };
    hub = await lab.open({ beforeIndexWrite });
    await hub.settled();
    full = true;
    await expect(decide('release', items)).rejects.toMatchObject({ code: 'store.full' });
    expect(await attempts()).toBe(1);
    await restart();
    expect(await attempts()).toBe(2);
    expect(await decide('release', items)).toEqual(['already']);
  });

  it('that the power went out over before the journal was not made', async () => {
    await pushWronglySigned();
    const items = await listed();
    lab.disk.full = true;
    await expect(decide('release', items)).rejects.toMatchObject({ code: 'store.full' });
    lab.disk.full = false;
    await restart();
    expect([await attempts(), await counted()]).toEqual([1, 1]);
    expect(await decide('release', items)).toEqual(['released']);
    expect(await attempts()).toBe(2);
  });

  it('holds over restarts, and where the index was lost', async () => {
    await pushWronglySigned();
    await decide('release', await listed());
    await pushOfUnknownStation();
    await decide('reject', await listed());
    await hub.settled();
    for (const lose of [() => undefined, () => lab.disk.remove('index')]) {
      await hub.close();
      lose();
      hub = await lab.open();
      expect([await attempts(), await counted()]).toEqual([2, 0]);
    }
    expect(await listed('decided')).toHaveLength(2);
  });
});

describe('[HUB15] [FLD7] an index that follows another journal than the hub’s', () => {
  it('as after a restore, is made anew, and decisions are those of the journal', async () => {
    await pushWronglySigned();
    await decide('release', await listed());
    await pushTwins();
    await hub.settled();
    await hub.close();
    const [twin] = await listedAfresh();
    const index = await lab.openIndex();
    const strange = {
      kind: 'release',
      reason: 'x',
      by: 'console',
      who: null,
      wallMs: 0,
      hubSeq: 2,
    };
    const put = (key: string, value: unknown) =>
      ({ type: 'put', key, value: JSON.stringify(value) }) as const;
    await index.write([
      put(indexKeys.decisions, { hubSeq: 2, hash: 'f'.repeat(64) }),
      put(indexKeys.decided(twin?.content ?? ''), strange),
    ]);
    await index.close();
    hub = await lab.open();
    expect([await attempts(), await counted()]).toEqual([2, 2]);
    expect(lab.logged.some(({ event }) => event === 'index.emptied')).toBe(true);
  });
});

describe('what was held back because its key was not known', () => {
  it('[REC5] counts once it is, though it was being judged as the key came', async () => {
    const { trust, quarantine, desk } = hub.parts;
    let holdOn = () => {};
    const keyHasCome = new Promise<void>((resolve) => {
      holdOn = resolve;
    });
    const hold = quarantine.hold.bind(quarantine);
    const holding = vi.spyOn(quarantine, 'hold').mockImplementation(async (heldBack) => {
      if (heldBack.length > 0) await keyHasCome;
      await hold(heldBack);
    });
    const unknown = vi.spyOn(trust, 'signingKey').mockReturnValue(null);
    const store = lab.store();
    await push(hub, store.station, [store.record(attempt(), lab.learner())]);
    const takenIn = hub.settled();
    await vi.waitUntil(() => holding.mock.calls.some(([heldBack]) => heldBack.length > 0));
    unknown.mockRestore();
    const releasing = desk.releaseKnown();
    holdOn();
    await Promise.all([takenIn, releasing]);
    expect(await desk.open()).toBe(0);
    expect(await attempts()).toBe(1);
  });
});
