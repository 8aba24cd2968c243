import type { CommandEvidence } from '../../shared/contracts/commands/staff-command.ts';
import type { CommandId } from '../../shared/ids.ts';
import { ReanError } from '../../shared/errors.ts';
import { commandEntries } from '../audit/command-entries.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';

/** How much is kept at hand. */
const bounds = {
  /** Entries of the journal that are looked through for commands of the run before. */
  journalLooked: 1000,
  answers: 200,
};
const mostReads = 10_000;

interface Done {
  readonly hash: string;
  readonly output: unknown;
}

/**
 * What was done already ([CMD3]): a command that comes again is answered as it was at first and does
 * nothing twice. Commands of an earlier run of the hub count no more; what the last of them did is
 * found in the journal, for a station that signs anew what the hub may have done before it stopped.
 */
export class CommandMemory {
  readonly #office: SiteOffice;
  readonly #answers = new Map<CommandId, Done>();
  readonly #reads = new Map<CommandId, string>();
  readonly #bounds: typeof bounds;
  /** Never shrinks: whatever was done in this run of the hub is signed for it and could come again. */
  readonly #done = new Set<CommandId>();
  /** Whether {@link #done} has what the journal may hold. */
  #isRead = false;

  constructor(office: SiteOffice, { journalLooked, answers } = bounds) {
    this.#office = office;
    this.#bounds = { journalLooked, answers };
  }

  /**
   * What a change was answered with; null where this one was not done, or its answer is forgotten.
   * @param hash of all that was signed, and of the signatures
   */
  answered(id: CommandId, hash: string): { readonly output: unknown } | null {
    const before = this.#answers.get(id);
    return before?.hash === hash ? before : null;
  }

  /**
   * Does a change once. To be called one at a time, for what was not {@link answered}.
   * @param hash as above
   * @param finish what comes after its entry, where that stands and what it was answered is not known
   * @throws ReanError `command.repeated`: done already, with an answer forgotten, or another under this id;
   * `command.partly` for one of several entries, which may not all be there
   */
  async once(
    evidence: CommandEvidence,
    hash: string,
    work: () => Promise<unknown>,
    finish: ((entry: OfficeFact) => Promise<unknown>) | null,
  ): Promise<unknown> {
    const { id } = evidence;
    const done = await this.#everDone();
    if (this.#answers.has(id)) throw new ReanError('command.repeated', { done: true });
    if (this.#reads.has(id)) throw new ReanError('command.repeated', { done: false });
    const entry = done.has(id) ? await this.#entryOf(evidence) : null;
    if (done.has(id) && (entry === null || finish === null)) {
      throw new ReanError(hasParts(evidence) ? 'command.partly' : 'command.repeated', {
        done: true,
      });
    }
    const output = await (entry && finish ? finish(entry) : this.#do(work));
    done.add(id);
    this.#answers.set(id, { hash, output });
    dropOldest(this.#answers, this.#bounds.answers);
    return output;
  }

  /** The entry this command made, by the same person; null where another stands under its id. */
  async #entryOf({ id, type, by: [signer] }: CommandEvidence): Promise<OfficeFact | null> {
    const facts = await this.#looked();
    const isIts = ({ payload: { by, command } }: OfficeFact) =>
      command?.id === id && command.type === type && by === signer?.staff;
    return facts.find(isIts) ?? null;
  }

  /** What failed may stand in the journal all the same: it is read again before anything follows. */
  async #do(work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      this.#isRead = false;
      throw error;
    }
  }

  /** @throws ReanError `command.repeated` for a question that was asked already: no second answer */
  noteRead(id: CommandId, hash: string): void {
    if (this.#reads.has(id) || this.#answers.has(id)) {
      throw new ReanError('command.repeated', { done: false });
    }
    this.#reads.set(id, hash);
    dropOldest(this.#reads, mostReads);
  }

  async #everDone(): Promise<Set<CommandId>> {
    if (this.#isRead) return this.#done;
    for (const { payload } of await this.#looked()) {
      if (payload.command) this.#done.add(payload.command.id);
    }
    this.#isRead = true;
    return this.#done;
  }

  #looked(): Promise<readonly OfficeFact[]> {
    const { journalLooked } = this.#bounds;
    const from = Math.max(0, this.#office.journal.nextHubSeq - 1 - journalLooked);
    return this.#office.factsAfter(from, null);
  }
}

function hasParts({ type }: CommandEvidence): boolean {
  return commandEntries.get(type)?.parts === true;
}

function dropOldest(map: Map<CommandId, unknown>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
