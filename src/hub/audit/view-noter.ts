import { mostNoted } from '../../shared/contracts/audit.ts';
import type { Noted, NotedSignIn, NotedView } from '../../shared/contracts/audit.ts';
import type { Log } from '../../shared/ports.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { Timers } from '../timers.ts';
import type { AuditTrail } from './audit-trail.ts';
import { testedStations } from './tested-stations.ts';

/** Looks are gathered so long, to be put into one entry, ms. */
const gatherMs = 30_000;
/** As many are put in at once. */
const enough = 20;

export interface ViewNoterOptions {
  readonly office: SiteOffice;
  readonly trail: AuditTrail;
  readonly timers: Timers;
  readonly log: Log;
  /** Has {@link ViewNoter.look} called again. */
  readonly wake: () => void;
}

/**
 * Puts the looks, shown sign-ins and lock-outs that stations recorded into the journal, in their order, each once, whoever brought
 * it ([AUD2]): the journal itself says which it holds, so that a power cut, a lost index and a
 * restore change nothing.
 */
export class ViewNoter {
  readonly #options: ViewNoterOptions;
  /** What came before this start waits no longer. */
  #due = true;
  #cancel: (() => void) | null = null;

  constructor(options: ViewNoterOptions) {
    this.#options = options;
  }

  /** To be called while the hub rests. Does not reject. */
  async look(): Promise<void> {
    try {
      await this.#note();
    } catch (error) {
      this.#options.log.warn('views.not-noted', { detail: String(error) });
    }
  }

  /** What waits is put in at the next start. */
  stop(): void {
    this.#cancel?.();
  }

  async #note(): Promise<void> {
    const { office, trail } = this.#options;
    for (;;) {
      const noted = await trail.unnoted(mostNoted);
      if (noted.length === 0) break;
      if (!this.#due && noted.length < enough && !noted.some(isAwaited)) return this.#wait();
      await office.record({
        type: 'views.noted',
        by: 'hub',
        ...sorted(noted),
        documents: (hubSeq) => testedStations(office, noted, hubSeq),
      });
    }
    this.#due = false;
  }

  #wait(): void {
    this.#cancel ??= this.#options.timers.after(gatherMs, () => {
      this.#cancel = null;
      this.#due = true;
      this.#options.wake();
    });
  }
}

/** Somebody stands at the PC, and looks for it at the supervisor's ([SLF5]). */
const isAwaited = (noted: Noted) => 'what' in noted && noted.what === 'self-test';

/** A member that is empty is left out, as entries of before had none. */
function sorted(noted: readonly Noted[]) {
  const views = noted.filter((each): each is NotedView => 'part' in each);
  const signIns = noted.filter((each): each is NotedSignIn => 'what' in each);
  return {
    ...(views.length > 0 ? { views } : {}),
    ...(signIns.length > 0 ? { signIns } : {}),
  };
}
