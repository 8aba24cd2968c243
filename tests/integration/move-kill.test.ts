import { once } from 'node:events';
import { filter, firstValueFrom, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { expect, it } from 'vitest';
import type { GivenOrder } from '../../src/shared/contracts/seat-order.ts';
import type { SeatView } from '../../src/shared/contracts/ipc/views.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { passphrase, rightCode } from '../factories/desk-people.ts';
import { startKioskProcess } from '../factories/kiosk-process.ts';
import { testPack } from '../factories/pack-press.ts';
import { realLab } from '../factories/real-lab.ts';
import type { RealLab } from '../factories/real-lab.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';

const patienceMs = 90_000;
const first = { pack: testPack, lesson: 'first' };
const seats = { from: 'kiosk-1', to: 'kiosk-2' } as const;
type Seat = keyof typeof seats;
type Kiosk = Awaited<ReturnType<typeof startKioskProcess>>;

/** Which seat's process is killed, and when: as the order goes out, once the other seat waits, once they were let go. */
const everyDeath = (['given', 'waits', 'ended'] as const).flatMap((moment) =>
  (['from', 'to'] as const).map((seat) => ({ seat, moment })),
);
/** Those where most is under way; all of them in `npm run test:long`. */
const deaths =
  process.env['REAN_KILLS'] === 'all'
    ? everyDeath
    : everyDeath.filter(({ seat, moment }) => moment === (seat === 'to' ? 'waits' : 'ended'));

function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: patienceMs })));
}

async function started(lab: RealLab, seat: Seat): Promise<Kiosk> {
  const kiosk = await startKioskProcess(lab.stationFolder(seats[seat]));
  await until(kiosk.window.observe('people', undefined), ({ ready }) => ready);
  return kiosk;
}

async function killed(kiosk: Kiosk): Promise<void> {
  const gone = once(kiosk.child, 'exit');
  kiosk.child.kill('SIGKILL');
  await gone;
  kiosk.window.close();
}

const sits = async (window: KioskWindow) =>
  (await firstValueFrom(window.observe('sitting', undefined))) !== null;

const isOver = ({ state }: GivenOrder['seats'][number]) =>
  state === 'applied' || state === 'refused' || state === 'given-up';

const wasLetGo = (order: GivenOrder | undefined) =>
  order?.act.kind === 'end-sitting' && order.seats[0]?.state === 'applied';

/** Nothing of a move is under way any more, and no second order comes of it. */
function moveIsOver([newest]: readonly GivenOrder[]): boolean {
  const standing = newest?.seats[0];
  if (standing === undefined || !isOver(standing)) return false;
  return newest?.act.kind === 'end-sitting' || standing.state !== 'applied';
}

it(
  '[ACT13] [SIT7] whichever of two seats is killed at whatever moment of a move, its learner has one seat, and all they did',
  { timeout: 400_000 },
  async () => {
    const lab = await realLab();
    await lab.startHub();
    const desk = supervisorWindow(await lab.openStation('supervisor'));
    await until(desk.observe('staff', undefined), ({ ready }) => ready);
    await desk.call('staff.sign-in', { staff: lab.officer, passphrase });
    const room$ = desk.observe('room', undefined);
    const orders$ = desk.observe('orders', undefined);
    const stationOf = async (seat: Seat) =>
      (await readStationConfig(lab.stationFolder(seats[seat]))).station;
    const stations = { from: await stationOf('from'), to: await stationOf('to') };
    const { learner } = lab;
    const signIn = (window: KioskWindow) =>
      window.call('sitting.start', { learner, code: [...rightCode] });
    const kiosks = { from: await started(lab, 'from'), to: await started(lab, 'to') };
    const ends: string[] = [];

    for (const { seat, moment } of deaths) {
      const here = kiosks.from.window;
      expect(await signIn(here)).toEqual({ result: 'signed-in' });
      const { items } = await here.call('lesson.open', first);
      if (items['look'] === undefined) {
        const seen = { item: 'look', response: { type: 'present' }, activeMs: 1 } as const;
        await here.call('lesson.answer', seen);
      }
      await here.call('screen.keep', { screen: { at: 'lesson', ...first, course: null } });
      await here.call('draft.keep', {
        item: 'choose',
        draft: { type: 'choice', chosen: ['kha'], tried: [] },
      });
      const isReady = (which: Seat, holds: (view: SeatView) => boolean) =>
        until(room$, (room) =>
          room.seats.some(
            (view) =>
              view.station === stations[which] &&
              view.inTouch === true &&
              view.health !== null &&
              holds(view),
          ),
        );
      await isReady('from', ({ sitting }) => sitting !== null && sitting.lesson !== null);
      await isReady('to', ({ sitting, expecting }) => sitting === null && !expecting);

      const waits = until(kiosks.to.window.observe('moment', undefined), ({ expected }) => {
        return expected === learner;
      }).catch(() => undefined);
      const given = desk.call('seats.move', { learner, ...stations });
      if (moment === 'waits') await waits;
      // By the seat's own word: then the end of the sitting is on its disk.
      if (moment === 'ended') await until(orders$, ([order]) => wasLetGo(order));
      await killed(kiosks[seat]);
      await given;
      kiosks[seat] = await started(lab, seat);
      const [newest] = await until(orders$, moveIsOver);
      ends.push(`${newest?.act.kind} ${newest?.seats[0]?.state}`);

      // One place at most: where they were, or none; and wherever that is, they may sit down at the other.
      expect(await sits(kiosks.to.window)).toBe(false);
      if (await sits(kiosks.from.window)) {
        await kiosks.from.window.call('sitting.end', { reason: 'learner' });
      }
      const there = kiosks.to.window;
      await until(kiosks.from.window.observe('status', undefined), ({ waiting, hubReachable }) => {
        return hubReachable && waiting === 0;
      });
      expect(await signIn(there)).toEqual({ result: 'signed-in' });
      // What was typed within the last second is not on the disk of a PC that loses its power yet.
      const mayLack = seat === 'from' && moment !== 'ended';
      await expect
        .poll(
          async () => {
            await there.call('lesson.leave', undefined);
            const view = await there.call('lesson.open', first);
            return view.items['look'] !== undefined && (mayLack || view.unsent !== null);
          },
          { timeout: patienceMs },
        )
        .toBe(true);
      await there.call('draft.keep', { item: 'choose', draft: null });
      await there.call('sitting.end', { reason: 'learner' });
      await until(there.observe('status', undefined), ({ waiting }) => waiting === 0);
    }
    expect(ends).toHaveLength(deaths.length);
  },
);
