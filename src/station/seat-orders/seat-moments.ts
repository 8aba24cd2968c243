import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type {
  Leaving,
  LeftScreen,
  SeatMessage,
  SeatMoment,
} from '../../shared/contracts/seat-order.ts';
import type { CommandId, LearnerId } from '../../shared/ids.ts';

const calm: SeatMoment = {
  message: null,
  paused: false,
  led: null,
  closing: false,
  leaving: null,
  expected: null,
  sent: null,
};

/** So long somebody is waited for, and where to go is shown, ms by this PC's monotonic time. */
const expectedMs = 5 * 60_000;
const sentMs = 60_000;

/** Who is to sit down here, and what they had on their screen. */
export interface Expected {
  readonly learner: LearnerId;
  readonly open: LeftScreen;
}

/** What this seat shows for a moment: in memory, as it is of no use later ([ACT8], [ACT9]). */
export class SeatMoments {
  readonly #now = new BehaviorSubject(calm);
  #ending: ReturnType<typeof setTimeout> | null = null;
  #waiting: ReturnType<typeof setTimeout> | null = null;
  #expected: Expected | null = null;

  get moment$(): Observable<SeatMoment> {
    return this.#now;
  }

  get now(): SeatMoment {
    return this.#now.value;
  }

  say(message: SeatMessage): void {
    this.#now.next({ ...this.#now.value, message });
  }

  /** Read. */
  unsay(): void {
    if (this.#now.value.message !== null) this.#now.next({ ...this.#now.value, message: null });
  }

  /** Has the window go to a lesson, and say why. */
  lead(led: NonNullable<SeatMoment['led']>): void {
    this.#now.next({ ...this.#now.value, led });
  }

  /** Seen; or it did not come to it. A later one stays. */
  unlead(order: CommandId): void {
    if (this.#now.value.led?.order === order) this.#now.next({ ...this.#now.value, led: null });
  }

  /** Who is to sit down here; null where nobody is, or nobody is waited for any longer. */
  get expected(): Expected | null {
    return this.#expected;
  }

  /** Waits for somebody, in the place of whom it waited for before. */
  expect(expected: Expected): void {
    this.#wait(expectedMs, () => this.unexpect());
    this.#expected = expected;
    this.#now.next({ ...this.#now.value, expected: expected.learner, sent: null });
  }

  unexpect(): void {
    if (this.#expected === null) return;
    this.#wait(null);
    this.#expected = null;
    this.#now.next({ ...this.#now.value, expected: null });
  }

  /** Shows where somebody is to go. */
  send(sent: NonNullable<SeatMoment['sent']>): void {
    this.#wait(sentMs, () => this.unsend());
    this.#expected = null;
    this.#now.next({ ...this.#now.value, sent, expected: null });
  }

  /** Seen, or it stood there long enough. */
  unsend(): void {
    if (this.#now.value.sent === null) return;
    this.#wait(null);
    this.#now.next({ ...this.#now.value, sent: null });
  }

  /** Whom any of it was for has left, or another is here. */
  forget(): void {
    this.#wait(null);
    this.#expected = null;
    const { paused, closing, leaving } = this.#now.value;
    this.#now.next({ ...calm, paused, closing, leaving });
  }

  #wait(ms: number | null, over: () => void = () => undefined): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = ms === null ? null : setTimeout(over, ms);
  }

  /** @param ms by this PC's monotonic time; then the seat goes on by itself */
  pause(ms: number): void {
    this.#clear();
    this.#ending = setTimeout(() => this.resume(), ms);
    this.#now.next({ ...this.#now.value, paused: true });
  }

  resume(): void {
    this.#clear();
    if (this.#now.value.paused) this.#now.next({ ...this.#now.value, paused: false });
  }

  /** The lab closes: nobody new sits down, and whoever sits here is told to finish ([CLS2]). */
  shut(isTaken: boolean): void {
    const message = isTaken ? 'finish' : this.#now.value.message;
    this.#now.next({ ...this.#now.value, message, closing: true });
  }

  /** It goes on after all. */
  reopen(): void {
    this.#now.next({ ...this.#now.value, closing: false });
  }

  /** The PC is about to go ([PWR2]). */
  leave(to: Leaving): void {
    this.#now.next({ ...this.#now.value, leaving: { to, gone: false } });
  }

  /** That is its last word. */
  part(to: Leaving): void {
    this.#now.next({ ...this.#now.value, leaving: { to, gone: true } });
  }

  /** It did not get away. */
  stay(): void {
    this.#now.next({ ...this.#now.value, leaving: null });
  }

  close(): void {
    this.#clear();
    this.#wait(null);
  }

  #clear(): void {
    if (this.#ending !== null) clearTimeout(this.#ending);
    this.#ending = null;
  }
}
