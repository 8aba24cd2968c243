import { BehaviorSubject, distinctUntilChanged, map, switchMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { SignInResult } from '../../shared/contracts/ipc/views.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { Keys } from '../keyring/keys.ts';
import { createQueue } from '../queue.ts';
import type { SecretCheck } from '../sign-in/secret-check.ts';
import type { Recorder } from '../record/recorder.ts';

export interface StaffSessionParts {
  readonly directory: DirectoryIndex;
  readonly keys: () => Keys | null;
  readonly secrets: SecretCheck;
  readonly recorder: Recorder;
  readonly log: Log;
}

type StaffRole = StaffAccount['role'];

/** One supervisor window's person: signing in opens that window only, closing it signs out ([SGN5]). */
export class StaffSession {
  readonly #parts: StaffSessionParts;
  readonly #signedIn = new BehaviorSubject<StaffId | null>(null);
  readonly #inTurn = createQueue();

  constructor(parts: StaffSessionParts) {
    this.#parts = parts;
  }

  get signedIn$(): Observable<StaffId | null> {
    return this.#signedIn;
  }

  /** @throws ReanError `key.missing` before the first keyring has come */
  signIn({
    staff,
    passphrase,
  }: CommandInput<'supervisor', 'staff.sign-in'>): Promise<SignInResult> {
    return this.#inTurn(async () => {
      await this.#leave();
      const { directory, keys, secrets } = this.#parts;
      const known = keys();
      if (known === null) throw new ReanError('key.missing', { what: 'keyring' });
      await directory.loaded;
      const account = directory.directory.staff.get(staff);
      const mayTry = account !== undefined && !account.disabled;
      const result = await secrets.check({
        person: staff,
        verifier: mayTry ? known.staffVerifier(staff) : null,
        counted: null,
        like: known.anyVerifier,
        pepper: known.pepper,
        secret: { kind: 'passphrase', text: passphrase },
      });
      if (result.result === 'signed-in') {
        await this.#record('staff.signed-in', staff);
        this.#signedIn.next(staff);
      }
      return result;
    });
  }

  signOut(): Promise<void> {
    return this.#inTurn(() => this.#leave());
  }

  /**
   * Lets a stream through while somebody of one of these roles is signed in and not disabled;
   * otherwise, and as soon as that ends, it fails with `permission.denied` ([SGN6]).
   */
  only<Value>(roles: readonly StaffRole[], stream: () => Observable<Value>): Observable<Value> {
    return this.#signedIn.pipe(
      switchMap((staff) =>
        this.#parts.directory.directory$.pipe(
          map(({ staff: people }) => (staff === null ? undefined : people.get(staff))),
        ),
      ),
      map((account) => account && !account.disabled && roles.includes(account.role)),
      distinctUntilChanged(),
      switchMap((allowed) =>
        allowed === true ? stream() : throwError(() => new ReanError('permission.denied')),
      ),
    );
  }

  /**
   * Who is signed in, with one of these roles and not disabled.
   * @throws ReanError `permission.denied` where nobody is
   */
  demand(roles: readonly StaffRole[]): StaffId {
    const staff = this.#signedIn.value;
    const account = staff === null ? undefined : this.#parts.directory.directory.staff.get(staff);
    if (!account || account.disabled || !roles.includes(account.role)) {
      throw new ReanError('permission.denied');
    }
    return account.staff;
  }

  async #leave(): Promise<void> {
    const staff = this.#signedIn.value;
    if (staff === null) return;
    this.#signedIn.next(null);
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
