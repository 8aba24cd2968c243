import { mostRangesGivenUp } from '../../shared/contracts/gaps.ts';
import type { GivenUp } from '../../shared/contracts/gaps.ts';
import { countIn, joinRanges, rangesBehind, rangesWithout } from '../../shared/seq-range.ts';
import type { SeqRanges } from '../../shared/seq-range.ts';
import type { StoreKey } from '../../shared/contracts/peer-api.ts';
import { storeKeySchema } from '../../shared/contracts/peer-api.ts';
import type { HubIndex, IndexWrite } from '../intake/hub-index.ts';
import { indexKeys } from '../intake/index-records.ts';
import type { Intake } from '../intake/intake.ts';
import type { StoreProgress } from '../intake/store-progress.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { gapsOf } from '../recovery/gaps.ts';
import type { SiteOffice } from '../office/site-office.ts';

/** One may also have come back with a journal that was lost ([REC2]). */
const givingUp = ['gap.given-up', 'journal.recovered'] as const;

/** So many entries more are read again at most after a start. */
const mostUnmarked = 200;

/** What lacks of one store. */
export interface StoreGaps {
  readonly store: StoreKey;
  /** Numbers before such as are held, of which no event has come. */
  readonly missing: SeqRanges;
  /** Events held behind them, which don't count yet. */
  readonly waiting: number;
  /** Numbers given up, of which none has come since. */
  readonly givenUp: SeqRanges;
}

export interface GapDeskParts {
  readonly office: SiteOffice;
  readonly index: HubIndex;
  readonly intake: Intake;
}

/**
 * Where it is told which events nobody has brought though later ones of their store are here, and where
 * a person gives them up, so that the later ones count. That is in the journal before anything comes of
 * it, and what comes of it is a function of the journal and of the events ([HUB18]).
 */
export class GapDesk {
  readonly #parts: GapDeskParts;
  /** Up to which entry of the journal all is carried out. */
  #done: number;
  #marked: number;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(parts: GapDeskParts, done: number) {
    this.#parts = parts;
    this.#done = done;
    this.#marked = done;
  }

  /** With all carried out that the journal holds. */
  static async open(parts: GapDeskParts): Promise<GapDesk> {
    const mark = Number((await parts.index.get(indexKeys.givenUpMark)) ?? 0);
    const desk = new GapDesk(parts, mark);
    await desk.carryOut();
    return desk;
  }

  /** Every store of which something lacks, or was given up. */
  list(): readonly StoreGaps[] {
    const stores = [...this.#parts.intake.ledger.stores()];
    const gaps = stores.map(([store, progress]) => gapsIn(storeKeySchema.parse(store), progress));
    return gaps
      .filter(({ missing, givenUp }) => missing.length + givenUp.length > 0)
      .toSorted((a, b) => (a.store < b.store ? -1 : 1));
  }

  /** How many events nobody has brought nor given up. */
  get missing(): number {
    const stores = [...this.#parts.intake.ledger.stores()];
    return stores.reduce((sum, [, progress]) => sum + countMissing(progress), 0);
  }

  /**
   * Waits no longer for what lacks of a store, in one entry of the journal.
   * @returns how many events that are; 0 where nothing lacks, and nothing was noted
   */
  giveUp(store: StoreKey, who: string, reason: string): Promise<number> {
    return this.#inTurn(async () => {
      const { office, intake } = this.#parts;
      const { missing } = gapsIn(store, intake.ledger.store(store));
      if (missing.length === 0) return 0;
      const ranges = missing.slice(0, mostRangesGivenUp);
      await office.record({
        type: 'gap.given-up',
        reason,
        givenUp: { store, ranges: [...ranges], who },
        documents: () => [],
      });
      await this.#carryOut();
      return countIn(ranges);
    });
  }

  /** Carries out what the journal holds and the index doesn't, as after a power cut in between. */
  carryOut(): Promise<void> {
    return this.#inTurn(() => this.#carryOut());
  }

  async #carryOut(): Promise<void> {
    const { office, intake } = this.#parts;
    const newest = office.journal.newest === null ? 0 : hubSeqOf(office.journal.newest);
    if (newest === this.#done) return;
    const facts = await office.factsAfter(this.#done, givingUp);
    const found = facts.flatMap(({ payload }) => payload.givenUp ?? []);
    if (found.length > 0 || newest - this.#marked > mostUnmarked) {
      await intake.giveUp(byStore(found), [markAt(newest)]);
      this.#marked = newest;
    }
    this.#done = newest;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** As many as `gapsIn` lists, without a look at their order: anybody may ask, however many wait. */
function countMissing({ contiguous, ahead, givenUp }: StoreProgress): number {
  if (ahead.size === 0) return 0;
  let last = contiguous;
  for (const seq of ahead.keys()) last = Math.max(last, seq);
  const apart = rangesBehind(givenUp, contiguous).filter(({ to }) => to < last);
  return last - contiguous - ahead.size - countIn(apart);
}

function gapsIn(store: StoreKey, { contiguous, ahead, givenUp }: StoreProgress): StoreGaps {
  const gaps = gapsOf(store, contiguous, { ahead: [...ahead.keys()], folded: 0 });
  const missing = gaps.flatMap(({ from, to }) => rangesWithout({ from, to }, givenUp));
  return { store, missing, waiting: ahead.size, givenUp };
}

function byStore(found: readonly GivenUp[]): ReadonlyMap<string, SeqRanges> {
  const ranges = new Map<string, SeqRanges>();
  for (const { store, ranges: more } of found) {
    ranges.set(store, joinRanges(ranges.get(store) ?? [], more));
  }
  return ranges;
}

function markAt(hubSeq: number): IndexWrite {
  return { type: 'put', key: indexKeys.givenUpMark, value: String(hubSeq) };
}
