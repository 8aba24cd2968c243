import type { Subscription } from 'rxjs';
import type {
  GivenOrder,
  SeatAct,
  SeatStanding,
} from '../../../src/shared/contracts/seat-order.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import type { DayLab } from './day-lab.ts';

/** What becomes of an order at a seat in the end. */
export type Fate = 'applied' | 'given-up' | Exclude<SeatStanding['why'], null>;
const ends = new Set<SeatStanding['state']>(['applied', 'refused', 'given-up']);

interface Expected {
  readonly kind: SeatAct['kind'];
  /** By the seat's place. */
  readonly fates: ReadonlyMap<number, Fate>;
}

/** What the manager's window says of every order, from the moment it is given, beside what has to come of it. */
export class OrderWatch {
  readonly #lab: DayLab;
  readonly #watching: Subscription;
  readonly #ends = new Map<string, Fate[]>();
  readonly #seen = new Map<string, GivenOrder>();
  readonly #expected: Expected[] = [];

  constructor(lab: DayLab) {
    this.#lab = lab;
    this.#watching = lab.window.observe('orders', undefined).subscribe((given) => {
      this.#forgetNotGiven(given);
      for (const order of given) this.#see(order);
    });
  }

  get count(): number {
    return this.#expected.length;
  }

  /** Has seats do it; `fateAt` says what has to come of it at each. */
  async give(act: SeatAct, seats: readonly number[], fateAt: (seat: number) => Fate) {
    await this.#lab.deskInTouch();
    this.expect(act.kind, new Map(seats.map((seat) => [seat, fateAt(seat)])));
    const stations = seats.map((seat) => this.#lab.station(seat));
    await this.#lab.do(this.#lab.window.call('seats.order', { seats: stations, act }));
  }

  /** On a bad LAN, until every order that was given has come to an end at every seat whose cable is in. */
  async come(): Promise<void> {
    const away = new Set([...this.#lab.unplugged].map((seat) => this.#lab.station(seat)));
    const hasEnded = ({ id, seats }: GivenOrder) =>
      seats.every(({ station }) => away.has(station) || this.#ends.has(`${id} ${station}`));
    this.#lab.bad = true;
    const all = () =>
      this.#seen.size === this.#expected.length && [...this.#seen.values()].every(hasEnded);
    await this.#lab.within(all, 'an end of every order', () =>
      [...this.#seen.values()].filter((order) => !hasEnded(order)),
    );
    this.#lab.bad = false;
  }

  /** An order that is given by way of something else. */
  expect(kind: Expected['kind'], fates: Expected['fates']): void {
    this.#expected.push({ kind, fates });
  }

  /** Every order came to exactly one end at every seat, and to the one it had to. */
  look(): void {
    this.#watching.unsubscribe();
    const seen = [...this.#seen.values()].map(({ id, act, seats }) => ({
      kind: act.kind,
      fates: seats.map(({ station }) => [station, this.#ends.get(`${id} ${station}`) ?? []]),
    }));
    const expected = this.#expected.map(({ kind, fates }) => ({
      kind,
      fates: [...fates].map(([seat, fate]) => [this.#lab.station(seat), [fate]]),
    }));
    if (JSON.stringify(seen) !== JSON.stringify(expected)) {
      const at = expected.findIndex(
        (each, at) => JSON.stringify(each) !== JSON.stringify(seen[at]),
      );
      const facts = {
        at,
        expected: expected[at],
        seen: seen[at],
        of: [expected.length, seen.length],
      };
      throw new InvariantBroken('an order came to another end than it had to', facts);
    }
  }

  /** One that the hub did not take was never given. */
  #forgetNotGiven(given: readonly GivenOrder[]): void {
    const there = new Set<string>(given.map(({ id }) => id));
    for (const [id, { seats }] of this.#seen) {
      const hasEnd = seats.some(({ station }) => this.#ends.has(`${id} ${station}`));
      if (!there.has(id) && !hasEnd) this.#seen.delete(id);
    }
  }

  #see(order: GivenOrder): void {
    this.#seen.set(order.id, order);
    for (const { station, state, why } of order.seats) {
      const key = `${order.id} ${station}`;
      const before = this.#ends.get(key) ?? [];
      const end: Fate | null = !ends.has(state) ? null : (why ?? (state as Fate));
      if (end !== null && before.at(-1) !== end) this.#ends.set(key, [...before, end]);
    }
  }
}
