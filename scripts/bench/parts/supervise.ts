import { roomViewSchema, signInResultSchema } from '../../../src/shared/contracts/ipc/views.ts';
import type { RoomView, SeatView } from '../../../src/shared/contracts/ipc/views.ts';
import type { SeatAct } from '../../../src/shared/contracts/seat-order.ts';
import { openRoundTrip, roundTripTitle } from '../baselines/round-trip.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { sitDown } from '../station/learner-at-work.ts';
import { NearStation } from '../station/near-station.ts';
import type { Watched } from '../station/near-station.ts';

/** A lab has eight; the largest that we plan for, thirty. */
const sizes = [8, 30] as const;
/** Times in one repetition that all seats are locked and opened, and that each seat changes. */
const timesARun = 4;
const supervisor = 'supervisor';

interface Room {
  readonly desk: NearStation;
  readonly kiosks: readonly NearStation[];
  /** As the supervisor's station tells its window. */
  readonly seen: Watched;
}

const roomOf = (value: unknown): RoomView => roomViewSchema.parse(value);

async function openRoom(bench: Bench, lab: BenchLab, names: readonly string[]): Promise<Room> {
  const kiosks: NearStation[] = [];
  for (const name of names) {
    kiosks.push(await NearStation.open(bench, { folder: lab.stationFolder(name), kind: 'kiosk' }));
  }
  const place = { folder: lab.stationFolder(supervisor), kind: 'supervisor' } as const;
  const desk = await NearStation.open(bench, place);
  const officer = lab.signIns.staff.find(({ role }) => role === 'officer');
  if (officer === undefined) throw new CannotMeasure('The lab has no officer.');
  await desk.await('staff', isReady);
  const { staff, passphrase } = officer;
  const { value } = await desk.ask('staff.sign-in', { staff, passphrase });
  if (signInResultSchema.parse(value).result !== 'signed-in') {
    throw new CannotMeasure('The officer was not let in.');
  }
  const seen = desk.watch('room');
  await seen.until((room) => {
    const { seats } = roomOf(room);
    return seats.length === names.length && seats.every(({ health }) => health !== null);
  });
  return { desk, kiosks, seen };
}

const isReady = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ready' in value && value.ready === true;

/** From the officer's press until each seat shows it: of every seat, every time. */
async function lockAll({ desk, kiosks, seen }: Room, times: number): Promise<readonly number[]> {
  const locks = kiosks.map((kiosk) => kiosk.watch('lock'));
  const seats: string[] = [];
  await seen.until((room) => {
    seats.splice(0, seats.length, ...roomOf(room).seats.map(({ station }) => station));
    return true;
  });
  const taken: number[] = [];
  const give = async (act: SeatAct, shows: (lock: unknown) => boolean) => {
    const applied = Promise.all(locks.map((lock) => lock.until(shows)));
    const { sentMs } = await desk.ask('seats.order', { seats, act });
    taken.push(...(await applied).map((atMs) => atMs - sentMs));
  };
  for (let time = 0; time < times; time += 1) {
    await give({ kind: 'lock', message: 'wait' }, (lock) => lock !== null);
    await give({ kind: 'unlock' }, (lock) => lock === null);
  }
  return taken;
}

/** From a learner's press until the supervisor's station tells its window of that seat. */
async function changeSeats(
  { kiosks, seen }: Room,
  { signIns }: BenchLab,
  times: number,
): Promise<readonly number[]> {
  const taken: number[] = [];
  const seated = kiosks.slice(0, signIns.learners.length);
  for (const [index, kiosk] of seated.entries()) {
    const learner = signIns.learners[index];
    if (learner !== undefined) await sitDown(kiosk, learner);
  }
  await seen.until((room) => roomOf(room).present === seated.length);
  for (let time = 0; time < times; time += 1) {
    for (const [index, kiosk] of seated.entries()) {
      for (const asks of [true, false]) {
        const isSo = ({ sitting }: SeatView) => sitting?.helpAsked === asks;
        const { sentMs } = await kiosk.ask(asks ? 'help.ask' : 'help.end');
        const atMs = await seen.until((room) =>
          roomOf(room)
            .seats.slice(index, index + 1)
            .some(isSo),
        );
        taken.push(atMs - sentMs);
      }
    }
  }
  return taken;
}

async function measureAt(bench: Bench, size: number): Promise<readonly Samples[]> {
  const names = Array.from({ length: size }, (_, index) => `kiosk-${index + 1}`);
  const stations = [
    ...names.map((name) => ({ name, kind: 'kiosk' }) as const),
    { name: supervisor, kind: 'supervisor' } as const,
  ];
  const lab = await startLab(bench, { name: `supervise-${size}`, stations });
  const room = await openRoom(bench, lab, names);
  const roundTrip = await openRoundTrip(lab);
  const times = bench.runs * timesARun;
  try {
    // The first of all also warms up.
    await lockAll(room, 1);
    const locked = await lockAll(room, times);
    const changed = await changeSeats(room, lab, bench.runs);
    const trips: number[] = [];
    for (let trip = 0; trip < locked.length; trip += 1) trips.push(await roundTrip.time());
    return figures(size, { locked, changed, trips });
  } finally {
    await roundTrip.close();
    await Promise.all([room.desk, ...room.kiosks].map((station) => station.close()));
    await lab.stop();
  }
}

interface Taken {
  readonly locked: readonly number[];
  readonly changed: readonly number[];
  readonly trips: readonly number[];
}

function figures(size: number, { locked, changed, trips }: Taken): readonly Samples[] {
  const baseline = { title: roundTripTitle, samples: trips };
  return [
    {
      name: `lock-${size}`,
      title: `all of ${size} seats locked or opened, until each shows it`,
      unit: 'ms',
      measured: locked,
      baseline,
    },
    {
      name: `change-${size}`,
      title: `a hand goes up or down at one of ${size} seats, until the room says so`,
      unit: 'ms',
      measured: changed,
      baseline,
    },
  ];
}

/** Orders to seats and what seats say: real stations in this process, a real hub in another, over HTTPS. */
export async function measureSupervise(bench: Bench): Promise<readonly Samples[]> {
  const samples: Samples[] = [];
  for (const size of sizes) samples.push(...(await measureAt(bench, size)));
  return samples;
}
