import { Subject, filter, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { LiveAnswer, LiveReport } from '../../src/shared/contracts/live-seat.ts';
import { ReanError } from '../../src/shared/errors.ts';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import {
  dara,
  deskStation,
  officer,
  otherDeskStation,
  passphrase,
  sokha,
  technician,
} from '../factories/desk-people.ts';
import { openedEvent, payloads } from '../factories/events.ts';
import { liveReport } from '../factories/live-reports.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import { choose, first, look, open, pulledDesk, signIn } from './kiosk-hand.ts';

const until = <Value>(stream: Observable<Value>, holds: (value: Value) => boolean) =>
  firstValueFrom(stream.pipe(filter(holds)));

const hub = '0'.repeat(32);

/** A hub that hears this kiosk. */
function heard(desk: Desk) {
  const told: LiveReport[] = [];
  desk.hub.live = {
    ...desk.hub.live,
    tell: (report) => {
      told.push(structuredClone(report));
      return Promise.resolve(true);
    },
  };
  const last = () => told.at(-1);
  const says = (sitting: object | null) =>
    expect.poll(() => last()?.sitting, { timeout: 10_000 }).toEqual(sitting);
  return { told, last, says };
}

const atHome = { learner: sokha, open: null, helpAsked: false, stuck: false, quiet: null };

/** A call for help. @param ageMs at least so old */
const callOf = (ageMs: number) => ({
  id: expect.any(String),
  ageMs: expect.toSatisfy((age: number) => age >= ageMs),
});

describe('a kiosk', { timeout: 30_000 }, () => {
  it('[LIV1] [LIV5] says who sits there, what is open and how far, and no answer', async () => {
    const desk = await pulledDesk();
    const { told, last, says } = heard(desk);
    const { station, window } = await open(desk);
    await says(null);
    await signIn(window);
    await says(atHome);
    await window.call('lesson.open', first);
    await look(window);
    await says({ ...atHome, open: expect.objectContaining({ id: 'first', done: 1, total: 3 }) });
    await choose(window, 'kha');
    await window.call('help.ask', undefined);
    await says({
      ...atHome,
      helpAsked: true,
      call: callOf(0),
      open: expect.objectContaining({ done: 1 }),
    });
    // [HLQ6] How old the call is goes on by this kiosk's own monotonic clock.
    desk.pass(60_000);
    await window.call('seat.touched', undefined);
    await expect
      .poll(() => last()?.sitting?.call?.ageMs, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(60_000);
    expect(JSON.stringify(told)).not.toContain('kha');
    await window.call('sitting.end', { reason: 'learner' });
    await says(null);
    const numbers = told.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(told.map(({ run }) => run)).size).toBe(1);
    expect(told.at(-1)).toMatchObject({ appVersion: '0.1.0', diskUsedPart: 0.5, celsius: 48 });
    await station.close();
  });

  it('[LIV4] says that nobody touches it, and at once when somebody does', async () => {
    const desk = await pulledDesk();
    const { says } = heard(desk);
    const { station, window } = await open(desk);
    await signIn(window);
    await window.call('lesson.open', first);
    desk.pass(120_000);
    await says(expect.objectContaining({ quiet: 'idle' }));
    await window.call('seat.touched', undefined);
    await says(expect.objectContaining({ quiet: null }));
    for (const _minute of [1, 2, 3]) {
      desk.pass(60_000);
      await window.call('seat.touched', undefined);
    }
    await says(expect.objectContaining({ quiet: 'stalled' }));
    await station.close();
  });

  it('[LIV3] says nothing while the hub is away, and what is so then once it is back', async () => {
    const desk = await pulledDesk();
    const { told, says } = heard(desk);
    const resting = desk.hub.status$.value;
    desk.hub.status$.next({ ...resting, hubReachable: false });
    const { station, window } = await open(desk);
    await signIn(window);
    await window.call('help.ask', undefined);
    expect(told).toEqual([]);
    desk.hub.status$.next(resting);
    await says({ ...atHome, helpAsked: true, call: callOf(0) });
    await station.close();
  });

  it('[LIV3] goes on after a word that a half-open line swallowed, with what is so then', async () => {
    const desk = await pulledDesk();
    let swallowed = 0;
    const words: LiveReport[] = [];
    desk.hub.live = {
      ...desk.hub.live,
      tell: async (report, signal) => {
        if (words.length === 0 && swallowed === 0) {
          swallowed += 1;
          await new Promise((_resolve, reject) => {
            setTimeout(() => reject(new ReanError('hub.timeout')), 500);
            signal.addEventListener('abort', () => reject(new ReanError('hub.unreachable')));
          });
        }
        words.push(report);
        return true;
      },
    };
    const { station, window } = await open(desk);
    await signIn(window);
    await expect.poll(() => words.at(-1)?.sitting, { timeout: 20_000 }).toEqual(atHome);
    expect(swallowed).toBe(1);
    expect(desk.log.filter((line) => line.startsWith('seat.not-told'))).toHaveLength(1);
    await station.close();
  });

  it('[SKW2] tells a hub that knows no such thing once', async () => {
    const desk = await pulledDesk();
    let asked = 0;
    desk.hub.live = {
      ...desk.hub.live,
      tell: () => {
        asked += 1;
        return Promise.resolve(false);
      },
    };
    const { station, window } = await open(desk);
    await expect.poll(() => asked).toBe(1);
    await signIn(window);
    await window.call('help.ask', undefined);
    await window.call('help.end', undefined);
    expect(asked).toBe(1);
    await station.close();
  });
});

/** A hub that tells of seats what a test says, as it says it. */
function telling(desk: Desk) {
  const told = new Subject<LiveAnswer>();
  let number = 0;
  desk.hub.live = {
    ...desk.hub.live,
    seats: async (_seen, signal) => {
      const ended = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new ReanError('hub.unreachable')));
      });
      return Promise.race([firstValueFrom(told), ended]);
    },
  };
  const tell = async (station: typeof deskStation, report: LiveReport | null, offsetMs = 0) => {
    number += 1;
    const answer = { hub, number, seats: [{ station, ageMs: 1000, offsetMs, report }] };
    await expect.poll(() => told.observed).toBe(true);
    told.next(answer);
  };
  return { tell, fail: () => told.error(new ReanError('hub.timeout')) };
}

async function officerAt(desk: Desk, staff = officer) {
  desk.hub.pull();
  const station = await desk.start();
  const window = supervisorWindow(station);
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff, passphrase });
  return { station, window };
}

const inLesson = (over: Partial<NonNullable<LiveReport['sitting']>> = {}) => ({
  ...atHome,
  open: {
    kind: 'lesson',
    pack: first.pack,
    version: '1.0.0',
    id: 'first',
    done: 2,
    total: 3,
    fault: null,
  } as NonNullable<LiveReport['sitting']>['open'],
  ...over,
});

const away = { stations: [], hubDiskUsedPart: null, quarantined: 0, unfolded: 0 };

describe('a supervisor’s room', { timeout: 30_000 }, () => {
  it('[LIV2] [VIE3] moves with what seats say, ahead of what the hub has folded', async () => {
    const desk = await stationDesk('supervisor');
    const { tell } = telling(desk);
    const { station, window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    const watching = room$.subscribe();
    await tell(deskStation, liveReport({ sitting: inLesson(), waiting: 4, receiptAgeMs: 2000 }), 7);
    const room = await until(room$, ({ present }) => present === 1);
    expect(room.seats[0]).toMatchObject({
      inTouch: true,
      waiting: 4,
      health: { offsetMs: 7, diskUsedPart: 0.5, celsius: 50, appVersion: '0.1.0' },
      sitting: {
        learner: { name: { km: 'សុខា' } },
        lesson: { title: { km: 'មេរៀន first' }, done: 2, total: 3 },
        quiet: null,
        helpAsked: false,
      },
    });
    expect(room.seats[0]?.health?.receiptAgeMs).toBeGreaterThanOrEqual(3000);
    expect(room.seats[1]).toMatchObject({ health: null, sitting: null });
    await tell(deskStation, liveReport({ number: 2, sitting: inLesson({ quiet: 'idle' }) }));
    await until(room$, ({ seats }) => seats[0]?.sitting?.quiet === 'idle');
    await tell(deskStation, liveReport({ number: 3, sitting: inLesson({ stuck: true }) }));
    await until(room$, ({ seats }) => seats[0]?.sitting?.quiet === 'stuck');
    await tell(deskStation, liveReport({ number: 4 }));
    await until(room$, ({ present }) => present === 0);
    watching.unsubscribe();
    await station.close();
  });

  it('[LIV3] shows a seat as it was last recorded, and out of touch, once it says nothing any more', async () => {
    const desk = await stationDesk('supervisor');
    const { tell } = telling(desk);
    const events = [payloads.started(), payloads.opened()];
    const recorded = events.map((payload, at) =>
      openedEvent(payload, { learner: sokha, seq: at + 1, station: deskStation }),
    );
    await desk.hub.putState(foldLearner(sokha, recorded), {});
    const { station, window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    const watching = room$.subscribe();
    await tell(deskStation, liveReport({ sitting: inLesson({ learner: dara }) }));
    await until(room$, ({ seats }) => seats[0]?.sitting?.learner.learner === dara);
    await tell(deskStation, null);
    const after = await until(room$, ({ seats }) => seats[0]?.inTouch === false);
    expect(after.seats[0]).toMatchObject({
      health: null,
      sitting: { learner: { learner: sokha } },
    });
    watching.unsubscribe();
    await station.close();
  });

  it('[LIV7] [PRM2] tells a technician how the PC is, and nothing of who sits there', async () => {
    const desk = await stationDesk('supervisor');
    const { tell } = telling(desk);
    const { station, window } = await officerAt(desk, technician);
    const health$ = window.observe('seat-health', undefined);
    const watching = health$.subscribe();
    await tell(deskStation, liveReport({ sitting: inLesson(), diskUsedPart: 0.9 }), 200_000);
    const seats = await until(health$, (all) => all[0]?.health?.diskUsedPart === 0.9);
    expect(seats[0]).toMatchObject({
      station: deskStation,
      inTouch: true,
      health: { offsetMs: 200_000, celsius: 50, appVersion: '0.1.0' },
    });
    expect(JSON.stringify(seats)).not.toMatch(/ln-|first|helpAsked/);
    await expect(firstValueFrom(window.observe('room', undefined))).rejects.toMatchObject({
      code: 'permission.denied',
    });
    watching.unsubscribe();
    await station.close();
  });

  it('[LIV5] [PRM5] shows nobody who is out of the reach of who looks', async () => {
    const desk = await stationDesk('supervisor');
    const { tell } = telling(desk);
    await desk.hub.putDirectory(desk.people.changedStaff(officer, { scopes: ['women'] }));
    const { station, window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    const watching = room$.subscribe();
    await tell(otherDeskStation, liveReport({ sitting: inLesson(), waiting: 2 }));
    const room = await until(room$, ({ seats }) => seats[1]?.waiting === 2);
    expect(room).toMatchObject({ present: 0, seats: [{ sitting: null }, { sitting: null }] });
    watching.unsubscribe();
    await station.close();
  });

  it('[LIV5] [LIB4] names no book of somebody’s own choice', async () => {
    const desk = await stationDesk('supervisor');
    const { tell } = telling(desk);
    const { station, window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    const watching = room$.subscribe();
    await tell(deskStation, liveReport({ sitting: inLesson({ open: { kind: 'reading' } }) }));
    const room = await until(room$, ({ present }) => present === 1);
    expect(room.seats[0]?.sitting?.lesson).toMatchObject({ title: null, courseTitle: null });
    watching.unsubscribe();
    await station.close();
  });

  it('[LIV2] goes by what was recorded while the hub does not tell, and is told again by itself', async () => {
    const desk = await stationDesk('supervisor');
    const { tell, fail } = telling(desk);
    const { station, window } = await officerAt(desk);
    const room$ = window.observe('room', undefined);
    const watching = room$.subscribe();
    await tell(deskStation, liveReport({ sitting: inLesson() }));
    await until(room$, ({ present }) => present === 1);
    fail();
    await until(room$, ({ seats }) => seats[0]?.health === null);
    const again = telling(desk);
    await again.tell(deskStation, liveReport({ sitting: inLesson(), waiting: 9 }));
    await until(room$, ({ seats }) => seats[0]?.waiting === 9);
    desk.hub.stations = null;
    const blind = await until(room$, ({ seats }) => seats[0]?.inTouch === null);
    expect(blind.seats[0]).toMatchObject({ health: null, waiting: null });
    desk.hub.stations = away;
    watching.unsubscribe();
    await station.close();
  });
});
