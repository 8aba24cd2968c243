import {
  BehaviorSubject,
  defer,
  distinctUntilChanged,
  map,
  skip,
  switchMap,
  throwError,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import * as z from 'zod';
import { mayAnywhere } from '../../domain/permissions.ts';
import type { Action, Actor } from '../../domain/permissions.ts';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { withoutHub } from '../../shared/contracts/seat-order.ts';
import type {
  CommandStatement,
  SignedCommand,
} from '../../shared/contracts/commands/staff-command.ts';
import type { ViewPart } from '../../shared/contracts/documents/view.ts';
import type { SignInResult } from '../../shared/contracts/ipc/views.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { CommandId, StaffId } from '../../shared/ids.ts';
import { reasonOf } from '../failure-reason.ts';
import { createQueue } from '../queue.ts';
import type { Look } from './command-looks.ts';
import { askHub, signFor } from './hub-commands.ts';
import type { HubCommandParts } from './hub-commands.ts';
import { sittingEnd$ } from './sitting-end.ts';
import type { SittingEndSources } from './sitting-end.ts';
import { openHands } from './staff-hands.ts';
import type { PassphraseParts, StaffHands, Typed } from './staff-hands.ts';
import { actorOf } from './within-reach.ts';
import { verifierOf } from './new-passphrase.ts';
import type { NewPassphrase } from './new-passphrase.ts';

export type StaffSessionParts = PassphraseParts & HubCommandParts & SittingEndSources;

/** Something for the hub to do or tell, and the second person where it takes two ([PRM4]). */
export interface StaffAsks<Output extends z.ZodType> {
  readonly contract: CommandContract<z.ZodType, Output>;
  readonly input: unknown;
  readonly reason: string | null;
  /** Drawn unless given. */
  readonly id?: CommandId | undefined;
  /** What of people's records the answer shows: on disk before anything is asked ([AUD1]). */
  readonly look?: Look | null;
  readonly second?: Typed | undefined;
  /** A new one: its verifier is put into the input as `verifier`, and it goes no further ([CMD6]). */
  readonly passphrase?: NewPassphrase | undefined;
}

const recordSchema = z.record(z.string(), z.unknown());

/** One supervisor window's person: signing in opens that window only, closing it signs out ([SGN5]). */
export class StaffSession {
  readonly #parts: StaffSessionParts;
  readonly #signedIn = new BehaviorSubject<StaffId | null>(null);
  #hands: StaffHands | null = null;
  #watch: Subscription | null = null;
  /** When somebody last touched the window, by the monotonic clock. */
  #signMs = 0;
  readonly #inTurn = createQueue();
  /** What of many people was looked at in this sitting. */
  readonly #seen = new Set<ViewPart>();

  constructor(parts: StaffSessionParts) {
    this.#parts = parts;
  }

  get signedIn$(): Observable<StaffId | null> {
    return this.#signedIn;
  }

  /** @throws ReanError `key.missing` before the first keyring has come */
  signIn(typed: Typed): Promise<SignInResult> {
    return this.#inTurn(async () => {
      await this.#leave();
      const { result, hands } = await openHands(this.#parts, typed);
      if (hands !== null) {
        await this.#record('staff.signed-in', typed.staff).catch((error: unknown) => {
          hands.wipe();
          throw error;
        });
        this.#hands = hands;
        this.noteSign();
        this.#signedIn.next(typed.staff);
        this.#watch = this.#watchEnd(hands);
      }
      return result;
    });
  }

  /**
   * Has the hub do or tell something, signed by who is signed in here. The hub decides whether they may.
   * @throws ReanError `permission.denied` where nobody is signed in, `sign-in.wrong` and `sign-in.wait`
   * for the second person, `hub.away`, `store.*` where a look can't be recorded, or as the hub refuses
   */
  async command<Output extends z.ZodType>({
    second,
    passphrase,
    look,
    ...asks
  }: StaffAsks<Output>): Promise<z.output<Output>> {
    const first = this.#hands;
    if (first === null) throw new ReanError('permission.denied');
    if (look) await this.#recordView(look);
    // Whoever came meanwhile has not looked, and whoever left is shown nothing.
    if (this.#hands !== first) throw new ReanError('permission.denied');
    if (asks.contract.type === 'staff.passphrase') await this.#askAgain(first, passphrase);
    const more = passphrase && { verifier: await verifierOf(this.#parts, passphrase) };
    const input = more ? { ...recordSchema.parse(asks.input), ...more } : asks.input;
    const seconding = second ? await this.#openSecond(first, second) : null;
    const hands = seconding === null ? [first] : [first, seconding];
    const { staff } = this.#parts.directory.directory;
    const sign = (statement: CommandStatement) =>
      hands.map((each, at) => each.sign(statement, staff.get(each.staff), at + 1));
    try {
      return await askHub(this.#parts, { ...asks, input, sign });
    } finally {
      seconding?.wipe();
    }
  }

  /**
   * Does something for who is signed in here; it is told when they leave, and comes to nothing then.
   * @throws ReanError `permission.denied` where nobody is signed in, or they have left meanwhile
   */
  async staying<Value>(act: (left: AbortSignal) => Promise<Value>): Promise<Value> {
    const hands = this.#hands;
    if (hands === null) throw new ReanError('permission.denied');
    const left = new AbortController();
    const leaving = this.#signedIn.pipe(skip(1)).subscribe(() => left.abort());
    try {
      const value = await act(left.signal);
      if (this.#hands === hands) return value;
    } catch (error) {
      if (this.#hands === hands) throw error;
    } finally {
      leaving.unsubscribe();
    }
    throw new ReanError('permission.denied', { problem: 'signed-out' });
  }

  /**
   * Signs what is brought to seats while the hub is away ([ACT5]).
   * @throws ReanError `permission.denied` where nobody is signed in, `key.missing`
   */
  signAlone({
    contract,
    input,
    id,
  }: Pick<StaffAsks<z.ZodType>, 'contract' | 'input' | 'id'>): SignedCommand {
    const hands = this.#hands;
    if (hands === null) throw new ReanError('permission.denied');
    const { directory, clock } = this.#parts;
    const sign = (statement: CommandStatement) => [
      hands.sign(statement, directory.directory.staff.get(hands.staff), 1),
    ];
    const hub = { hubRun: withoutHub, hubWallMs: clock.wallMs(), labDate: null };
    return signFor(hub, this.#parts, { contract, input, reason: null, sign }, id);
  }

  /** Who changes their passphrase proves the one of now: nobody else does at a desk that was left. */
  async #askAgain({ staff }: StaffHands, passphrase: NewPassphrase | undefined): Promise<void> {
    const hands = await this.#open({ staff, passphrase: passphrase?.current ?? '' });
    hands.wipe();
  }

  #openSecond(first: StaffHands, typed: Typed): Promise<StaffHands> {
    if (typed.staff === first.staff) throw new ReanError('permission.second', { problem: 'same' });
    return this.#open(typed);
  }

  /** @throws ReanError `sign-in.wrong`, `sign-in.wait` */
  async #open(typed: Typed): Promise<StaffHands> {
    const { result, hands } = await openHands(this.#parts, typed);
    if (hands !== null) return hands;
    const code = result.result === 'wait' ? 'sign-in.wait' : 'sign-in.wrong';
    throw new ReanError(code, result.result === 'signed-in' ? {} : { waitMs: result.waitMs });
  }

  /** Somebody touches the window. */
  noteSign(): void {
    this.#signMs = this.#parts.clock.monotonicMs();
  }

  /** Ends the sitting that a passphrase opened once it may stay open no longer ([SGN5]). */
  #watchEnd(hands: StaffHands): Subscription {
    return sittingEnd$(this.#parts, hands, () => this.#signMs).subscribe(() => {
      const ended = this.#inTurn(async () => {
        if (this.#hands === hands) await this.#leave();
      });
      ended.catch((error: unknown) => {
        this.#parts.log.error('staff.sign-out-failed', { reason: reasonOf(error) });
      });
    });
  }

  signOut(): Promise<void> {
    return this.#inTurn(() => this.#leave());
  }

  /**
   * Lets a stream through while somebody is signed in whose role may do this to anything ([PRM1]), and
   * who is not disabled; otherwise, and as soon as that ends, it fails with `permission.denied` ([SGN6]).
   */
  only<Value>(action: Action, stream: (actor: Actor) => Observable<Value>): Observable<Value> {
    return this.#signedIn.pipe(
      switchMap((staff) =>
        this.#parts.directory.directory$.pipe(
          map(({ staff: people }) => (staff === null ? undefined : people.get(staff))),
        ),
      ),
      map((account) =>
        account && !account.disabled && mayAnywhere(account.role, action) ? actorOf(account) : null,
      ),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      switchMap((actor) =>
        actor === null ? throwError(() => new ReanError('permission.denied')) : stream(actor),
      ),
    );
  }

  /**
   * Lets a stream through once it is on disk that the person signed in looks at it; what of a kind is
   * looked at again and again is recorded once a sitting ([AUD1]).
   */
  viewing<Value>(
    action: Action,
    look: Look,
    stream: (actor: Actor) => Observable<Value>,
  ): Observable<Value> {
    return this.only(action, (actor) =>
      defer(() => this.#recordView(look)).pipe(switchMap(() => stream(actor))),
    );
  }

  /** Rejects where it can't be recorded: then nothing is shown. */
  #recordView(look: Look): Promise<void> {
    return this.#inTurn(async () => {
      const staff = this.#signedIn.value;
      if (staff === null) throw new ReanError('permission.denied');
      // What is given out counts each time.
      const many = look.learner === null && look.part !== 'print';
      if (many && this.#seen.has(look.part)) return;
      await this.#parts.recorder.record(null, [{ type: 'record.viewed', ...look, staff }]);
      if (many) this.#seen.add(look.part);
    });
  }

  async #leave(): Promise<void> {
    const staff = this.#signedIn.value;
    if (staff === null) return;
    this.#signedIn.next(null);
    this.#watch?.unsubscribe();
    this.#watch = null;
    this.#hands?.wipe();
    this.#hands = null;
    this.#seen.clear();
    await this.#record('staff.signed-out', staff);
  }

  /** A full disk must not lock officers out of the window that tells them of it. */
  async #record(type: 'staff.signed-in' | 'staff.signed-out', staff: StaffId): Promise<void> {
    try {
      await this.#parts.recorder.record(null, [{ type, staff }]);
    } catch (error) {
      if (!isReanError(error, 'store.full')) throw error;
      this.#parts.log.warn('staff.not-recorded', { type });
    }
  }
}
