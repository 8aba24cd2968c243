import { lockMessages, seatMessages } from '../../../src/shared/contracts/seat-order.ts';
import type { SeatAct } from '../../../src/shared/contracts/seat-order.ts';
import { packIdSchema } from '../../../src/shared/ids.ts';
import type { Drawing } from '../deeds.ts';
import type { OrderLab } from './order-lab.ts';

/** Past 1970 backwards, and past 2099: what a dead battery or a wrong hand makes of a clock. */
const yearMs = 365.25 * 24 * 60 * 60 * 1000;
const offsMs = [-60 * yearMs, -26 * yearMs, -3600_000, 3600_000, 74 * yearMs, 120 * yearMs, 0];

type Deed = (lab: OrderLab, draw: Drawing) => Promise<void>;

/** What befalls a lab whose officers give orders; the more often named, the likelier. */
const deeds: Readonly<Record<string, readonly [likelihood: number, deed: Deed]>> = {
  'an order': [8, (lab, draw) => give(lab, draw)],
  'two officers at once': [
    4,
    async (lab, draw) => {
      const both = Promise.all([begin(lab, draw, 0), begin(lab, draw, 1)]);
      await lab.time.for(both, 'two orders being given');
    },
  ],
  'a seat dies in the midst of it': [4, cutInTheMidst],
  'a seat dies as it answers': [5, cutAsItAnswers],
  'a desk dies in the midst of it': [
    2,
    async (lab, draw) => {
      const desk = lab.desk(draw.which());
      if (!desk.isOn) return;
      void begin(lab, draw, lab.desks.indexOf(desk));
      await lab.time.turns(draw.from(0, 40), () => desk.disk.isWriting);
      desk.cutPower(lab.survives);
      await lab.time.pass(draw.from(0, 20_000));
      await desk.switchOn();
    },
  ],
  'the hub is away': [
    4,
    async (lab, draw) => {
      lab.unplugged.add('hub');
      await lab.time.pass(draw.from(1000, 30_000));
      for (let left = draw.from(1, 3); left > 0; left -= 1) await give(lab, draw);
      await lab.time.pass(draw.from(1000, 60_000));
      lab.unplugged.delete('hub');
    },
  ],
  'the hub dies': [
    2,
    async (lab, draw) => {
      void begin(lab, draw, draw.which());
      await lab.time.turns(draw.from(0, 60), () => lab.lab.disk.isWriting);
      lab.cutHubPower();
      await lab.time.pass(draw.from(0, 60_000));
      await lab.switchHubOn();
    },
  ],
  'a cable is out': [
    3,
    async (lab, draw) => {
      const which = draw.from(0, lab.lab.stations.length - 1);
      lab.unplugged.add(which);
      await give(lab, draw);
      await lab.time.pass(draw.from(1000, 40_000));
      lab.unplugged.delete(which);
    },
  ],
  'the line to the hub is half-open': [
    2,
    async (lab, draw) => {
      lab.swallowing = true;
      await give(lab, draw);
      await lab.time.pass(draw.from(5000, 60_000));
      lab.swallowing = false;
    },
  ],
  'a clock jumps': [
    3,
    (lab, draw) => {
      const offMs = draw.of(offsMs);
      const which = draw.from(0, lab.lab.stations.length);
      const station = [...lab.seats, ...lab.desks][which];
      if (station === undefined) lab.hubClockOffMs = offMs;
      else station.clockOffMs = offMs;
      return Promise.resolve();
    },
  ],
  'an old order comes again': [4, replay],
  answers: [
    4,
    async (lab, draw) => {
      for (let left = draw.from(1, 6); left > 0; left -= 1) {
        const seat = lab.seat(draw.which());
        const learner = lab.lab.learner(draw.from(0, 2));
        if (!seat.isOn) continue;
        seat.learner = learner;
        await lab.time.for(seat.answer(lab.work.at(seat.station, draw), learner), 'an answer');
      }
    },
  ],
  'a seat is started anew': [
    3,
    async (lab, draw) => {
      const seat = lab.seat(draw.which());
      seat.cutPower(lab.survives);
      await lab.time.pass(draw.from(0, 90_000));
      await seat.switchOn();
    },
  ],
  'time passes': [3, (lab, draw) => lab.time.pass(draw.from(1000, 120_000))],
};

/** Does one of them, and looks whether everything holds; returns its name. */
export async function oneDeed(lab: OrderLab): Promise<string> {
  const drawn = Object.entries(deeds).flatMap(([name, [likelihood]]) =>
    Array.from({ length: likelihood }, () => name),
  );
  const name = lab.draw.of(drawn);
  await deeds[name]?.[1](lab, lab.draw);
  lab.look();
  return name;
}

function anAct(draw: Drawing): SeatAct {
  const kinds = [
    'lock',
    'lock',
    'unlock',
    'unlock',
    'message',
    'pause',
    'resume',
    'end-sitting',
    'lesson',
    'restart',
    'power-off',
  ];
  switch (draw.of(kinds)) {
    case 'lock':
      return { kind: 'lock', message: draw.of(lockMessages) };
    case 'unlock':
      return { kind: 'unlock' };
    case 'message':
      return { kind: 'message', message: draw.of(seatMessages) };
    case 'pause':
      // By how long it is one is told from another.
      return { kind: 'pause', seconds: draw.from(10, 1800) };
    case 'lesson':
      return {
        kind: 'start-lesson',
        pack: packIdSchema.parse('org.rean.test'),
        lesson: `lesson-${draw.from(1, 9999)}`,
      };
    case 'restart':
      return { kind: 'restart' };
    case 'power-off':
      return { kind: 'power-off' };
    case 'resume':
      return { kind: 'resume' };
    default:
      return { kind: 'end-sitting' };
  }
}

function begin(lab: OrderLab, draw: Drawing, by: number): Promise<void> {
  const stations = lab.seats.map(({ station }) => station);
  const first = draw.from(0, stations.length - 1);
  const seats = stations.slice(first, first + draw.from(1, stations.length));
  return lab.desk(by).give(anAct(draw), seats);
}

async function give(lab: OrderLab, draw: Drawing): Promise<void> {
  await lab.time.for(begin(lab, draw, draw.which()), 'an order being given');
  await lab.time.pass(draw.from(0, 4000));
}

async function cutInTheMidst(lab: OrderLab, draw: Drawing): Promise<void> {
  const seat = lab.seat(draw.which());
  void begin(lab, draw, draw.which());
  // Until it has come as far as the seat's disk, or a little further.
  await lab.time.turns(draw.from(0, 80), () => seat.disk.isWriting);
  if (seat.disk.isWriting) lab.book.note('power cut in the midst of an order');
  seat.cutPower(lab.survives);
  await lab.time.pass(draw.from(0, 30_000));
  await seat.switchOn();
  await lab.time.pass(draw.from(0, 5000));
}

/** What it said it did was on its disk by then, or was said too early. */
async function cutAsItAnswers(lab: OrderLab, draw: Drawing): Promise<void> {
  const seat = lab.seat(draw.which());
  const straight = draw.from(0, 1) === 0;
  if (straight) {
    lab.unplugged.add('hub');
    await lab.time.pass(30_000);
  }
  seat.diesAnswering = lab.survives;
  const act: SeatAct =
    draw.from(0, 2) === 0 ? { kind: 'unlock' } : { kind: 'lock', message: draw.of(lockMessages) };
  await lab.time.for(lab.desk(draw.which()).give(act, [seat.station]), 'an order being given');
  await lab.time.pass(draw.from(1000, 20_000));
  seat.diesAnswering = null;
  if (!seat.isOn) await seat.switchOn();
  lab.unplugged.delete('hub');
}

/** By somebody who kept it, straight to a seat, whenever. */
async function replay(lab: OrderLab, draw: Drawing): Promise<void> {
  const { issued } = lab.book;
  if (issued.length === 0) return;
  const { command } = draw.of(issued);
  const seat = lab.seat(draw.which());
  const { desk } = seat;
  if (desk === null) return;
  for (let left = draw.from(1, 3); left > 0; left -= 1) {
    await lab.time.for(desk.order({ command, ageMs: draw.from(0, 90_000) }), 'an answer of a seat');
  }
}
