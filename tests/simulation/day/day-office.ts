import type { Observable } from 'rxjs';
import type { CommandInput } from '../../../src/shared/contracts/ipc/contract.ts';
import type { HelpQueue } from '../../../src/shared/contracts/ipc/help-views.ts';
import type { RoomView } from '../../../src/shared/contracts/ipc/views.ts';
import type { TimetableView } from '../../../src/shared/contracts/ipc/timetable-view.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import { closedDay, named, today } from './day-plan.ts';
import type { DayLab } from './day-lab.ts';
import type { DayModel, Policy } from './day-model.ts';

/** What the manager does at the supervisor's window, and what is compared there while the day goes on. */
export class DayOffice {
  readonly #lab: DayLab;
  readonly #model: DayModel;

  constructor(lab: DayLab, model: DayModel) {
    this.#lab = lab;
    this.#model = model;
  }

  async command(type: CommandInput<'supervisor', 'hub.command'>['type'], input: object) {
    await this.#lab.do(this.#lab.window.call('hub.command', { type, input, reason: null }));
  }

  /** The week as it is planned, with a closed day, and a seat of somebody's own. */
  async plan(): Promise<void> {
    const { groups, learners } = this.#lab.people;
    for (const slot of this.#model.plan.slots) {
      const plan = { ...slot, groups: slot.groups.map((at) => groups[at]) };
      await this.command('timetable.slot', { slot: null, expected: null, plan });
    }
    await this.command('timetable.day', { date: closedDay, closed: true });
    const own = this.#model.ownSeat;
    const planned = this.#model.plan.slots[named.women];
    if (own === null || planned === undefined) return;
    const week = await this.sees(
      this.#lab.window.observe('timetable', undefined),
      ({ slots }) => slots.length === this.#model.plan.slots.length,
      'the whole week',
    );
    const found = week.slots.find(
      ({ weekday, begins }) => weekday === planned.weekday && begins === planned.begins,
    );
    await this.command('timetable.seat', {
      slot: found?.slot,
      learner: learners[own.who],
      seated: true,
      station: this.#lab.station(own.seat),
      expected: null,
    });
  }

  /** As the minute begins: from then on everybody's is the right one. */
  async confirmDay(): Promise<void> {
    const { clock } = this.#lab;
    clock.leapTo(clock.minute + 1);
    await this.command('lab-day.confirm', { date: today, minute: clock.minute });
    this.#model.sure = true;
  }

  async says(policy: Policy): Promise<void> {
    await this.command('timetable.policy', { policy });
    this.#model.policy = policy;
  }

  async takesOut(seat: number): Promise<void> {
    await this.command('timetable.place', { station: this.#lab.station(seat), usable: false });
    this.#model.outOfOrder.add(seat);
  }

  /** Moves whoever sits there to a seat that is free; they are still to sit down. */
  async moves(from: number, to: number): Promise<void> {
    const learner = this.#lab.learner(this.#model.sitting(from).who.number);
    const move = { learner, from: this.#lab.station(from), to: this.#lab.station(to) };
    await this.#lab.do(this.#lab.window.call('seats.move', move));
  }

  /** Somebody comes to the one who asked there, and helps. */
  async helps(seat: number): Promise<void> {
    const sitting = this.#model.sitting(seat);
    const learner = this.#lab.learner(sitting.who.number);
    const queue$ = this.#lab.window.observe('help', undefined);
    const requestOf = ({ requests }: HelpQueue) =>
      requests.find((each) => each.learner.learner === learner);
    const asked = requestOf(
      await this.sees(queue$, (queue) => requestOf(queue) !== undefined, 'a call for help'),
    );
    if (asked === undefined) return;
    const { request, after } = asked;
    await this.#lab.do(this.#lab.window.call('help.take', { learner, request, after }));
    const isTaken = (queue: HelpQueue) => (requestOf(queue)?.taker ?? null) !== null;
    const taken = requestOf(await this.sees(queue$, isTaken, 'that it was taken'));
    const answer = { learner, request, after: taken?.after ?? after, outcome: 'helped' } as const;
    await this.#lab.do(this.#lab.window.call('help.answer', answer));
    sitting.helpAsked = false;
    sitting.who.helpAnswered += 1;
  }

  /** The room shows who sits where, and the queue who asks for help, as the model has it. */
  async looks(besides: ReadonlySet<number> = new Set()): Promise<void> {
    const sitting = this.#model.seats.map((each) => each && this.#lab.learner(each.who.number));
    const isRight = ({ seats }: RoomView) =>
      sitting.every(
        (learner, at) =>
          besides.has(at) || (seatIn(seats, at)?.sitting?.learner.learner ?? null) === learner,
      );
    const seatIn = (seats: RoomView['seats'], at: number) =>
      seats.find(({ station }) => station === this.#lab.station(at));
    await this.sees(this.#lab.window.observe('room', undefined), isRight, 'who sits where');
    const asking = this.#model.seats
      .flatMap((each) => (each?.helpAsked ? [this.#lab.learner(each.who.number)] : []))
      .sort();
    const isAsked = ({ requests }: HelpQueue) =>
      JSON.stringify(requests.map(({ learner }) => learner.learner).sort()) ===
      JSON.stringify(asking);
    await this.sees(this.#lab.window.observe('help', undefined), isAsked, 'who asks for help');
  }

  /** Who should be here now, as the window says ([TTB7]). */
  async expects(): Promise<number> {
    const view = await this.sees(
      this.#lab.window.observe('timetable', undefined),
      ({ now }: TimetableView) => now?.minute === this.#lab.clock.minute,
      'the time of day',
    );
    const due = this.#model.due(this.#lab.clock.minute).map(({ number }) => number);
    const told = view.expected.map(({ learner }) => learner.learner).sort();
    const expected = due.map((number) => this.#lab.learner(number)).sort();
    if (JSON.stringify(told) !== JSON.stringify(expected)) {
      throw new InvariantBroken('who should be here', { told, expected });
    }
    return due.length;
  }

  /** The first value that is right; what was seen last is told where none comes. */
  async sees<Value>(
    values$: Observable<Value>,
    isRight: (value: Value) => boolean,
    what: string,
  ): Promise<Value> {
    let seen: { readonly value: Value } | null = null;
    const looking = values$.subscribe((value) => {
      if (seen === null || !isRight(seen.value)) seen = { value };
    });
    const found = (): Value | null => (seen !== null && isRight(seen.value) ? seen.value : null);
    try {
      await this.#lab.time.until(() => found() !== null, what);
    } catch {
      throw new InvariantBroken(what, { seen: JSON.stringify(seen).slice(0, 4000) });
    } finally {
      looking.unsubscribe();
    }
    const value = found();
    if (value === null) throw new Error(what);
    return value;
  }
}
