import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import type { CarriedEvent } from '../../../tests/factories/test-store.ts';
import { newerEvent } from '../../../tests/skew/newer-format.ts';
import { foldLearner } from '../../domain/fold/fold-learner.ts';
import { eventDocumentSchema } from '../../shared/contracts/documents/event.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { Health } from '../../shared/contracts/hub-api.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openEvent } from '../../sync/envelope/event.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';
import { indexKeys, indexPrefixes } from './index-records.ts';

let lab: HubLab;
let hub: Hub;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'], learners: 2 });
  hub = await lab.open();
});

async function health(): Promise<Health> {
  return (await ask(hub, { path: '/healthz', as: lab.station() })).json<Health>();
}

async function stateOf(learner: LearnerId) {
  await hub.settled();
  const path = `/state-${hub.site.generation}/learner:${learner}`;
  const answer = await ask(hub, { path, as: lab.station() });
  if (answer.statusCode === 404) return null;
  const { _rev, ...document } = answer.json<Record<string, unknown>>();
  const state = stateDocumentSchema.parse(document);
  return { ...state, state: openLearnerState(state, lab.key(learner)) };
}

function expected(learner: LearnerId, events: readonly CarriedEvent[]) {
  const opened = events.map(({ _rev, ...document }) =>
    openEvent(eventDocumentSchema.parse(document), lab.key(learner)),
  );
  return foldLearner(learner, opened);
}

describe('[FLD1] pushed events', () => {
  it('become the learner’s state, with the vector they cover', async () => {
    const store = lab.store();
    const learner = lab.learner();
    const events = [
      store.record(payloads.started(), learner),
      store.record(payloads.opened(), learner),
      store.record(payloads.attempt('a', 'right'), learner),
    ];
    expect((await push(hub, store.station, events)).statusCode).toBe(201);
    const folded = await stateOf(learner);
    expect(folded?.state).toEqual(expected(learner, events));
    expect(folded).toMatchObject({
      lamport: 3,
      folded: { [`${store.station.station}:${store.id}`]: 3 },
    });
    expect(await health()).toMatchObject({ ok: true, unfolded: 0, quarantined: 0 });
  });

  it('[FLD2] are folded anew when one comes that is earlier in order', async () => {
    const [first, second] = [lab.store(0), lab.store(1)];
    const learner = lab.learner();
    const late = first.record(payloads.attempt('a', 'not-yet'), learner, 10);
    const early = second.record(payloads.started(), learner, 4);
    await push(hub, first.station, [late]);
    expect((await stateOf(learner))?.state.seat).toBeNull();
    await push(hub, second.station, [early]);
    expect((await stateOf(learner))?.state).toEqual(expected(learner, [late, early]));
  });

  it('[FLD2] are folded anew when a filled gap lets in an earlier one of somebody else', async () => {
    const [gappy, other] = [lab.store(0), lab.store(1)];
    const filler = gappy.record(payloads.started(), lab.learner(1), 1);
    const early = gappy.record(payloads.attempt('a', 'right'), lab.learner(0), 2);
    const late = other.record(payloads.attempt('b', 'right'), lab.learner(0), 9);
    await push(hub, gappy.station, [early]);
    await push(hub, other.station, [late]);
    await hub.settled();
    await hub.close();
    hub = await lab.open();
    await push(hub, gappy.station, [filler]);
    expect((await stateOf(lab.learner(0)))?.state).toEqual(expected(lab.learner(0), [early, late]));
  });

  it('about nobody count, and are folded into nobody', async () => {
    const store = lab.store();
    const staff = { type: 'staff.signed-in', staff: 'of-aaaaaaaaaaaa' } as const;
    await push(hub, store.station, [store.record(Object.assign(staff), null)]);
    expect(await contiguousSeq(hub, store)).toBe(1);
    expect(await health()).toMatchObject({ unfolded: 0, quarantined: 0 });
  });
});

describe('[HUB7] a receipt', () => {
  it('covers what is held without a gap', async () => {
    const store = lab.store();
    const [one, two, three] = [1, 2, 3].map(() =>
      store.record(payloads.attempt('a', 'right'), lab.learner()),
    );
    await push(hub, store.station, [one ?? {}, three ?? {}]);
    expect(await contiguousSeq(hub, store)).toBe(1);
    expect((await stateOf(lab.learner()))?.state.attempts).toBe(1);
    expect(await health()).toMatchObject({ unfolded: 1 });
    await push(hub, store.station, [two ?? {}]);
    expect(await contiguousSeq(hub, store)).toBe(3);
    expect((await stateOf(lab.learner()))?.state.attempts).toBe(3);
  });

  it('counts an event that comes twice once', async () => {
    const store = lab.store();
    const event = store.record(payloads.attempt('a', 'right'), lab.learner());
    for (let time = 0; time < 3; time += 1) await push(hub, store.station, [event]);
    expect(await contiguousSeq(hub, store)).toBe(1);
    expect((await stateOf(lab.learner()))?.state.attempts).toBe(1);
  });

  it('covers events brought by another station, as they were signed', async () => {
    const store = lab.store(0);
    const event = store.record(payloads.attempt('a', 'right'), lab.learner());
    expect((await push(hub, lab.station(1), [event])).statusCode).toBe(201);
    expect(await contiguousSeq(hub, store)).toBe(1);
  });
});

describe('[HUB8] quarantine', () => {
  const bad: [string, (event: CarriedEvent) => object][] = [
    ['another payload', (event) => ({ ...event, sealed: `${event.sealed.slice(0, -8)}AAAAAAA=` })],
    ['another learner', (event) => ({ ...event, learner: lab.learner(1) })],
    ['an unknown signing key', (event) => ({ ...event, signer: `${lab.station().station}:7` })],
    ['a member too many', (event) => ({ ...event, mark: 'A+' })],
  ];
  it.each(bad)('holds a station’s own event with %s, and answers ok', async (_what, spoil) => {
    const store = lab.store();
    const event = withRevision({ ...spoil(store.record(payloads.started(), lab.learner())) });
    const after = store.record(payloads.attempt('a', 'right'), lab.learner());
    const answer = await push(hub, store.station, [event, after]);
    expect([answer.statusCode, answer.json()]).toEqual([201, []]);
    expect(await contiguousSeq(hub, store)).toBe(2);
    expect((await stateOf(lab.learner()))?.state).toMatchObject({ attempts: 1, seat: null });
    expect(await health()).toMatchObject({ ok: true, quarantined: 1, unfolded: 0 });
  });

  it('holds what is no event at all', async () => {
    const note = withRevision({ _id: 'note', text: 'hello' });
    expect((await push(hub, lab.station(), [note])).statusCode).toBe(201);
    await hub.settled();
    expect(await health()).toMatchObject({ quarantined: 1 });
  });

  it('[HUB6] stops at the door what only claims to be another station’s', async () => {
    const store = lab.store(0);
    const real = store.record(payloads.started(), lab.learner());
    const forged = withRevision({ ...real, sealed: 'AAAA', _rev: undefined });
    const answer = await push(hub, lab.station(1), [forged]);
    expect([answer.statusCode, answer.json()]).toEqual([201, []]);
    expect(await contiguousSeq(hub, store)).toBe(0);
    expect(await health()).toMatchObject({ quarantined: 1 });
    await push(hub, store.station, [real]);
    expect(await contiguousSeq(hub, store)).toBe(1);
    expect((await stateOf(lab.learner()))?.state.seat).not.toBeNull();
  });

  it('[HUB9] holds both of two contents under one id, whichever came first', async () => {
    const store = lab.store();
    const kept = store.record(payloads.started(), lab.learner());
    const twins = [
      store.at(2, payloads.attempt('a', 'right'), lab.learner()),
      store.at(2, payloads.attempt('a', 'shown'), lab.learner()),
    ];
    await push(hub, store.station, [kept]);
    for (const twin of twins) {
      await push(hub, store.station, [twin]);
      await hub.settled();
    }
    expect(await contiguousSeq(hub, store)).toBe(2);
    expect((await stateOf(lab.learner()))?.state).toEqual(expected(lab.learner(), [kept]));
    expect(await health()).toMatchObject({ quarantined: 2 });
  });
});

describe('[EVT6] an event of a newer version', () => {
  it('is held and counted, and folded once it is understood', async () => {
    const store = lab.store();
    const newer = newerEvent(lab, store, {
      seq: 1,
      learner: lab.learner(),
      type: 'sitting.started',
      payload: payloads.started(),
      clear: { v: 2 },
    });
    const after = store.at(2, payloads.attempt('a', 'right'), lab.learner());
    await push(hub, store.station, [newer, after]);
    expect(await contiguousSeq(hub, store)).toBe(2);
    expect((await stateOf(lab.learner()))?.state.attempts).toBe(1);
    expect(await health()).toMatchObject({ quarantined: 0, unfolded: 0 });
  });

  it('is held back where its station did not sign it', async () => {
    const store = lab.store();
    const unsigned = withRevision({ ...store.record(payloads.started(), lab.learner()), v: 2 });
    await push(hub, store.station, [unsigned]);
    expect(await contiguousSeq(hub, store)).toBe(1);
    expect(await health()).toMatchObject({ quarantined: 1 });
  });

  it('that an older hub had to hold is put in its place at the next start', async () => {
    const store = lab.store();
    const event = store.record(payloads.started(), lab.learner());
    await push(hub, store.station, [event]);
    await hub.settled();
    await hub.close();
    const order = { prefix: indexPrefixes.order(lab.learner()) };
    const index = await lab.openIndex();
    const [placed] = await index.range(order);
    const held = { status: 'newer', segments: ['events-0001'], fold: null };
    await index.write([
      { type: 'put', key: indexKeys.event(event._id), value: JSON.stringify(held) },
      { type: 'put', key: indexKeys.newer(event._id), value: '{}' },
      { type: 'put', key: indexKeys.judgedAgain, value: '{"by":"0.0.0 older","after":null}' },
      { type: 'del', key: placed?.[0] ?? '' },
    ]);

    hub = await lab.open();
    await hub.settled();
    expect(await index.range(order)).toEqual([placed]);
    expect(await index.range({ prefix: indexPrefixes.newer })).toEqual([]);
  });
});

describe('[FLD5] a hub stopped at any moment', () => {
  it('goes on where it was, to the same state', async () => {
    const store = lab.store();
    const learner = lab.learner();
    const events = [store.record(payloads.started(), learner)];
    for (let count = 0; count < 8; count += 1) {
      events.push(store.record(payloads.attempt(`item-${count}`, 'right'), learner));
    }
    for (const event of events) {
      await push(hub, store.station, [event]);
      lab.cutPower();
      hub = await lab.open();
    }
    expect(await contiguousSeq(hub, store)).toBe(events.length);
    expect((await stateOf(learner))?.state).toEqual(expected(learner, events));
  });
});
