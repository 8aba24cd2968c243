import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { LearnerState, StateDocument } from '../../shared/contracts/documents/state.ts';
import { readNewerDocument } from '../../shared/contracts/read-newer.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { StoredDocument } from '../../sync/store/storage.ts';
import type { Keys } from '../keyring/keys.ts';
import type { UnreadDocuments } from '../status/unread-documents.ts';
import type { Batch } from '../replica/follow-database.ts';
import { factsOf } from '../../domain/reports/learner-facts.ts';
import type { LearnerFacts } from '../../domain/reports/learner-facts.ts';
import { NamePool } from '../../domain/reports/name-pool.ts';
import { summarize } from './learner-summary.ts';
import type { LearnerSummary } from './learner-summary.ts';
import { reasonOf } from '../failure-reason.ts';

/** Every learner of the lab in short, and those who sit somewhere. Read at once; the maps move on. */
export interface Summaries {
  readonly all: ReadonlyMap<LearnerId, LearnerSummary>;
  readonly seated: ReadonlyMap<LearnerId, LearnerSummary>;
  /** Whose summary moved since the last emission; null when all may have. */
  readonly moved: ReadonlySet<LearnerId> | null;
  /** Whether all that was pulled has been read. */
  readonly loaded: boolean;
  /** What reports are made from, of everybody ([RPT5]). */
  readonly facts: ReadonlyMap<LearnerId, LearnerFacts>;
  /** Of the names that `facts` tell by number. */
  readonly pool: NamePool;
}

/** A learner in short, and what reports need of them. */
interface Kept {
  readonly summary: LearnerSummary;
  readonly facts: LearnerFacts;
}

/**
 * Summaries kept up from what moves: one learner's answer opens one document, however many learners
 * there are ([VIE4]).
 */
export class SummaryIndex {
  readonly #log: Log;
  readonly #unread: UnreadDocuments;
  /** As the hub folded them. */
  #folded = new Map<LearnerId, Kept>();
  /** As this station's own and other stations' events leave them, which the fold doesn't hold yet. */
  readonly #live = new Map<LearnerId, Kept>();
  #all = new Map<LearnerId, LearnerSummary>();
  #seated = new Map<LearnerId, LearnerSummary>();
  #facts = new Map<LearnerId, LearnerFacts>();
  readonly #pool = new NamePool();
  /** Documents whose key hasn't come yet. */
  #sealed = new Map<LearnerId, StateDocument>();
  #keys: Keys | null = null;
  #loaded = false;
  readonly #current: BehaviorSubject<Summaries>;

  constructor(log: Log, unread: UnreadDocuments) {
    this.#log = log;
    this.#unread = unread;
    this.#current = new BehaviorSubject<Summaries>(this.#snapshot(null));
  }

  get summaries$(): Observable<Summaries> {
    return this.#current;
  }

  /** A new keyring: what could not be opened is tried again. */
  useKeys(keys: Keys | null): void {
    this.#keys = keys;
    const waiting = [...this.#sealed.values()];
    this.#sealed.clear();
    for (const document of waiting) this.#take(document);
    this.#current.next(this.#snapshot(new Set(waiting.map(({ learner }) => learner))));
  }

  apply({ documents, removed, caughtUp }: Batch): void {
    const moved = new Set<LearnerId>();
    for (const id of removed) this.#forget(id, moved);
    for (const stored of documents) this.#read(stored, moved);
    this.#loaded ||= caughtUp;
    this.#current.next(this.#snapshot(caughtUp ? null : moved));
  }

  /**
   * A learner as events that are not folded yet leave them.
   * @param isFolded whether the fold holds all of those by now, and the state is of it
   */
  useLive(learner: LearnerId, state: LearnerState | null, isFolded: boolean): void {
    const kept = state === null ? null : this.#keptOf(state);
    if (kept === null || isFolded) this.#live.delete(learner);
    else this.#live.set(learner, kept);
    // It may have been read before the batch that brings it.
    if (kept !== null && isFolded) this.#folded.set(learner, kept);
    this.#show(learner);
    this.#current.next(this.#snapshot(new Set([learner])));
  }

  /** Another generation follows; the next batches fill it from nothing. */
  beginGeneration(): void {
    this.#loaded = false;
    this.#folded = new Map();
    this.#all = new Map();
    this.#seated = new Map();
    this.#facts = new Map();
    for (const learner of this.#live.keys()) this.#show(learner);
    this.#sealed = new Map();
    this.#unread.forgetStates();
  }

  /** There is nothing to read now; nobody waits for it. */
  endLoading(): void {
    // An empty list of summaries is what there is.
  }

  #read({ _rev, ...document }: StoredDocument, moved: Set<LearnerId>): void {
    const parsed = readNewerDocument(stateDocumentSchema, document);
    this.#unread.noteState(document._id, parsed !== null);
    if (parsed === null) {
      this.#log.warn('state.unreadable', { id: document._id });
      return;
    }
    this.#take(parsed);
    moved.add(parsed.learner);
  }

  #take(document: StateDocument): void {
    const { learner } = document;
    const key = this.#keys?.learnerKey(learner) ?? null;
    if (key === null) {
      this.#sealed.set(learner, document);
      return;
    }
    try {
      this.#folded.set(learner, this.#keptOf(openLearnerState(document, key)));
      this.#show(learner);
    } catch (error) {
      this.#log.warn('state.not-opened', { learner, reason: reasonOf(error) });
    }
  }

  #keptOf(state: LearnerState): Kept {
    return { summary: summarize(state), facts: factsOf(state, this.#pool) };
  }

  #show(learner: LearnerId): void {
    const kept = this.#live.get(learner) ?? this.#folded.get(learner);
    if (kept === undefined) {
      this.#all.delete(learner);
      this.#facts.delete(learner);
    } else {
      this.#all.set(learner, kept.summary);
      this.#facts.set(learner, kept.facts);
    }
    if (kept === undefined || kept.summary.seat === null) this.#seated.delete(learner);
    else this.#seated.set(learner, kept.summary);
  }

  #forget(id: string, moved: Set<LearnerId>): void {
    const learner = learnerIdSchema.safeParse(id.split(':')[1]).data;
    if (learner === undefined) return;
    this.#folded.delete(learner);
    this.#sealed.delete(learner);
    this.#show(learner);
    moved.add(learner);
  }

  #snapshot(moved: Summaries['moved']): Summaries {
    return {
      all: this.#all,
      seated: this.#seated,
      moved,
      loaded: this.#loaded,
      facts: this.#facts,
      pool: this.#pool,
    };
  }
}
