import type { DayLab } from './day-lab.ts';
import type { DayModel } from './day-model.ts';
import { groupOf } from './day-plan.ts';
import type { Fate } from './order-watch.ts';

/** Who sits where as the model has it, by the seats' places. */
export class DayRoom {
  readonly #lab: DayLab;
  readonly #model: DayModel;

  constructor(lab: DayLab, model: DayModel) {
    this.#lab = lab;
    this.#model = model;
  }

  /** What staff ended there, at the moment it was. */
  isEnded(seat: number): void {
    const { leftMs } = this.#lab.seat(seat);
    if (leftMs === null) throw new Error(`somebody still sits at ${seat}`);
    this.#model.standsUp(seat, leftMs);
  }

  all(): readonly number[] {
    return this.#lab.seats.map((_, at) => at);
  }

  taken(): readonly number[] {
    return this.all().filter((seat) => this.#model.seats[seat] !== null);
  }

  /** Seats that somebody can sit down at. */
  free(): readonly number[] {
    return this.all().filter(
      (seat) => this.#model.seats[seat] === null && !this.#model.outOfOrder.has(seat),
    );
  }

  sits(seat: number): Fate {
    return this.#model.seats[seat] === null ? 'nobody' : 'applied';
  }

  /** The nth of those who come in the middle of the week. */
  outsider(nth: number): number {
    return this.#model.of(groupOf.alsoLast + 1)[nth]?.number ?? 0;
  }

  /** The nth of the group that has no time of its own. */
  homeless(nth: number): number {
    return this.#model.of(this.#model.plan.groups.length - 1)[nth]?.number ?? 0;
  }
}
