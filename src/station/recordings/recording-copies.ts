import {
  Subject,
  distinctUntilChanged,
  filter,
  firstValueFrom,
  map,
  merge,
  take,
  timer,
} from 'rxjs';
import type { Subscription } from 'rxjs';
import { keptRecordings, lastOfPlace } from '../../domain/recordings/kept-recordings.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { Take } from '../../shared/contracts/recording.ts';
import type { RecordingName } from '../../shared/contracts/recording-copy.ts';
import { asReanError, isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Keys } from '../keyring/keys.ts';
import type { Uplink } from '../uplink/uplink.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Recordings } from './recordings.ts';
import { isNamed, openRecording, placeTag } from './sealed-recording.ts';
import type { ReadPlace } from './sealed-recording.ts';

export interface RecordingCopiesParts {
  readonly recordings: Recordings;
  readonly uplink: Pick<Uplink, 'status$' | 'replica$' | 'recordings'>;
  readonly keys: () => Pick<Keys, 'learnerKey'> | null;
  readonly erased: () => ReadonlySet<LearnerId>;
  readonly log: Log;
}

/** Whoever opens a text waits no longer for what lies at the hub, ms. */
const patienceMs = 4000;
/** Records go first: how long a recording waits for those at most, ms. */
const afterAnswersMs = 10_000;
/** After a round that failed, and between two looks where nothing moves, ms. */
const againMs = 60_000;
const lookMs = 600_000;

/**
 * Copies of what was read aloud here, at the hub, and of what was read elsewhere, from there ([RAL6]). What
 * the hub lacks is found by comparing names, so that it makes no difference what was sent before a cut,
 * a kill, or to a hub that has lost it all.
 */
export class RecordingCopies {
  readonly #parts: RecordingCopiesParts;
  readonly #moved = new Subject<void>();
  readonly #over = new Subject<void>();
  readonly #following: Subscription[] = [];
  readonly #stop = new AbortController();
  /** Of whom something may be lacking at the hub; of everybody here where `#all`. */
  #some = new Set<LearnerId>();
  #all = true;
  #reachable = false;
  #waiting = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: RecordingCopiesParts) {
    this.#parts = parts;
  }

  start(): void {
    const { status$, replica$ } = this.#parts.uplink;
    const reachable$ = status$.pipe(
      map(({ hubReachable }) => hubReachable),
      distinctUntilChanged(),
    );
    const generation$ = replica$.pipe(
      map((replica) => replica?.generation),
      distinctUntilChanged(),
    );
    this.#following.push(
      status$.subscribe(({ hubReachable, waiting }) => {
        this.#reachable = hubReachable;
        this.#waiting = waiting;
      }),
      merge(reachable$, generation$).subscribe(() => {
        this.#all = true;
        this.#moved.next();
      }),
    );
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    for (const each of this.#following) each.unsubscribe();
    this.#moved.next();
    this.#over.next();
    await this.#running;
  }

  /** Has what is kept of a learner brought to the hub, in the background. */
  bring(learner: LearnerId): void {
    this.#some.add(learner);
    this.#moved.next();
  }

  /**
   * What this learner kept last of an item, wherever it was: from the hub where that has a later one than
   * this station, or this one can't be read here. Does not reject because of the hub.
   */
  async last(key: SealingKey, learner: LearnerId, place: ReadPlace): Promise<Take | null> {
    const { recordings, log } = this.#parts;
    const here = await recordings.last(key, learner, place);
    try {
      return (await this.#later(key, learner, place, here !== null)) ?? here;
    } catch (error) {
      log.warn('recording.not-fetched', { reason: reasonOf(error) });
      return here;
    }
  }

  async #later(
    key: SealingKey,
    learner: LearnerId,
    place: ReadPlace,
    isHere: boolean,
  ): Promise<Take | null> {
    if (!this.#reachable) return null;
    const { recordings, uplink } = this.#parts;
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(patienceMs)]);
    const tag = placeTag(key, learner, place);
    const name = lastOfPlace((await uplink.recordings.of(learner, signal)) ?? [], tag);
    const own = isHere ? lastOfPlace(await recordings.names(key, learner), tag) : null;
    if (name === null || (own !== null && name <= own)) return null;
    const sealed = await uplink.recordings.file(learner, name, signal);
    const bytes = sealed === null ? null : Buffer.from(sealed, 'utf8');
    if (bytes === null || !isNamed(bytes, name)) return null;
    const { audio, ms, ...read } = openRecording(key, learner, bytes);
    return placeTag(key, learner, read) === tag ? { audio, ms } : null;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const isDone = await this.#round();
      if (this.#stop.signal.aborted) return;
      if (isDone && this.#reachable && (this.#all || this.#some.size > 0)) continue;
      const waited = firstValueFrom(
        merge(
          this.#moved.pipe(map(() => false)),
          timer(isDone ? lookMs : againMs).pipe(map(() => true)),
        ).pipe(take(1)),
      );
      if (await waited) this.#all = true;
    }
  }

  /** False where it has to be done again. */
  async #round(): Promise<boolean> {
    if (!this.#reachable) return true;
    const { recordings, log } = this.#parts;
    const everybody = this.#all;
    const some = this.#some;
    this.#all = false;
    this.#some = new Set();
    try {
      for (const learner of everybody ? await recordings.learners() : some) {
        await this.#bringOf(learner);
      }
      return true;
    } catch (error) {
      if (!this.#stop.signal.aborted) {
        const { code, facts } = asReanError(error);
        const isFull = facts['status'] === insufficientStorage;
        log.warn('recordings.not-brought', { reason: isFull ? 'hub.full' : code });
      }
      this.#all = true;
      return false;
    }
  }

  async #bringOf(learner: LearnerId): Promise<void> {
    const { recordings, uplink, keys, erased } = this.#parts;
    const key = keys()?.learnerKey(learner) ?? null;
    if (key === null || erased().has(learner)) return;
    const own = await recordings.names(key, learner);
    if (own.length === 0) return;
    const held = await uplink.recordings.of(learner, this.#stop.signal);
    // A hub that was restored may hear of them later: there is another look.
    if (held === null) return;
    for (const name of keptRecordings([...own, ...held])) {
      if (held.includes(name) || erased().has(learner)) continue;
      await this.#afterAnswers();
      await this.#send(learner, name);
    }
  }

  async #send(learner: LearnerId, name: RecordingName): Promise<void> {
    const { recordings, uplink, log } = this.#parts;
    const sealed = await recordings.sealed(learner, name);
    if (sealed === null) return;
    try {
      await uplink.recordings.bring(learner, name, sealed, this.#stop.signal);
    } catch (error) {
      // One that the hub won't have holds up no other.
      if (!isReanError(error, 'hub.protocol')) throw error;
      log.warn('recording.not-taken', { reason: error.code, status: error.facts['status'] });
    }
  }

  async #afterAnswers(): Promise<void> {
    if (this.#waiting === 0) return;
    const { status$ } = this.#parts.uplink;
    const saved$ = status$.pipe(filter(({ waiting }) => waiting === 0));
    await firstValueFrom(merge(saved$, this.#over, timer(afterAnswersMs)).pipe(take(1)));
  }
}

/** HTTP's own status for it. */
const insufficientStorage = 507;
