import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Leaving, SeatMessage, SeatMoment } from '../../shared/contracts/seat-order.ts';
import type { CommandId } from '../../shared/ids.ts';

const calm: SeatMoment = { message: null, paused: false, led: null, leaving: null };

/** What this seat shows for a moment: in memory, as it is of no use later ([ACT8], [ACT9]). */
export class SeatMoments {
  readonly #now = new BehaviorSubject(calm);
  #ending: ReturnType<typeof setTimeout> | null = null;

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

  /** Whom any of it was for has left. */
  forget(): void {
    const { message, led } = this.#now.value;
    if (message !== null || led !== null) {
      this.#now.next({ ...this.#now.value, message: null, led: null });
    }
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
  }

  #clear(): void {
    if (this.#ending !== null) clearTimeout(this.#ending);
    this.#ending = null;
  }
}
