import {
  EMPTY,
  Subject,
  Subscription,
  distinctUntilChanged,
  map,
  merge,
  switchMap,
  timer,
} from 'rxjs';
import * as z from 'zod';
import { signedCommandSchema } from '../../shared/contracts/commands/staff-command.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import { createQueue } from '../queue.ts';
import type { LocalDocument } from '../record/local-documents.ts';
import type { Uplink } from '../uplink/uplink.ts';

/** Kept at most; the oldest go first. */
const mostUntold = 200;
const tellEveryMs = 10_000;

export const untoldOrdersSchema = z.object({
  v: z.literal(1),
  commands: z.array(signedCommandSchema).max(mostUntold),
});
type UntoldKept = z.infer<typeof untoldOrdersSchema>;

export interface UntoldOrdersParts {
  readonly store: LocalDocument<UntoldKept>;
  readonly uplink: Pick<Uplink, 'status$' | 'command'>;
  readonly log: Log;
}

/**
 * Orders that were brought to seats while the hub was away: on the disk before the first of them goes out, until
 * the hub has them on record ([ACT5]).
 */
export class UntoldOrders {
  readonly #parts: UntoldOrdersParts;
  readonly #added = new Subject<void>();
  readonly #inTurn = createQueue();
  readonly #following: Subscription;
  #commands: readonly SignedCommand[];

  private constructor(parts: UntoldOrdersParts, commands: readonly SignedCommand[]) {
    this.#parts = parts;
    this.#commands = commands;
    this.#following = parts.uplink.status$
      .pipe(
        map(({ hubReachable }) => hubReachable),
        distinctUntilChanged(),
        switchMap((reachable) => (reachable ? merge(timer(0, tellEveryMs), this.#added) : EMPTY)),
      )
      .subscribe(() => void this.#inTurn(() => this.#tell()));
  }

  static async open(parts: UntoldOrdersParts): Promise<UntoldOrders> {
    return new UntoldOrders(parts, (await parts.store.load())?.commands ?? []);
  }

  /** With no room on the disk it goes out all the same: what happens in the room does not wait for the trail. */
  add(command: SignedCommand): Promise<void> {
    return this.#inTurn(async () => {
      await this.#keep([...this.#commands, command].slice(-mostUntold));
      this.#added.next();
    });
  }

  close(): void {
    this.#following.unsubscribe();
  }

  async #tell(): Promise<void> {
    for (const command of this.#commands) {
      try {
        const answer = await this.#parts.uplink.command(command);
        if (answer.result === 'refused' && answer.code !== 'command.repeated') {
          this.#parts.log.warn('seat.order-not-on-record', { code: answer.code });
        }
      } catch {
        // It is away again, or busy.
        return;
      }
      await this.#keep(this.#commands.filter(({ id }) => id !== command.id));
    }
  }

  async #keep(commands: readonly SignedCommand[]): Promise<void> {
    this.#commands = commands;
    try {
      await this.#parts.store.save({ v: 1, commands: [...commands] });
    } catch (error) {
      this.#parts.log.error('seat.order-not-kept', { reason: reasonOf(error) });
    }
  }
}
