import { describe, expect, it } from 'vitest';
import type { OutsidePolicy } from '../../src/shared/contracts/timetable.ts';
import type { LabNow } from '../../src/sync/replication/lab-clock.ts';
import { dara, officer, otherDeskStation, passphrase, sokha } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import { open, pulledDesk, signIn, typesOf, until } from './kiosk-hand.ts';

const group = 'gr-abcdefgh';
const slotId = (at: number) => `cm-${String(at).padStart(16, '0')}`;
const base = { v: 1, hubSeq: 50 };
/** Monday, 8:00 to 10:00. */
const slot = (at = 1, plan: object | null = {}, over: object = {}) => ({
  ...base,
  _id: `slot:${slotId(at)}`,
  type: 'slot',
  slot: slotId(at),
  by: officer,
  plan: plan && { weekday: 1, begins: 480, ends: 600, scope: 'men', groups: [group], ...plan },
  ...over,
});
const policy = (of: OutsidePolicy) => ({
  ...base,
  _id: 'timetable-policy',
  type: 'timetable-policy',
  policy: of,
});
/** A Monday, in the afternoon; staff confirmed it. */
const afternoon: LabNow = { date: '2026-11-23', minute: 900, sure: true };
const next = { weekday: 1, begins: 480, ends: 600, inDays: 7 };

describe('[TTB9] a learner who signs in outside of their slot', { timeout: 30_000 }, () => {
  async function desk(documents: readonly { readonly _id: string }[], now: LabNow | null) {
    const made = await pulledDesk();
    for (const document of [slot(), ...documents]) {
      await made.hub.putDirectory(document);
    }
    made.tellTime(now);
    const { window } = await open(made);
    await until(window.observe('people', undefined), ({ ready }) => ready);
    return { ...made, window };
  }
  const sat = (of: Awaited<ReturnType<typeof desk>>) =>
    until(of.window.observe('sitting', undefined), (sitting) => sitting !== null);

  it('is let in where a seat is free, and told when theirs is', async () => {
    const at = await desk([], afternoon);
    expect(await signIn(at.window)).toEqual({ result: 'signed-in' });
    expect(await sat(at)).toMatchObject({ comesNext: next });
  });

  it('is only told where the site says so, and no sitting begins', async () => {
    const at = await desk([policy('greet')], afternoon);
    expect(await signIn(at.window)).toEqual({ result: 'not-now', next });
    expect(await typesOf(at)).toEqual([]);
    // Whoever's slot it is comes in at the same seat.
    at.tellTime({ ...afternoon, minute: 480 });
    expect(await signIn(at.window)).toEqual({ result: 'signed-in' });
    expect(await sat(at)).toMatchObject({ comesNext: null });
  });

  it('is only told, too, where every seat is somebody’s', async () => {
    const other = 'gr-bbbbbbbb';
    const busy = [
      slot(2, { begins: 840, ends: 960, groups: [other] }),
      ...[1, 2].map((at) => ({
        ...base,
        _id: `slot-seat:${dara}:${slotId(at + 1)}`,
        type: 'slot-seat',
        learner: dara,
        slot: slotId(at + 1),
        by: officer,
        seated: true,
        station: null,
      })),
      {
        ...base,
        _id: `seat-order:${otherDeskStation}`,
        type: 'seat-order',
        station: otherDeskStation,
        usable: false,
      },
    ];
    const at = await desk(busy, afternoon);
    expect(await signIn(at.window)).toEqual({ result: 'not-now', next });
    // Who has the place comes in.
    expect(await signIn(at.window, dara)).toEqual({ result: 'signed-in' });
  });

  it('[TTB10] comes in wherever the day is not sure or no time is known, and where nothing is checked', async () => {
    const doubts: readonly (LabNow | null)[] = [
      null,
      { ...afternoon, sure: false },
      // A hub whose clock is wrong by years, and nobody has confirmed it.
      { date: '1970-01-01', minute: 3, sure: false },
    ];
    for (const now of doubts) {
      const at = await desk([policy('greet')], now);
      expect(await signIn(at.window)).toEqual({ result: 'signed-in' });
      expect(await sat(at)).toMatchObject({ comesNext: null });
    }
    const unchecked = await desk([policy('none')], afternoon);
    expect(await signIn(unchecked.window)).toEqual({ result: 'signed-in' });
    const unplanned = await desk([slot(1, null), policy('greet')], afternoon);
    expect(await signIn(unplanned.window)).toEqual({ result: 'signed-in' });
  });

  it('is told with the hub away as with it there', async () => {
    const at = await desk([policy('greet')], afternoon);
    at.hub.answer = null;
    at.hub.stations = null;
    expect(await signIn(at.window)).toEqual({ result: 'not-now', next });
  });
});

describe('[TTB1] the week at a supervisor station', { timeout: 30_000 }, () => {
  async function windowOf(staff: typeof officer) {
    const desk = await stationDesk('supervisor');
    desk.hub.pull();
    const window = supervisorWindow(await desk.start());
    await until(window.observe('staff', undefined), ({ ready }) => ready);
    await window.call('staff.sign-in', { staff, passphrase });
    return { desk, window, week$: window.observe('timetable', undefined) };
  }

  it('[TTB7] [TTB8] shows slots, who should be here, hours got and who waits, as they move', async () => {
    const { desk, window, week$ } = await windowOf(officer);
    expect(await until(week$, () => true)).toMatchObject({ now: null, slots: [], expected: [] });
    const wait = (learner: string, hubSeq: number) => ({
      ...base,
      _id: `waiting:${learner}:${group}`,
      type: 'waiting',
      learner,
      for: { group },
      since: { hubSeq, day: '2026-11-20' },
      until: null,
    });
    for (const each of [slot(), wait(sokha, 9), wait(dara, 8)]) {
      await desk.hub.putDirectory(each);
    }
    desk.tellTime({ ...afternoon, minute: 500 });
    const week = await until(
      week$,
      ({ expected, waiting }) => expected.length + waiting.length === 4,
    );
    expect(week.slots).toMatchObject([
      { begins: 480, groups: [group], others: 0, by: { km: 'ចាន់' } },
    ]);
    expect(week.waiting.map(({ learner }) => learner.learner)).toEqual([dara, sokha]);
    expect(week.groups).toMatchObject([{ group, got: 0, quota: null, learners: 2 }]);
    const roster = await until(
      window.observe('roster', { date: '2026-11-23' }),
      ({ slots }) => slots.length === 1,
    );
    expect(roster.slots[0]?.people.map(({ learner }) => learner.learner).toSorted()).toEqual([
      sokha,
      dara,
    ]);
    desk.tellTime({ ...afternoon, minute: 500, sure: false });
    await until(week$, ({ expected }) => expected.length === 0);
  });

  it('[PRM5] says of another’s groups only that the lab is taken', async () => {
    const { desk, window, week$ } = await windowOf(officer);
    await desk.hub.putDirectory(slot(1, { scope: 'women', groups: ['gr-bbbbbbbb'] }));
    desk.tellTime({ ...afternoon, minute: 500 });
    const week = await until(week$, ({ slots, now }) => slots.length === 1 && now !== null);
    expect(week).toMatchObject({
      slots: [{ begins: 480, ends: 600, groups: [], others: 1 }],
      expected: [],
    });
    const roster$ = window.observe('roster', { date: '2026-11-23' });
    expect(await until(roster$, () => true)).toEqual({ slots: [] });
  });
});
