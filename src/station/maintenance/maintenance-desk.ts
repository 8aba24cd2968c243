import { BehaviorSubject, combineLatest, distinctUntilChanged, map } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { mayAnywhere } from '../../domain/permissions.ts';
import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { SignInResult } from '../../shared/contracts/ipc/views.ts';
import type { MaintenanceDeed, MaintenanceView } from '../../shared/contracts/maintenance.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Keys } from '../keyring/keys.ts';
import { createQueue } from '../queue.ts';
import type { Recorder } from '../record/recorder.ts';
import type { SecretCheck } from '../sign-in/secret-check.ts';
import { sittingEnd$ } from '../supervisor/sitting-end.ts';
import { tryHands } from '../supervisor/staff-hands.ts';
import type { StaffHands, Typed } from '../supervisor/staff-hands.ts';
import { distinctView } from '../views/distinct-view.ts';
import { VisitRecord } from './visit-record.ts';

export interface MaintenanceDeskParts {
  readonly config: Pick<StationConfig, 'site' | 'station'>;
  readonly directory: DirectoryIndex;
  readonly keys: () => Keys | null;
  readonly keys$: Observable<Keys | null>;
  readonly secrets: SecretCheck;
  readonly recorder: Pick<Recorder, 'record'>;
  /** Does something while nobody sits here, or sits down; rejects with `permission.denied` where somebody does. */
  readonly whileEmpty: <T>(act: () => Promise<T>) => Promise<T>;
  readonly isLocked: () => boolean;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** A technician at one window. */
interface Visit {
  readonly window: object;
  readonly hands: StaffHands;
  readonly name: string;
  steps: number;
  readonly watch: Subscription;
}

/** A visit that nobody touches ends after this, ms ([MNT6]). */
const quietMs = 5 * 60_000;
const visitBytes = 8;

const mayMaintain = ({ role, disabled }: StaffAccount) =>
  !disabled && mayAnywhere(role, 'station.maintain');

/**
 * Lets a technician in at a kiosk where nobody sits, by their own passphrase, with the hub or without ([MNT2]).
 * One visit at a time, of one window: no other has any part in it.
 */
export class MaintenanceDesk {
  readonly #parts: MaintenanceDeskParts;
  readonly #record: VisitRecord;
  readonly #visit = new BehaviorSubject<Visit | null>(null);
  readonly #inTurn = createQueue();
  #signMs = 0;

  constructor(parts: MaintenanceDeskParts) {
    this.#parts = parts;
    this.#record = new VisitRecord(parts);
  }

  /** Whether somebody is at it, at whichever window. */
  get isOpen(): boolean {
    return this.#visit.value !== null;
  }

  get isOpen$(): Observable<boolean> {
    return this.#visit.pipe(
      map((visit) => visit !== null),
      distinctUntilChanged(),
    );
  }

  view$(window: object): Observable<MaintenanceView> {
    const { directory, keys$ } = this.#parts;
    return combineLatest([this.#visit, directory.directory$, keys$]).pipe(
      map(([visit, { staff }, keys]) => {
        const people = [...staff.values()]
          .filter(mayMaintain)
          .map(({ staff: person, name }) => ({ staff: person, name }));
        const own = visit?.window === window ? visit.hands.staff : null;
        const ready = keys !== null;
        return { ready, people, visit: people.find((each) => each.staff === own) ?? null };
      }),
      distinctView(),
    );
  }

  /**
   * @throws ReanError `key.missing` before the first keyring has come; `permission.denied` where somebody sits here,
   * or is signed in at another window
   */
  signIn(window: object, typed: Typed): Promise<SignInResult> {
    const enter = () => this.#inTurn(() => this.#enter(window, typed));
    return this.#parts.whileEmpty(enter);
  }

  async #enter(window: object, typed: Typed): Promise<SignInResult> {
    const visit = this.#visit.value;
    const others = visit !== null && visit.window !== window;
    if (others || this.#parts.isLocked()) throw new ReanError('permission.denied');
    const { result, hands } = await tryHands(this.#parts, typed, mayMaintain);
    if (result.result === 'wrong') await this.#noteRefused(typed);
    if (hands === null) return result;
    try {
      await this.#begin(window, hands);
    } catch (error) {
      hands.wipe();
      throw error;
    }
    return result;
  }

  /** Somebody touches the window. @throws ReanError `permission.denied` */
  noteSign(window: object): void {
    this.demand(window);
    this.#signMs = this.#parts.clock.monotonicMs();
  }

  /** Who is signed in at this window. @throws ReanError `permission.denied` where nobody is */
  demand(window: object): StaffId {
    const visit = this.#visit.value;
    if (visit?.window !== window) throw new ReanError('permission.denied');
    return visit.hands.staff;
  }

  /**
   * Puts a deed on record, before it is done.
   * @throws ReanError `permission.denied`, and as the recorder has it
   */
  note(window: object, deed: MaintenanceDeed): Promise<void> {
    return this.#inTurn(async () => {
      this.demand(window);
      const visit = this.#visit.value;
      if (visit !== null) await this.#put(visit, deed);
    });
  }

  /** Whether this window's visit goes on. */
  during$(window: object): Observable<boolean> {
    return this.#visit.pipe(
      map((visit) => visit?.window === window),
      distinctUntilChanged(),
    );
  }

  /** Ends the visit of this window; does nothing where it has none. */
  leave(window: object): Promise<void> {
    return this.#inTurn(async () => {
      const visit = this.#visit.value;
      if (visit?.window === window) await this.#end(visit);
    });
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      const visit = this.#visit.value;
      if (visit !== null) await this.#end(visit);
    });
  }

  async #begin(window: object, hands: StaffHands): Promise<void> {
    const before = this.#visit.value;
    if (before !== null) await this.#end(before);
    const { randomness, clock } = this.#parts;
    this.#signMs = clock.monotonicMs();
    const name = Buffer.from(randomness.bytes(visitBytes)).toString('hex');
    const watch = sittingEnd$(this.#parts, hands, () => this.#signMs, quietMs).subscribe(() => {
      this.leave(window).catch((error: unknown) => {
        this.#parts.log.error('maintenance.not-ended', { reason: reasonOf(error) });
      });
    });
    const visit = { window, hands, name, steps: 0, watch };
    try {
      await this.#put(visit, 'opened');
    } catch (error) {
      watch.unsubscribe();
      throw error;
    }
    this.#visit.next(visit);
  }

  /** Whatever becomes of its last entry: nobody is signed in any more. */
  async #end(visit: Visit): Promise<void> {
    this.#visit.next(null);
    visit.watch.unsubscribe();
    try {
      await this.#put(visit, 'closed');
    } finally {
      visit.hands.wipe();
    }
  }

  async #put(visit: Visit, deed: MaintenanceDeed): Promise<void> {
    const { directory, config } = this.#parts;
    const { hands, name } = visit;
    visit.steps += 1;
    const account = directory.directory.staff.get(hands.staff);
    const step = hands.signStep({ deed, visit: name, step: visit.steps }, account, config);
    this.#parts.log.info('maintenance.step', { deed });
    await this.#record.put({ type: 'maintenance.done', ...step });
  }

  /** Of nobody who is staff nothing is put down: a page could make up as many as it likes. */
  async #noteRefused({ staff }: Typed): Promise<void> {
    if (!this.#parts.directory.directory.staff.has(staff)) return;
    this.#parts.log.warn('maintenance.refused');
    await this.#record.put({ type: 'maintenance.refused', staff });
  }
}
