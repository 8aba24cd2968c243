import { beforeEach, describe, expect, it } from 'vitest';
import type { Hub } from '../../src/hub/hub.ts';
import { indexPrefixes } from '../../src/hub/intake/index-records.ts';
import { stateDocumentSchema } from '../../src/shared/contracts/documents/state.ts';
import type { Health } from '../../src/shared/contracts/hub-api.ts';
import { ReanError } from '../../src/shared/errors.ts';
import { staffIdSchema } from '../../src/shared/ids.ts';
import { openLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { ids, payloads } from '../factories/events.ts';
import { HubLab, ask, contiguousSeq, push } from '../factories/hub-lab.ts';
import type { OpenOptions } from '../factories/hub-lab.ts';
import type { TestStore } from '../factories/test-store.ts';
import { beforeLockOuts, newerEvent, newerFormat } from './newer-format.ts';

const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');

let lab: HubLab;
let hub: Hub;
let store: TestStore;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['supervisor', 'kiosk'] });
  hub = await lab.open();
  store = lab.store();
});

/** What a station with newer software than the hub's records: a sitting known to both, and more. */
function recorded() {
  const learner = lab.learner();
  const { sitting } = ids;
  const started = store.record(payloads.started(), learner);
  const newer = [
    { type: 'help.asked', payload: { type: 'help.asked', sitting }, clear: { v: 2, mood: 'glad' } },
    { type: 'song.sung', payload: { type: 'song.sung', sitting, song: 'arapiya' } },
    { type: 'help.asked', payload: { type: 'help.asked', sitting, hint: 'half' } },
  ].map((event, index) => newerEvent(lab, store, { ...event, seq: index + 2, learner }));
  const last = store.at(5, payloads.attempt('a', 'right'), learner);
  return { newer, all: [started, ...newer, last] };
}

/** Starts a hub that has rested; how much it read and wrote meanwhile. */
async function readsOfAStart(options: OpenOptions = {}): Promise<number> {
  const before = lab.disk.operations;
  hub = await lab.open(options);
  return lab.disk.operations - before;
}

async function stored(id: string): Promise<unknown> {
  const path = `/events-0001/${encodeURIComponent(id)}`;
  return (await ask(hub, { path, as: store.station })).json<unknown>();
}

async function shown() {
  await hub.settled();
  const path = `/state-${hub.site.generation}/learner:${lab.learner()}`;
  const { _rev, ...document } = (await ask(hub, { path, as: lab.station() })).json<
    Record<string, unknown>
  >();
  const parsed = stateDocumentSchema.parse(document);
  return { folded: parsed.folded, ...openLearnerState(parsed, lab.key(lab.learner())) };
}

const quarantined = async () =>
  (await ask(hub, { path: '/healthz', as: lab.station() })).json<Health>().quarantined;

describe('[EVT6] events an older hub does not understand', () => {
  it('are kept as they were signed, whoever brings them, and receipted', async () => {
    const { newer, all } = recorded();
    expect((await push(hub, lab.station(1), all)).statusCode).toBe(201);
    expect(await contiguousSeq(hub, store)).toBe(5);
    expect(await quarantined()).toBe(0);
    expect(await Promise.all(newer.map(({ _id }) => stored(_id)))).toEqual(newer);
    expect(await shown()).toMatchObject({ attempts: 1, seat: { helpAsked: false } });
  });

  it('are folded in their places once a newer hub starts, and stay folded', async () => {
    const { newer, all } = recorded();
    for (const [index, event] of all.entries()) {
      await push(hub, lab.station(index % 2), [event]);
    }
    await hub.settled();
    await hub.close();
    hub = await lab.open();
    expect(await shown()).toMatchObject({ seat: { helpAsked: false } });
    await hub.close();
    hub = await lab.open({ format: newerFormat });
    expect(await shown()).toMatchObject({ attempts: 1, seat: { helpAsked: true } });
    expect(await Promise.all(newer.map(({ _id }) => stored(_id)))).toEqual(newer);
    expect([await contiguousSeq(hub, store), await quarantined()]).toEqual([5, 0]);
  });

  it('are folded at once by a hub that is newer from the start, to the same state', async () => {
    const { all } = recorded();
    const empty = lab.disk.copy();
    await push(hub, store.station, all);
    await hub.settled();
    await hub.close();
    hub = await lab.open({ format: newerFormat });
    const upgraded = await shown();
    await hub.close();
    lab.disk = empty;
    hub = await lab.open({ format: newerFormat });
    await push(hub, store.station, all);
    expect(await shown()).toEqual(upgraded);
  });

  it('cost a start nothing once software has judged them, and are judged where one was cut short', async () => {
    const { sitting } = ids;
    const asks = { type: 'help.asked', payload: { type: 'help.asked', sitting, hint: 'half' } };
    // More than are judged at a time.
    const newer = Array.from({ length: 520 }, (_, index) =>
      newerEvent(lab, store, { ...asks, seq: index + 1, learner: lab.learner() }),
    );
    await hub.close();
    const idle = await readsOfAStart();
    await push(hub, store.station, newer);
    await hub.settled();
    await hub.close();
    expect((await readsOfAStart()) - idle).toBeLessThan(newer.length / 10);
    await hub.close();

    let writes = 0;
    const beforeIndexWrite = () => {
      writes += 1;
      if (writes > 1) throw new ReanError('store.full');
    };
    const cutShort = lab.open({ format: newerFormat, beforeIndexWrite });
    await expect(cutShort).rejects.toMatchObject({ code: 'store.full' });
    const left = await (await lab.openIndex()).range({ prefix: indexPrefixes.newer });
    expect([left.length > 0, left.length < newer.length]).toEqual([true, true]);
    await readsOfAStart({ format: newerFormat });
    expect(await shown()).toMatchObject({ last: { id: newer.at(-1)?._id } });
    await hub.close();
    expect((await readsOfAStart({ format: newerFormat })) - idle).toBeLessThan(newer.length / 10);
  });

  it('of a sign-in that was shown, and of a lock-out, are in the trail once a newer hub starts', async () => {
    await hub.close();
    hub = await lab.open({ format: beforeLockOuts });
    const shown = store.record({ type: 'sign-in.shown', handover: '0'.repeat(16) }, lab.learner());
    const lockedOut = store.record({ type: 'staff.locked-out', staff }, null);
    await push(hub, lab.station(1), [shown, lockedOut]);
    await hub.settled();
    expect([await contiguousSeq(hub, store), await quarantined()]).toEqual([2, 0]);
    expect(await stored(lockedOut._id)).toEqual(lockedOut);
    await hub.close();
    hub = await lab.open();
    await hub.settled();
    // What waits is noted at a start.
    await hub.close();
    hub = await lab.open();
    await hub.settled();
    const { rows } = await hub.parts.trail.page({ kind: 'sign-in' }, null);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['sign-in.locked-out', 'sign-in.shown']);
  });

  it('are held in quarantine where only a stranger signed them', async () => {
    const forged = newerEvent(lab, store, {
      seq: 1,
      learner: lab.learner(),
      type: 'song.sung',
      payload: { type: 'song.sung', sitting: ids.sitting, song: 'arapiya' },
    });
    await push(hub, lab.station(1), [{ ...forged, lamport: 9 }]);
    await push(hub, store.station, [{ ...forged, lamport: 8 }]);
    await hub.settled();
    expect(await quarantined()).toBe(2);
  });
});
