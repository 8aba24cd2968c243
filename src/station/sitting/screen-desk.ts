import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { Log, Randomness } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Keys } from '../keyring/keys.ts';
import type { LocalDocument } from '../record/local-documents.ts';
import type { OpenSitting } from './open-sitting.ts';
import { ScreenKeeper } from './screen-keeper.ts';
import type { SittingMark } from './sitting-mark.ts';

export interface ScreenDeskParts {
  readonly keys: () => Keys | null;
  readonly mark: LocalDocument<SittingMark>;
  readonly randomness: Randomness;
  readonly log: Log;
  /** In turn with everything else that is done in a sitting. @throws ReanError `sitting.none` */
  readonly whileSitting: <T>(act: (sitting: OpenSitting) => Promise<T>) => Promise<T>;
}

/** What somebody types is on the disk within this, ms. */
const writeWithinMs = 1000;

/** Hears from the window where its learner is and what they are making, and has the disk hold it ([SIT7]). */
export class ScreenDesk {
  readonly #parts: ScreenDeskParts;
  readonly #keeper = new ScreenKeeper();
  #writing: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: ScreenDeskParts) {
    this.#parts = parts;
  }

  get keeper(): ScreenKeeper {
    return this.#keeper;
  }

  /** At which screen they are. */
  keepScreen({ screen }: CommandInput<'kiosk', 'screen.keep'>): Promise<void> {
    return this.#parts.whileSitting(async () => {
      if (this.#keeper.at(screen)) this.#writeSoon();
    });
  }

  /** The answer they are making, as far as it is. */
  keepDraft({ item, draft }: CommandInput<'kiosk', 'draft.keep'>): Promise<void> {
    return this.#parts.whileSitting(async (sitting) => {
      if (this.#keeper.making(sitting, item, draft)) this.#writeSoon();
    });
  }

  /** The sitting ends: what is left goes on record with that. */
  stop(): void {
    if (this.#writing !== null) clearTimeout(this.#writing);
    this.#writing = null;
  }

  /** For a power cut: soon, as a hand that types is quicker. */
  #writeSoon(): void {
    this.#writing ??= setTimeout(() => {
      this.#writing = null;
      const { whileSitting, log } = this.#parts;
      whileSitting((open) => this.#write(open)).catch((error: unknown) =>
        // With no room for it a power cut takes what is typed just now, and nothing that was answered.
        log.warn('screen.not-kept', { reason: reasonOf(error) }),
      );
    }, writeWithinMs);
  }

  async #write(open: OpenSitting): Promise<void> {
    const { keys, mark, randomness } = this.#parts;
    const { sitting, learner } = open;
    const key = keys()?.learnerKey(learner) ?? null;
    if (key === null) return;
    const kept = this.#keeper.sealed(open, key, randomness);
    await mark.save({ v: 1, open: { sitting, learner, kept } });
  }
}
