import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let timers: ManualTimers;

beforeEach(async () => {
  lab = await HubLab.make();
  timers = new ManualTimers();
  hub = await lab.open({ timers });
});

interface Feed {
  readonly results: readonly { readonly id: string }[];
}

function poll(query: string) {
  const path = `/state-${hub.site.generation}/_changes?feed=longpoll&${query}`;
  return ask(hub, { path, as: lab.station() });
}

describe('[SYN6] a longpoll of _changes', () => {
  it('ends with the first change', async () => {
    const waiting = poll('since=0');
    await expect.poll(() => timers.pending).toEqual([10_000, 25_000]);
    const store = lab.store();
    await push(hub, store.station, [store.record(payloads.started(), lab.learner())]);
    const feed = (await waiting).json<Feed>();
    expect(feed.results.map(({ id }) => id)).toEqual([`learner:${lab.learner()}`]);
    expect(timers.pending).toEqual([]);
  });

  it('ends empty after 25 s, a newline at each heartbeat in between', async () => {
    const waiting = poll('since=now&heartbeat=3000&timeout=999999');
    await expect.poll(() => timers.pending).toEqual([3000, 25_000]);
    for (let beat = 0; beat < 3; beat += 1) timers.elapse(3000);
    timers.elapse(25_000);
    const response = await waiting;
    expect(response.body).toMatch(/^\n{3,4}\{/);
    expect(response.json<Feed>().results).toEqual([]);
  });

  it('ends sooner when it is asked to', async () => {
    const waiting = poll('since=0&timeout=700');
    await expect.poll(() => timers.pending).toEqual([700, 10_000]);
    timers.elapse(700);
    expect((await waiting).json<Feed>().results).toEqual([]);
  });

  it('ends at once where there is something to tell', async () => {
    const store = lab.store();
    await push(hub, store.station, [store.record(payloads.started(), lab.learner())]);
    await hub.settled();
    expect((await poll('since=0')).json<Feed>().results).toHaveLength(1);
    expect(timers.pending).toEqual([]);
  });
});
