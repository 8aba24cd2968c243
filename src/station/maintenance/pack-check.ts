import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { PackStore } from '../../content/store/pack-store.ts';
import type { PackCheck } from '../../shared/contracts/maintenance.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';

/** What a check reads of the packs that are here. */
export type CheckedPacks = Pick<PackStore, 'list' | 'verifyInstalled'>;

const none: PackCheck = { state: 'none', done: 0, of: 0, faulty: [] };

/** Reads every installed version again, its signature and each file's checksum, once at a time ([MNT5]). */
export class PackChecker {
  readonly #packs: CheckedPacks;
  readonly #log: Log;
  readonly #check = new BehaviorSubject(none);

  constructor(packs: CheckedPacks, log: Log) {
    this.#packs = packs;
    this.#log = log;
  }

  get check$(): Observable<PackCheck> {
    return this.#check;
  }

  /** Begins unless it is under way. @param isWanted asked before each version */
  async run(isWanted: () => boolean): Promise<void> {
    if (this.#check.value.state === 'running') return;
    this.#check.next({ ...none, state: 'running' });
    try {
      await this.#readAll(isWanted);
    } catch (error) {
      this.#log.warn('maintenance.packs-not-read', { reason: reasonOf(error) });
      this.#check.next({ ...this.#check.value, state: 'failed' });
    }
  }

  async #readAll(isWanted: () => boolean): Promise<void> {
    const all = (await this.#packs.list()).flatMap(({ id, versions }) =>
      versions.map(({ version }) => ({ id, version })),
    );
    const faulty: string[] = [];
    for (const [done, { id, version }] of all.entries()) {
      this.#check.next({ state: 'running', done, of: all.length, faulty: [...faulty] });
      if (!isWanted()) {
        this.#check.next(none);
        return;
      }
      const faults = await this.#packs.verifyInstalled(id, version);
      if (faults.length > 0) faulty.push(`${id} ${version}`.slice(0, 200));
    }
    this.#check.next({ state: 'done', done: all.length, of: all.length, faulty });
  }
}
