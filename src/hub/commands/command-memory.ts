import type { CommandId } from '../../shared/ids.ts';
import { ReanError } from '../../shared/errors.ts';
import type { SiteOffice } from '../office/site-office.ts';

/** Entries of the journal that are looked through for commands of the run before. */
const journalLooked = 1000;
const mostAnswers = 200;
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
  #done: Set<CommandId> | null = null;

  constructor(office: SiteOffice) {
    this.#office = office;
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
   * @throws ReanError `command.repeated`: done already, with an answer forgotten, or another under this id
   */
  async once(id: CommandId, hash: string, work: () => Promise<unknown>): Promise<unknown> {
    const done = (this.#done ??= await this.#fromJournal());
    if (done.has(id) || this.#answers.has(id)) {
      throw new ReanError('command.repeated', { done: true });
    }
    if (this.#reads.has(id)) throw new ReanError('command.repeated', { done: false });
    const output = await this.#do(work);
    done.add(id);
    this.#answers.set(id, { hash, output });
    dropOldest(this.#answers, mostAnswers);
    return output;
  }

  /** What failed may stand in the journal all the same: it is read again before anything follows. */
  async #do(work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      this.#done = null;
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

  async #fromJournal(): Promise<Set<CommandId>> {
    const from = Math.max(0, this.#office.journal.nextHubSeq - 1 - journalLooked);
    const facts = await this.#office.factsAfter(from, null);
    return new Set(facts.flatMap(({ payload }) => payload.command?.id ?? []));
  }
}

function dropOldest(map: Map<CommandId, unknown>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
