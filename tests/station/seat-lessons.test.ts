import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import type { LiveReport } from '../../src/shared/contracts/live-seat.ts';
import type { SeatAct } from '../../src/shared/contracts/seat-order.ts';
import { slugSchema } from '../../src/shared/ids.ts';
import { officer } from '../factories/desk-people.ts';
import { testPack } from '../factories/pack-press.ts';
import { lockWith, signedOrder } from '../factories/seat-orders.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { pressTwoLessons } from '../factories/two-lesson-pack.ts';
import {
  choose,
  enrolled,
  first,
  look,
  open,
  pulledDesk,
  signIn,
  signedIn,
  until,
} from './kiosk-hand.ts';

const second = { pack: testPack, lesson: 'second' };
const startLesson = (lesson = 'second'): SeatAct => ({
  kind: 'start-lesson',
  pack: testPack,
  lesson: slugSchema.parse(lesson),
});

const moment = (window: KioskWindow) => firstValueFrom(window.observe('moment', undefined));
const led = async (window: KioskWindow) => (await moment(window)).led;

async function result(desk: Desk, command: SignedCommand, ageMs = 0) {
  if (desk.lab.take === null) throw new Error('no seat');
  const { outcome } = await desk.lab.take({ command, ageMs });
  return outcome.result === 'refused' ? outcome.why : outcome.result;
}

/** Brought again it is answered the same: what came of it, once that is known. */
const settled = (desk: Desk, command: SignedCommand) =>
  expect.poll(() => result(desk, command), { timeout: 10_000 });

const order = (desk: Desk, number = 1, act = startLesson()) =>
  signedOrder(desk.people, act, { number });

describe('a lesson that staff start at a seat', { timeout: 60_000 }, () => {
  it('[ACT11] is where its learner is taken, once, and what they were at is kept', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    const start = await order(desk);
    expect(await result(desk, start)).toBe('delivered');
    expect(await led(window)).toEqual({ order: start.id, ...second });
    // Before the window has gone there, an answer of before is marked where it belongs.
    expect(await choose(window, 'ka')).toMatchObject({ outcome: 'right' });
    expect(await result(desk, start)).toBe('delivered');
    await window.call('lesson.leave', undefined);
    await window.call('lesson.open', second);
    await settled(desk, start).toBe('applied');
    // The picture stays until it was seen.
    expect(await led(window)).toMatchObject({ order: start.id });
    await window.call('led.seen', { order: start.id });
    expect(await led(window)).toBeNull();
    expect(await result(desk, start)).toBe('applied');
    expect(await led(window)).toBeNull();
    const again = await window.call('lesson.open', first);
    expect(again.items).toMatchObject({ look: {}, choose: {} });
    await station.close();
  });

  it('[ACT11] leaves whoever is at it already where they are, and begins one that is done once more', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', second);
    const start = await order(desk);
    expect(await result(desk, start)).toBe('delivered');
    await settled(desk, start).toBe('applied');
    expect(await led(window)).toBeNull();
    await station.close();
  });

  it('[ACT11] is refused where nobody sits, where the packs lack it, and where it is not open', async () => {
    const desk = await stationDesk();
    await desk.packs.install(await pressTwoLessons('2.0.0', 2, { inOrder: true }));
    desk.hub.pull();
    const { station, window } = await open(desk);
    expect(await result(desk, await order(desk))).toBe('nobody');
    await signIn(window);
    expect(await result(desk, await order(desk, 2))).toBe('not-open');
    expect(await result(desk, await order(desk, 3, startLesson('third')))).toBe('lacking');
    await desk.hub.putDirectory(enrolled(false));
    desk.hub.pull();
    await until(window.observe('home', undefined), ({ courses }) => courses.length === 0);
    expect(await result(desk, await order(desk, 4, startLesson('first')))).toBe('not-open');
    expect(await led(window)).toBeNull();
    await station.close();
  });

  it('[ACT11] is opened behind the lock, and goes with who sat there', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    const lock = await signedOrder(desk.people, lockWith());
    expect(await result(desk, lock)).toBe('applied');
    const start = await order(desk, 2);
    expect(await result(desk, start)).toBe('delivered');
    // Other orders don't wait for it.
    const word = await signedOrder(
      desk.people,
      { kind: 'message', message: 'come' },
      { number: 3 },
    );
    expect(await result(desk, word)).toBe('applied');
    await window.call('sitting.end', { reason: 'learner' });
    await settled(desk, start).toBe('nobody');
    expect(await moment(window)).toMatchObject({ message: null, paused: false, led: null });
    await signIn(window);
    expect(await result(desk, start)).toBe('nobody');
    expect(await led(window)).toBeNull();
    await station.close();
  });

  it('[ACT4] [ACT11] gives way to a later one, passes with its time, and no clock takes part', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    const one = await order(desk, 5);
    expect(await result(desk, one)).toBe('delivered');
    const other = await order(desk, 6, startLesson('first'));
    expect(await result(desk, other)).toBe('delivered');
    await settled(desk, one).toBe('overtaken');
    expect(await led(window)).toMatchObject({ order: other.id, lesson: 'first' });
    await window.call('lesson.open', first);
    await settled(desk, other).toBe('applied');
    expect(await result(desk, await order(desk, 5))).toBe('overtaken');
    expect(await result(desk, await order(desk, 7), 61_000)).toBe('expired');
    // Signed by a PC whose clock is decades off: what counts is its number.
    const wrong = await order(desk, 8);
    expect(wrong.clock.wallMs).toBe(0);
    expect(await result(desk, wrong)).toBe('delivered');
    await station.close();
  });

  it('[ACT11] that was cut off by a power cut is told as not done, and done by no later sitting', async () => {
    const desk = await pulledDesk();
    const reports: LiveReport[] = [];
    desk.hub.live = {
      ...desk.hub.live,
      tell: (report) => {
        reports.push(structuredClone(report));
        return Promise.resolve(true);
      },
    };
    await signedIn(desk);
    const start = await order(desk);
    expect(await result(desk, start)).toBe('delivered');
    // Nothing of that station closes.
    const { station, window } = await open(desk);
    await signIn(window);
    expect(await result(desk, start)).toBe('nobody');
    expect(await led(window)).toBeNull();
    await expect
      .poll(() => reports.at(-1)?.orders?.outcomes)
      .toEqual([{ id: start.id, result: 'refused', why: 'nobody' }]);
    expect(start.by[0]?.staff).toBe(officer);
    await station.close();
  });

  it('[ACT11] says that nothing could be written, and takes nobody there', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    desk.disk.full = true;
    expect(await result(desk, await order(desk))).toBe('disk-full');
    expect(await led(window)).toBeNull();
    await station.close();
  });
});
