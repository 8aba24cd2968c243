import type {
  CommandSignature,
  CommandStatement,
} from '../../shared/contracts/commands/staff-command.ts';
import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { SignInResult } from '../../shared/contracts/ipc/views.ts';
import type { MaintenanceStep } from '../../shared/contracts/maintenance.ts';
import { lockoutFrom } from '../../domain/sign-in-waits.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import { signStatement } from '../../sync/command/sign-command.ts';
import { signStep } from '../../sync/command/sign-maintenance.ts';
import type { MaintenancePlace } from '../../sync/command/sign-maintenance.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import { openStaffSeed, staffSigningKey } from '../../sync/identity/staff-key.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { Keys } from '../keyring/keys.ts';
import type { Recorder } from '../record/recorder.ts';
import type { SecretCheck } from '../sign-in/secret-check.ts';

/** What a staff member signs with while they are signed in: in memory only, and wiped at the end ([CMD1]). */
export class StaffHands {
  readonly staff: StaffId;
  readonly #seed: Uint8Array;

  constructor(staff: StaffId, seed: Uint8Array) {
    this.staff = staff;
    this.#seed = seed;
  }

  /**
   * @param account as the directory has it now
   * @param place 1 for who acts, 2 for who seconds it
   * @throws ReanError `key.missing` where the account does not hold this key: made before there were
   * any, or changed elsewhere meanwhile
   */
  sign(
    statement: CommandStatement,
    account: StaffAccount | undefined,
    place: number,
  ): CommandSignature {
    return signStatement(statement, { staff: this.staff, ...this.#key(account) }, place);
  }

  /** Signs one step of a visit to a kiosk ([MNT4]); errors as {@link sign}. */
  signStep(
    asked: Pick<MaintenanceStep, 'deed' | 'visit' | 'step'>,
    account: StaffAccount | undefined,
    place: MaintenancePlace,
  ): MaintenanceStep {
    const { key, privateKey } = this.#key(account);
    return signStep({ ...asked, staff: this.staff, key }, place, privateKey);
  }

  /** What the account knows this passphrase's key by. @throws ReanError `key.missing` */
  #key(account: StaffAccount | undefined) {
    const privateKey = staffSigningKey(this.#seed);
    const publicKey = rawPublicKey(privateKey);
    const held = Object.entries(account?.signingKeys ?? {}).find(([, key]) => key === publicKey);
    if (held === undefined) throw new ReanError('key.missing', { what: 'signing key' });
    return { key: Number(held[0]), privateKey };
  }

  /** Raw, base64, as the keyring has it. */
  get publicKey(): string {
    return rawPublicKey(staffSigningKey(this.#seed));
  }

  wipe(): void {
    this.#seed.fill(0);
  }
}

export interface PassphraseParts {
  readonly directory: DirectoryIndex;
  readonly keys: () => Keys | null;
  readonly secrets: SecretCheck;
  readonly recorder: Recorder;
  readonly log: Log;
}

/** A person and what they typed. */
export interface Typed {
  readonly staff: StaffId;
  readonly passphrase: string;
}

export interface Opened {
  readonly result: SignInResult;
  /** There when the passphrase fits. */
  readonly hands: StaffHands | null;
}

/**
 * Checks a passphrase, counted and throttled like any sign-in ([SGN3]); what locks its owner out is on
 * record before it is told ([SGN12]).
 * @throws ReanError `key.missing` before the first keyring has come
 */
export async function openHands(parts: PassphraseParts, typed: Typed): Promise<Opened> {
  const opened = await tryHands(parts, typed);
  const { result } = opened;
  const isKnown = parts.directory.directory.staff.has(typed.staff);
  if (isKnown && result.result === 'wrong' && result.wrongTries >= lockoutFrom) {
    await recordLockOut(parts, typed.staff);
  }
  return opened;
}

/** Nobody is let in sooner, or later, for a disk that is full. */
async function recordLockOut({ recorder, log }: PassphraseParts, staff: StaffId): Promise<void> {
  try {
    await recorder.record(null, [{ type: 'staff.locked-out', staff }]);
  } catch (error) {
    log.warn('staff.lock-out-not-recorded', { reason: reasonOf(error) });
  }
}

/**
 * The same where no lock-out is put on record by it.
 * @param allows whose passphrase opens anything here: anybody else's is as a wrong one ([SGN2])
 * @throws ReanError `key.missing` before the first keyring has come
 */
export async function tryHands(
  { directory, keys, secrets }: Pick<PassphraseParts, 'directory' | 'keys' | 'secrets'>,
  { staff, passphrase }: Typed,
  allows: (account: StaffAccount) => boolean = () => true,
): Promise<Opened> {
  const known = keys();
  if (known === null) throw new ReanError('key.missing', { what: 'keyring' });
  await directory.loaded;
  const account = directory.directory.staff.get(staff);
  const mayTry = account !== undefined && !account.disabled && allows(account);
  const opened: { seed: Uint8Array | null } = { seed: null };
  const result = await secrets.check({
    person: staff,
    ...known.provable(mayTry ? known.staffVerifier(staff) : null),
    counted: null,
    like: known.usualCost,
    secret: { kind: 'passphrase', text: passphrase },
    verify: async (_secret, pepper, verifier) => {
      opened.seed = await openStaffSeed(passphrase, pepper, verifier);
      return opened.seed !== null;
    },
  });
  const { seed } = opened;
  const signedIn = result.result === 'signed-in' && seed !== null;
  return { result, hands: signedIn ? new StaffHands(staff, seed) : null };
}
