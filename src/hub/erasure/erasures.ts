import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { siteFiles } from '../site/site-files.ts';
import type { KeyringsHeldFileContent } from '../site/site-files.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { erasedIn } from './erased-keys.ts';

/**
 * Where the keys of erased learners still may be: the hub's own keyring, which is cleared of them, and
 * stations that have not said yet that they hold a keyring without them ([ERA3]).
 */
export class Erasures {
  readonly #vault: SiteVault;
  readonly #office: SiteOffice;
  #file: KeyringsHeldFileContent;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(vault: SiteVault, office: SiteOffice, file: KeyringsHeldFileContent) {
    this.#vault = vault;
    this.#office = office;
    this.#file = file;
  }

  /** Completes what was cut short. @throws ReanError `config.invalid`, or a `store.*` code */
  static async open(vault: SiteVault, office: SiteOffice): Promise<Erasures> {
    const { generation } = office.site;
    const held = await vault.read(siteFiles.keyringsHeld);
    // What stations said to the hub before a restore says nothing: its numbers are others.
    const none = { v: 1 as const, generation, stations: {}, erased: {} };
    const erasures = new Erasures(vault, office, held?.generation === generation ? held : none);
    await erasures.complete();
    return erasures;
  }

  /**
   * Destroys every key that the directory says is erased, as after each erasure, each entry that came
   * back, and at each start. Not to be called inside the office's turn.
   */
  complete(): Promise<void> {
    return this.#inTurn(async () => {
      const erased = erasedIn(await this.#office.directory.all('erased:'));
      const unnoted = [...erased].filter((learner) => this.#file.erased[learner] === undefined);
      const { keyring } = await this.#office.readKeyring();
      const lies = keyring.learners.some(({ learner }) => erased.has(learner));
      if (lies) {
        await this.#office.changeKeyring((held) => ({
          ...held,
          learners: held.learners.filter(({ learner }) => !erased.has(learner)),
        }));
      }
      if (unnoted.length === 0) return;
      const { number } = await this.#office.readKeyring();
      const noted = Object.fromEntries(unnoted.map((learner) => [learner, number]));
      await this.#save({ ...this.#file, erased: { ...this.#file.erased, ...noted } });
    });
  }

  /** A station says that the keyring on its disk has this number. */
  noteHeld(station: StationId, number: number): Promise<void> {
    return this.#inTurn(async () => {
      if ((this.#file.stations[station] ?? 0) >= number) return;
      await this.#save({ ...this.#file, stations: { ...this.#file.stations, [station]: number } });
    });
  }

  /** Which of these stations may still hold a learner's key. */
  pendingOf(learner: LearnerId, stations: readonly StationId[]): readonly StationId[] {
    const from = this.#file.erased[learner] ?? Number.MAX_SAFE_INTEGER;
    return stations.filter((station) => (this.#file.stations[station] ?? 0) < from);
  }

  async #save(file: KeyringsHeldFileContent): Promise<void> {
    await this.#vault.write(siteFiles.keyringsHeld, file);
    this.#file = file;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
