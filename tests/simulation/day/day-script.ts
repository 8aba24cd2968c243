import type { DayLab } from './day-lab.ts';
import { groupOf, named } from './day-plan.ts';
import type { DayModel } from './day-model.ts';
import { DayOffice } from './day-office.ts';
import { DayPeople } from './day-people.ts';
import { DayRoom } from './day-room.ts';
import { DayScenes } from './day-scenes.ts';
import type { Scene } from './day-scenes.ts';
import { OrderWatch } from './order-watch.ts';
import type { Fate } from './order-watch.ts';

const yearMs = 365.25 * 24 * 60 * 60 * 1000;
/** Minutes of a slot after which everybody does something, and before whose end they leave. */
const worksAfter = [5, 25, 45, 65] as const;
const leavesBefore = 8;
const applied = (): Fate => 'applied';

/** One lab day, as everybody in it lives it. */
export class DayScript {
  readonly lab: DayLab;
  readonly model: DayModel;
  readonly people: DayPeople;
  readonly office: DayOffice;
  readonly orders: OrderWatch;
  readonly room: DayRoom;
  readonly #scenes: DayScenes;

  constructor(lab: DayLab, model: DayModel) {
    this.lab = lab;
    this.model = model;
    this.people = new DayPeople(lab, model);
    this.office = new DayOffice(lab, model);
    this.orders = new OrderWatch(lab);
    this.room = new DayRoom(lab, model);
    this.#scenes = new DayScenes(this);
  }

  /** Until nobody sits anywhere, everything is at the hub and all computers but the manager's are off. */
  async liveThrough(): Promise<void> {
    await this.#morning();
    await this.#slot(named.roomy, this.#scenes.roomy());
    await this.#slot(named.tight, this.#scenes.tight());
    await this.#slot(named.women, this.#scenes.women());
    await this.#slot(named.minors, this.#scenes.minors());
    await this.office.says('greet');
    await this.office.takesOut(this.lab.seats.length - 1);
    await this.#slot(named.last, this.#scenes.last(), false);
    await this.#closeOut();
  }

  async #morning(): Promise<void> {
    const { seats } = this.lab;
    for (const [at, offMs] of [-60 * yearMs, 74 * yearMs, -3600_000].entries()) {
      const seat = seats[1 + at * 2];
      if (seat !== undefined) seat.clockOffMs = offMs;
    }
    const [owner] = this.model.of(groupOf.tuesday);
    if (owner !== undefined) this.model.ownSeat = { who: owner.number, seat: 2 };
    await this.office.plan();
    await this.lab.leapTo(450);
    await this.office.confirmDay();
    await this.lab.calm();
  }

  /** Its people come, work with what the scenes bring between, and leave. */
  async #slot(at: number, scenes: readonly Scene[], leave = true): Promise<void> {
    const slot = this.model.plan.slots[at];
    if (slot === undefined) throw new Error('no such slot');
    await this.lab.leapTo(slot.begins - 5);
    await this.lab.calm();
    await this.#arrive(at);
    for (const [turn, after] of worksAfter.entries()) {
      await this.lab.leapTo(slot.begins + after);
      await this.people.work(this.room.taken(), 2);
      await scenes[turn]?.();
    }
    await this.lab.leapTo(slot.ends - leavesBefore);
    await this.office.looks();
    if (!leave) return;
    for (const seat of this.room.taken()) await this.people.leaves(seat);
    await this.lab.live(2000);
    await this.office.looks();
  }

  /** As many as there are seats for, one less where those are few; somebody is always away. */
  async #arrive(at: number): Promise<void> {
    const groups = this.model.plan.slots[at]?.groups ?? [];
    const all = this.model.people.filter(({ group }) => groups.includes(group)).slice(1);
    const free = this.room
      .free()
      .filter((seat) => seat !== this.model.ownSeat?.seat || at !== named.women);
    for (const seat of free.slice(1)) {
      const [who] = all.splice(this.lab.draw.from(0, all.length - 1), 1);
      if (who === undefined) break;
      await this.people.comesTo(who.number, seat);
    }
  }

  /** Nobody new sits down, sittings end, records come, computers go off. */
  async #closeOut(): Promise<void> {
    await this.orders.give({ kind: 'close' }, this.room.all(), applied);
    await this.orders.come();
    await this.orders.give({ kind: 'end-sitting' }, this.room.all(), (at) => this.room.sits(at));
    await this.orders.come();
    for (const seat of this.room.taken()) this.room.isEnded(seat);
    await this.lab.calm();
    await this.office.looks();
    this.lab.went.length = 0;
    await this.orders.give({ kind: 'power-off' }, this.room.all(), applied);
    await this.lab.time.until(() => this.lab.went.length === this.lab.seats.length, 'all going');
    for (const seat of this.lab.seats) await this.lab.time.for(seat.switchOff(), 'a seat stopping');
    await this.lab.time.pass(20_000);
    await this.lab.time.for(this.lab.hub.settled(), 'the hub folding');
    await this.lab.time.pass(10_000);
  }
}
