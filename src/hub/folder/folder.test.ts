import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import type { Health, StationsAnswer } from '../../shared/contracts/hub-api.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Hub } from '../hub.ts';
import { indexPrefixes } from '../intake/index-records.ts';

let lab: HubLab;
let hub: Hub;
let nowMs = 0;
/** How far the clock goes on at each look at it, ms. */
let stepMs = 0;
const clock: Clock = { wallMs: () => 0, monotonicMs: () => (nowMs += stepMs) };

beforeEach(async () => {
  stepMs = 0;
  lab = await HubLab.make({ learners: 2, stations: ['kiosk', 'supervisor'] });
});
afterEach(() => hub.close());

async function folded(learner = lab.learner()): Promise<number | null> {
  const path = `/state-${hub.site.generation}/learner:${learner}`;
  const answer = await ask(hub, { path, as: lab.station() });
  if (answer.statusCode === 404) return null;
  return Object.values(answer.json<{ folded: Record<string, number> }>().folded)[0] ?? null;
}

/** How often `state` is written to from now on. */
function stateWrites(): () => number {
  let writes = 0;
  const { moves, databases } = hub.parts;
  moves.in(databases.state.name).subscribe(() => (writes += 1));
  return () => writes;
}

const record = (count: number) => {
  const store = lab.store();
  return Array.from({ length: count }, (_, at) =>
    store.record(payloads.attempt('a', 'right'), lab.learner(at % 2)),
  );
};

describe('[FLD4] a learner who has to be folded', () => {
  it('is marked so until their document is written, and is folded again after a stop in between', async () => {
    let written = () => 0;
    const beforeIndexWrite = () => {
      if (written() > 0) throw new ReanError('store.full');
    };
    hub = await lab.open({ beforeIndexWrite, timers: new ManualTimers() });
    written = stateWrites();
    await push(hub, lab.station(), record(1));
    await hub.settled();
    expect([written(), await folded()]).toEqual([1, 1]);
    lab.cutPower();
    await hub.close();
    hub = await lab.open();
    expect(hub.parts.intake.ledger.dirtyLearners()).toEqual([lab.learner()]);
    await hub.settled();
    expect(hub.parts.intake.ledger.dirtyLearners()).toEqual([]);
    expect(await folded()).toBe(1);
  });
});

describe('[FLD6] the folder', () => {
  it('writes a learner at once where the hub is idle: nothing is waited for', async () => {
    hub = await lab.open({ clock, timers: new ManualTimers() });
    const writes = stateWrites();
    await push(hub, lab.station(), record(1));
    await hub.settled();
    expect([writes(), await folded()]).toEqual([1, 1]);
  });

  it.each([
    ['once at the end of a backlog that takes less than a second', 0, [1, 1]],
    ['each second of one that takes longer', 1000, [2, 4]],
  ] as const)('writes learners together, %s', async (_words, step, [least, most]) => {
    hub = await lab.open({ clock, timers: new ManualTimers() });
    const writes = stateWrites();
    stepMs = step;
    await push(hub, lab.station(), record(1100));
    await hub.settled();
    expect(writes()).toBeGreaterThanOrEqual(least);
    expect(writes()).toBeLessThanOrEqual(most);
    expect([await folded(), await folded(lab.learner(1))]).toEqual([1100, 1100]);
  });
});

describe('[FLD10] a learner whose records cannot be folded', () => {
  const health = async () =>
    (await ask(hub, { path: '/healthz', as: lab.station() })).json<Health>();
  const told = async () =>
    (await ask(hub, { path: '/v1/stations', as: lab.station(1) })).json<StationsAnswer>().stuck;

  it('holds up nobody; the hub is not well and says so until they can be folded', async () => {
    hub = await lab.open();
    const store = lab.store();
    const bring = async (learner: number, lamport: number) => {
      const event = store.record(payloads.attempt('a', 'right'), lab.learner(learner), lamport);
      await push(hub, lab.station(), [event]);
      await hub.settled();
    };
    await bring(0, 50);
    const { index } = hub.parts;
    const [held] = await index.range({ prefix: indexPrefixes.order(lab.learner()) });
    if (held === undefined) throw new Error('nothing is indexed');
    const [key, value] = held;
    const elsewhere = JSON.stringify({ segment: 'events-0001', rev: '1-0' });
    await index.write([{ type: 'put', key, value: elsewhere }]);
    await bring(0, 40);
    await bring(1, 60);
    expect([await folded(), await folded(lab.learner(1))]).toEqual([1, 3]);
    expect(await health()).toMatchObject({ ok: false, stuck: 1 });
    expect(await told()).toBe(1);
    await index.write([{ type: 'put', key, value }]);
    await bring(0, 70);
    expect(await folded()).toBe(4);
    expect([await health(), await told()]).toMatchObject([{ ok: true, stuck: 0 }, 0]);
  });
});
