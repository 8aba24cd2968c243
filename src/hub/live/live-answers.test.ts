import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { liveReport } from '../../../tests/factories/live-reports.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import { liveAnswerSchema, liveHoldMs, mostLiveBytes } from '../../shared/contracts/live-seat.ts';
import type { LiveReport } from '../../shared/contracts/live-seat.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let timers: ManualTimers;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'], learners: 1 });
  timers = new ManualTimers();
  hub = await lab.open({ timers });
});
afterEach(() => hub.close());

const path = '/v1/live';
const tell = (body: unknown, station = 0) => ask(hub, { path, body, as: lab.station(station) });
const seats = async (seen: { readonly hub: string; readonly number: number } | null = null) => {
  const query = seen === null ? '' : `?hub=${seen.hub}&number=${seen.number}`;
  const answer = await ask(hub, { path: `${path}${query}`, as: lab.station(2) });
  expect(answer.statusCode).toBe(200);
  return liveAnswerSchema.parse(answer.json());
};
const sitting = (): LiveReport['sitting'] => ({
  learner: lab.learner(),
  open: { kind: 'review' },
  helpAsked: true,
  stuck: false,
  quiet: null,
});

describe('the hub’s line for seats', () => {
  it('[LIV1] takes from kiosks what they do, and tells supervisors’ stations alone', async () => {
    expect((await tell(liveReport({ sitting: sitting() }))).statusCode).toBe(200);
    const { station } = lab.station(0);
    expect((await seats()).seats).toMatchObject([{ station, report: { sitting: sitting() } }]);
    const asked = (index: number) => ask(hub, { path, as: lab.station(index) });
    expect((await asked(1)).statusCode).toBe(403);
    expect((await tell(liveReport(), 2)).statusCode).toBe(403);
    expect((await ask(hub, { path, as: null })).statusCode).toBe(401);
  });

  it('[LIV1] puts nothing on a disk, and forgets all of it with its run', async () => {
    await hub.settled();
    const { databases, office } = hub.parts;
    const written = async () => [
      office.journal.head,
      ...(await Promise.all(
        [databases.state, databases.directory, databases.quarantine].map((each) => each.info()),
      )),
    ];
    const before = await written();
    await tell(liveReport({ sitting: sitting() }));
    const told = await seats();
    expect(await written()).toEqual(before);
    await hub.close();
    hub = await lab.open({ timers });
    const anew = await seats(told);
    expect(anew.seats).toEqual([]);
    expect(anew.hub).not.toBe(told.hub);
  });

  it('[LIV3] hears a station for nobody but itself, whatever it says', async () => {
    const named = { ...liveReport({ waiting: 3 }), station: lab.station(1).station };
    expect((await tell(named)).statusCode).toBe(200);
    expect((await seats()).seats.map(({ station }) => station)).toEqual([lab.station(0).station]);
  });

  it('[LIV3] refuses what is too large, of no shape, or too much', async () => {
    expect((await tell({ ...liveReport(), more: 'x'.repeat(mostLiveBytes) })).statusCode).toBe(413);
    for (const body of [null, [], { v: 2 }, { ...liveReport(), waiting: -1 }]) {
      expect((await tell(body)).statusCode).toBe(400);
    }
    expect((await tell({ ...liveReport(), celsius: 'hot' })).statusCode).toBe(400);
    expect((await seats()).seats).toEqual([]);
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, at) => tell(liveReport({ number: at + 1 }), 1)),
    );
    expect(many.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(5);
    expect((await ask(hub, { path: `${path}?number=x`, as: lab.station(2) })).statusCode).toBe(400);
  });

  it('[LIV2] holds a supervisor’s question until a seat moves, and tells those that move together at once', async () => {
    await tell(liveReport());
    const seen = await seats();
    let answered = false;
    const waiting = seats(seen).then((answer) => {
      answered = true;
      return answer;
    });
    await expect.poll(() => timers.pending).toContain(liveHoldMs);
    await tell(liveReport({ number: 2, waiting: 1 }));
    await tell(liveReport({ waiting: 2 }), 1);
    expect(answered).toBe(false);
    timers.elapse(1000);
    expect((await waiting).seats.map(({ report }) => report?.waiting)).toEqual([1, 2]);
  });

  it('[LIV2] answers after five seconds with nothing new', async () => {
    const seen = await seats();
    const waiting = seats(seen);
    await expect.poll(() => timers.pending).toContain(liveHoldMs);
    timers.elapse(liveHoldMs);
    expect(await waiting).toEqual({ ...seen, seats: [] });
  });
});
