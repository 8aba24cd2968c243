import type { Actor } from '../../domain/permissions.ts';
import type {
  CommandAnswer,
  CommandEvidence,
  CommandSignature,
  SignedCommand,
} from '../../shared/contracts/commands/staff-command.ts';
import { withoutHub } from '../../shared/contracts/seat-order.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { isSignedBy, statementOf } from '../../sync/command/sign-command.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import type { HubParts } from '../hub-app.ts';
import type { RegisteredStation } from '../registry.ts';
import { staffCommands } from './all-commands.ts';
import { CommandMemory } from './command-memory.ts';
import { actorOf, demand, demandAnywhere } from './demand.ts';
import type { PreparedCommand, StaffCommand } from './staff-command.ts';

/** One command on its way: as it came, from where, and how large it was. */
interface Arrived {
  readonly signed: SignedCommand;
  readonly station: RegisteredStation;
  readonly bytes: number;
}

/**
 * Where staff's commands are carried out ([CMD2]): shape, signatures, accounts, the table of
 * permissions and the second person are looked at in this order, and only then anything is done.
 */
export class CommandDesk {
  /** Random, new at each start of the hub. */
  readonly hubRun: string;
  readonly #parts: HubParts;
  readonly #commands: ReadonlyMap<string, StaffCommand>;
  readonly #memory: CommandMemory;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: HubParts, commands: readonly StaffCommand[] = staffCommands) {
    this.#parts = parts;
    this.#commands = new Map(commands.map((each) => [each.type, each]));
    this.hubRun = Buffer.from(parts.random.bytes(16)).toString('hex');
    this.#memory = new CommandMemory(parts.office);
  }

  /** Rejects with `store.*` where the hub itself can't; all else is an answer. */
  async take(arrived: Arrived): Promise<CommandAnswer> {
    try {
      return { result: 'done', output: await this.#carryOut(arrived) };
    } catch (error) {
      if (!isReanError(error) || error.code.startsWith('store.')) throw error;
      const { type, station } = arrived.signed;
      this.#parts.log.warn('command.refused', { type, station, code: error.code });
      return { result: 'refused', code: error.code, facts: error.facts };
    }
  }

  async #carryOut({ signed, station, bytes }: Arrived): Promise<unknown> {
    if (signed.site !== this.#parts.site.site || signed.station !== station.station) {
      throw new ReanError('permission.denied', { problem: 'station' });
    }
    const command = this.#commands.get(signed.type);
    const isLate = command?.late === true && signed.hubRun === withoutHub;
    if (signed.hubRun !== this.hubRun && !isLate) throw new ReanError('command.stale');
    if (!command) throw new ReanError('hub.protocol', { problem: 'version', command: signed.type });
    if (!command.stations.includes(station.kind)) {
      throw new ReanError('permission.denied', { problem: 'station' });
    }
    if (bytes > command.mostBytes) throw new ReanError('shape.invalid', { problem: 'size' });
    const { by, ...unsigned } = signed;
    const kept = command.evident ? { salt: signed.salt } : {};
    const evidence = { ...statementOf(unsigned), ...kept, by };
    if (!command.journalled) return this.#judge(command, evidence, signed.input);
    return this.#inTurn(() => this.#change(command, evidence, signed.input));
  }

  /**
   * In its turn: what the accounts say is then what they say while it is done. What was done already is
   * answered before it is judged: it may have changed the very key, or learner, it would be judged by.
   */
  async #change(command: StaffCommand, evidence: CommandEvidence, input: unknown) {
    const before = this.#memory.answered(evidence.id, canonicalHash(evidence));
    return before === null ? this.#judge(command, evidence, input) : before.output;
  }

  async #judge(command: StaffCommand, evidence: CommandEvidence, input: unknown): Promise<unknown> {
    const [first, second] = await this.#signers(evidence);
    if (!isReason(command, evidence.reason)) throw new ReanError('shape.invalid', { at: 'reason' });
    const prepared = await command.prepare(this.#parts, input);
    // Who was touched by what was done without the hub, nobody knows by now: each seat has judged ([ACT5]).
    if (evidence.hubRun === withoutHub) demandAnywhere(command.action, first, second);
    else demand(command.action, prepared.target, first, second);
    return this.#run(command, prepared, evidence);
  }

  #run({ journalled }: StaffCommand, prepared: PreparedCommand, evidence: CommandEvidence) {
    const { run, finish } = prepared;
    const [{ staff }] = firstOf(evidence);
    const asker = { by: staff, command: evidence };
    const hash = canonicalHash(evidence);
    if (journalled) return this.#memory.once(evidence, hash, () => run(asker), finish);
    this.#memory.noteRead(evidence.id, hash);
    return run(asker);
  }

  async #signers(evidence: CommandEvidence): Promise<readonly [Actor, Actor | null]> {
    const [first, second] = firstOf(evidence);
    const actor = await this.#signer(evidence, first, 1);
    return [actor, second ? await this.#signer(evidence, second, 2) : null];
  }

  /** The account whose passphrase of now made this signature. Nobody's and a wrong one are the same. */
  async #signer(
    evidence: CommandEvidence,
    { staff, key }: CommandSignature,
    place: 1 | 2,
  ): Promise<Actor> {
    const { office, registry } = this.#parts;
    const account = await office.staffAccount(staff);
    const entry = registry.keyring.staff.find((each) => each.staff === staff);
    const publicKey = account?.signingKeys[key];
    if (!account || !publicKey || entry?.verifier.signingKey !== publicKey) {
      throw new ReanError('signature.invalid');
    }
    if (!isSignedBy(evidence, place, publicKey)) throw new ReanError('signature.invalid');
    if (account.disabled) {
      throw new ReanError(place === 1 ? 'permission.denied' : 'permission.second', {
        problem: 'disabled',
      });
    }
    return actorOf(account);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Who acts, and who seconds: the shape has one or two. */
function firstOf({ by }: CommandEvidence): readonly [CommandSignature, CommandSignature | null] {
  const [first, second = null] = by;
  if (!first) throw new ReanError('signature.invalid');
  return [first, second];
}

/** Of what is about learners the journal keeps no words of anybody's own ([CMD7]). */
function isReason({ reasoned, reasons }: StaffCommand, reason: string | null): boolean {
  if (reason === null) return !reasoned;
  return reasons === 'own-words' || reasons.includes(reason);
}
