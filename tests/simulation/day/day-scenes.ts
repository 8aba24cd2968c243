import { seatActSchema } from '../../../src/shared/contracts/seat-order.ts';
import { testPack } from '../../factories/pack-press.ts';
import { groupOf } from './day-plan.ts';
import type { DayScript } from './day-script.ts';
import type { Fate } from './order-watch.ts';

const yearMs = 365.25 * 24 * 60 * 60 * 1000;
/** Longer than anybody tries to bring an order that passes, ms. */
const givenUpMs = 75_000;
/** Longer than a station goes without a word of the hub, ms. */
const wordMs = 70_000;

/** Comes between two times at which everybody does something. */
export type Scene = () => Promise<void>;

type Day = Pick<DayScript, 'lab' | 'model' | 'people' | 'office' | 'orders' | 'room'>;

/** What happens in each slot besides that people come, learn and leave. */
export class DayScenes {
  readonly #day: Day;

  constructor(day: Day) {
    this.#day = day;
  }

  roomy(): readonly Scene[] {
    const [a = 0, b = 0] = this.#day.room.all().slice(1);
    return [
      async () => {
        const [seat = 0, other = 0] = this.#day.room.free();
        await this.#day.people.getsPicturesWrong(this.#day.room.outsider(0), seat);
        await this.#day.people.comesTo(this.#day.room.outsider(0), seat);
        await this.#day.people.comesToTaken(this.#day.room.outsider(1), seat);
        await this.#day.people.comesTo(this.#day.room.homeless(0), other);
        await this.#day.orders.give(
          { kind: 'message', message: 'quiet' },
          this.#day.room.all(),
          (at) => this.#day.room.sits(at),
        );
        await this.#day.orders.come();
        await this.#day.office.looks();
        await this.#day.office.expects();
      },
      async () => {
        await this.#day.people.asksForHelp(a);
        await this.#day.people.asksForHelp(b);
        await this.#day.lab.live(2000);
        await this.#day.office.looks();
        await this.#day.office.helps(a);
        await this.#day.orders.give({ kind: 'lock', message: 'listen' }, [a, b], applied);
        await this.#day.orders.give({ kind: 'pause', seconds: 900 }, this.#day.room.all(), applied);
        await this.#day.orders.come();
        await this.#day.orders.give({ kind: 'resume' }, this.#day.room.all(), applied);
        await this.#day.orders.give({ kind: 'unlock' }, [a], applied);
        await this.#day.orders.come();
      },
      async () => {
        await this.#day.orders.give({ kind: 'unlock' }, [b], applied);
        await this.#day.orders.come();
      },
      async () => {
        await this.#day.orders.give(
          { kind: 'give-time', minutes: 10 },
          this.#day.room.all(),
          (at) => {
            if (this.#day.room.sits(at) === 'nobody') return 'nobody';
            return this.#day.model.timeEnds(at) === null ? 'no-end' : 'applied';
          },
        );
        await this.#day.orders.come();
      },
    ];
  }

  /** Cables are out at every fifth seat for a while. */
  tight(): readonly Scene[] {
    const away = this.#day.room.all().filter((seat) => seat % 5 === 3);
    const [first = 0] = away;
    return [
      async () => {
        const [seat = 0] = this.#day.room.free();
        await this.#day.people.comesTo(this.#day.room.outsider(2), seat);
      },
      async () => {
        for (const seat of away) this.#day.lab.unplugged.add(seat);
        await this.#day.lab.live(3000);
        await this.#day.people.work(this.#day.room.taken(), 1);
        await this.#day.orders.give(
          { kind: 'message', message: 'come' },
          [first],
          () => 'given-up',
        );
        await this.#day.orders.give({ kind: 'lock', message: 'wait' }, [first], applied);
        await this.#day.lab.time.pass(givenUpMs);
      },
      async () => {
        this.#day.lab.unplugged.clear();
        await this.#day.lab.calm();
        const isLocked = () => this.#day.lab.seat(first).isLocked;
        await this.#day.lab.within(isLocked, 'a lock that waited', () => first);
        await this.#day.orders.give({ kind: 'unlock' }, [first], applied);
        await this.#day.orders.come();
        await this.#day.office.looks();
      },
    ];
  }

  women(): readonly Scene[] {
    return [
      async () => {
        const own = this.#day.model.ownSeat;
        if (own === null) return;
        const other = this.#day.model.of(groupOf.tuesday)[1]?.number ?? 0;
        await this.#day.people.comesTo(other, own.seat);
        await this.#day.people.comesTo(own.who, own.seat);
        const [seat = 0] = this.#day.room.free();
        await this.#day.people.comesTo(other, seat);
        await this.#day.office.expects();
      },
      async () => {
        const [back = 0, on = 0] = this.#day.room.taken();
        const [seatBack, seatOn] = [this.#day.lab.seat(back), this.#day.lab.seat(on)];
        const whoBack = this.#day.model.sitting(back).who.number;
        const whoOn = this.#day.model.sitting(on).who.number;
        // What one of them did a moment before has not come to the hub: it is on that seat's disk alone.
        await this.#day.lab.live(3000);
        await this.#day.lab.calm();
        await this.#day.people.work([back], 1);
        for (const seat of [seatBack, seatOn]) seat.cutPower(this.#day.lab.survives);
        this.#day.model.isCutOff(back);
        this.#day.model.isCutOff(on);
        await this.#day.lab.live(3000);
        const [free = 0] = this.#day.room.free().filter((seat) => this.#day.lab.seat(seat).isOn);
        await this.#day.people.comesTo(whoOn, free);
        for (const seat of [seatBack, seatOn]) await seat.switchOn();
        await this.#day.lab.time.until(
          () => seatBack.isReady && seatOn.isReady,
          'the seats starting',
        );
        await this.#day.lab.calm();
        await this.#day.people.comesTo(whoBack, back);
        await this.#day.people.work(this.#day.room.taken(), 1);
        await this.#day.office.looks();
      },
      async () => {
        const seat = this.#day.room.taken().at(-1) ?? 0;
        this.#day.lab.seat(seat).clockOffMs += 3 * yearMs;
        this.#day.model.sitting(seat).about = true;
        await this.#day.lab.time.pass(wordMs);
      },
      () => this.#hubRestarts(),
    ];
  }

  /** In the midst of it. Until the day is confirmed again nobody is sure what day it is, and all are let in. */
  async #hubRestarts(): Promise<void> {
    const { lab, model, people, room } = this.#day;
    lab.cutHubPower();
    await lab.live(5000);
    await people.work(room.taken(), 1);
    await lab.switchHubOn();
    model.sure = false;
    await lab.calm();
  }

  minors(): readonly Scene[] {
    return [
      async () => {
        await this.#day.people.comesTo(this.#day.room.outsider(3), this.#day.room.free()[0] ?? 0);
        await this.#day.office.confirmDay();
        await this.#day.lab.calm();
        await this.#day.people.comesTo(this.#day.room.outsider(4), this.#day.room.free()[0] ?? 0);
      },
      async () => {
        const [from = 0] = this.#day.room.taken();
        const [to = 0] = this.#day.room.free();
        const who = this.#day.model.sitting(from).who.number;
        this.#day.orders.expect('expect', new Map([[to, 'applied']]));
        this.#day.orders.expect('end-sitting', new Map([[from, 'applied']]));
        await this.#day.office.moves(from, to);
        await this.#day.orders.come();
        this.#day.room.isEnded(from);
        await this.#day.lab.calm();
        await this.#day.people.comesTo(who, to);
        await this.#day.lab.live(2000);
        await this.#day.office.looks();
      },
      async () => {
        const act = seatActSchema.parse({ kind: 'start-lesson', pack: testPack, lesson: 'second' });
        await this.#day.orders.give(act, this.#day.room.all(), (at) => this.#day.room.sits(at));
        await this.#day.orders.come();
        for (const seat of this.#day.room
          .taken()
          .filter((each) => !this.#day.model.isAt(each, 'second'))) {
          this.#day.model.opens(seat, 'second');
          this.#day.model.goesOn(seat, this.#day.lab.seat(seat).ledMs ?? 0);
        }
      },
    ];
  }

  last(): readonly Scene[] {
    return [
      async () => {
        await this.#day.people.comesTo(this.#day.room.outsider(5), this.#day.room.free()[0] ?? 0);
        await this.#day.office.expects();
      },
      async () => {
        const [seat = 0] = this.#day.room.taken();
        const who = this.#day.model.sitting(seat).who.number;
        await this.#day.orders.give({ kind: 'restart' }, [seat], applied);
        await this.#day.lab.time.until(
          () => this.#day.lab.went.some((each) => each.seat === seat),
          'its going',
        );
        this.#day.room.isEnded(seat);
        await this.#day.lab.seat(seat).switchOff();
        await this.#day.lab.live(3000);
        await this.#day.lab.seat(seat).switchOn();
        await this.#day.lab.time.until(() => this.#day.lab.seat(seat).isReady, 'the seat starting');
        await this.#day.lab.calm();
        await this.#day.people.comesTo(who, seat);
      },
    ];
  }
}

const applied = (): Fate => 'applied';
