import {
  BehaviorSubject,
  EMPTY,
  catchError,
  concat,
  concatMap,
  defer,
  distinctUntilChanged,
  finalize,
  from,
  ignoreElements,
  map,
  merge,
  of,
  switchMap,
  timer,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { asReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Generation, StoreId } from '../../shared/ids.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import type { Sequence } from '../../shared/sequence.ts';
import { AuditTrail } from './audit-trail.ts';
import { initialMachine, transition } from './machine.ts';
import { pace as usualPace } from './pace.ts';
import type { Pace } from './pace.ts';
import { ReceiptLedger } from './receipt-ledger.ts';
import { Replicas } from './replicas.ts';
import type { Replica } from './replicas.ts';
import { Retention } from './retention.ts';
import type { Input, Listening, Machine, ReplicationState, Step } from './replication-state.ts';
import { batchLimits } from './step-parts.ts';
import type { BatchLimits, StepParts } from './step-parts.ts';
import { Steps } from './steps.ts';
import type { SyncMemory } from './sync-memory.ts';
import type { Salvaged } from '../log/salvage-events.ts';
import type { Storage } from '../store/storage.ts';

/** How this station stands with its hub. */
export interface ReplicationStatus {
  readonly state: ReplicationState;
  /** Whether the hub answered the last time it was asked. */
  readonly reachable: boolean;
  /** Events of this station that no receipt covers ([SYN3]). */
  readonly waiting: number;
  /** When the last receipt came, on the monotonic clock, ms; null if never or not known ([SYN9]). */
  readonly receiptAtMs: number | null;
  /** The generation shown; null before the first full pull. */
  readonly generation: Generation | null;
  /** The hub's receipts name an audit entry its journal lacks ([SYN10]). */
  readonly forked: boolean;
  /** Names that stores which would not open were kept under, for a person to know of ([STO3]). */
  readonly setAside: readonly string[];
  /** Those of them that could not be gone through yet: nothing is saved meanwhile ([STO6]). */
  readonly unsalvaged: readonly string[];
  /** What came of going through the others. */
  readonly salvaged: readonly Salvaged[];
}

export interface ReplicatorOptions extends Omit<
  StepParts,
  'replicas' | 'ledger' | 'audit' | 'retention' | 'limits'
> {
  readonly storage: Storage;
  readonly memory: SyncMemory;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly pace?: Pace;
  readonly limits?: BatchLimits;
}

interface Parts {
  readonly options: ReplicatorOptions;
  readonly steps: Steps;
  readonly replicas: Replicas;
  readonly ledger: ReceiptLedger;
  readonly audit: AuditTrail;
}

/**
 * Keeps this station and its hub the same: pushes its events, pulls what the hub has made of
 * everybody's. Runs until `stop`, through whatever happens to disk, network and hub ([SYN1]).
 */
export class Replicator {
  readonly #parts: Parts;
  readonly #machine = new BehaviorSubject<Machine>(initialMachine);
  readonly #status: BehaviorSubject<ReplicationStatus>;
  readonly #abort = new AbortController();
  #running: Subscription | null = null;
  #underWay: Promise<unknown> = Promise.resolve();
  /** The failure logged last; null once a run has succeeded since. */
  #told: ErrorCode | null = null;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#status = new BehaviorSubject(this.#describe());
  }

  /** Opens what was pulled before; nothing is asked of the hub yet. */
  static async open(options: ReplicatorOptions): Promise<Replicator> {
    const { storage, memory, clock, log } = options;
    const replicas = await Replicas.open(storage, memory.replicas);
    const ledger = await ReceiptLedger.open(memory.receipts, clock);
    const audit = await AuditTrail.open(memory.audit);
    log.countFrom(await replicas.lamport());
    const limits = options.limits ?? batchLimits;
    const everyMs = (options.pace ?? usualPace).tidyMs;
    const retention = new Retention({ ...options, ledger, everyMs });
    const steps = new Steps({ ...options, replicas, ledger, audit, retention, limits });
    return new Replicator({ options, steps, replicas, ledger, audit });
  }

  get status$(): Observable<ReplicationStatus> {
    return this.#status;
  }

  get status(): ReplicationStatus {
    return this.#status.value;
  }

  /** The databases to show, at once and after each new generation; null before the first pull. */
  get replica$(): Observable<Replica | null> {
    return this.#parts.replicas.current$;
  }

  /** How far the hub has said it holds a store of this station's ([SYN3]). */
  covered(store: StoreId): number {
    return this.#parts.ledger.confirmed(store);
  }

  /** How far `state` of this generation has been pulled since the last hello; 0 when not at all. */
  statePulled(generation: Generation): Sequence {
    const { link } = this.#machine.value;
    return link?.generation === generation ? link.pulled.state : 0;
  }

  start(): void {
    if (this.#running) return;
    const { log } = this.#parts.options;
    const effects = merge(this.#work(), this.#waits(), this.#notices());
    const appended = log.appended$.pipe(map((): Input => ({ input: 'appended' })));
    this.#running = merge(effects, appended).subscribe((input) => this.#take(input));
    this.#take({ input: 'started' });
  }

  /** Ends at once, but for a write to this disk under way. Can't be started again. */
  async stop(): Promise<void> {
    this.#take({ input: 'stopped' });
    this.#running?.unsubscribe();
    this.#abort.abort();
    await this.#underWay;
    await this.#parts.ledger.close();
    this.#parts.replicas.close();
    this.#status.complete();
  }

  /** The one place where the machine moves. A mistake in it must not end it either. */
  #take(input: Input): void {
    const before = this.#machine.value;
    try {
      this.#machine.next(transition(before, input, this.#moment()));
    } catch (error) {
      const cause = this.#tell('sync.machine-failed', error);
      this.#machine.next(transition(before, { input: 'failed', cause }, this.#moment()));
    }
    if (this.#told !== null && this.#machine.value.state.phase === 'idle') {
      this.#parts.options.logger.info('sync.recovered', { from: this.#told });
      this.#told = null;
    }
    this.#status.next(this.#describe());
  }

  #moment() {
    const { clock, randomness, pace = usualPace } = this.#parts.options;
    return { nowMs: clock.monotonicMs(), chance: randomness.fraction(), pace };
  }

  #work(): Observable<Input> {
    return this.#each('doing').pipe(
      concatMap((step) => (step ? defer(() => from(this.#run(step))) : EMPTY)),
    );
  }

  #run(step: Step): Promise<Input> {
    const running = this.#parts.steps.run(step, this.#abort.signal).then(
      (outcome): Input => ({ input: 'done', outcome }),
      (error: unknown): Input => {
        return { input: 'failed', cause: this.#tell('sync.step-failed', error, step.kind) };
      },
    );
    this.#underWay = running;
    return running;
  }

  #waits(): Observable<Input> {
    const { clock } = this.#parts.options;
    return this.#each('wait').pipe(
      switchMap((wait) =>
        wait ? timer(Math.max(0, wait.untilMonotonicMs - clock.monotonicMs())) : EMPTY,
      ),
      map((): Input => ({ input: 'due' })),
    );
  }

  #notices(): Observable<Input> {
    return this.#each('listening').pipe(
      switchMap((listening) => (listening ? this.#notice(listening) : EMPTY)),
    );
  }

  #notice(listening: Listening): Observable<Input> {
    const { options, steps } = this.#parts;
    const dropped = new AbortController();
    const keyring = () => steps.keptKeyring(listening.generation);
    const asked = defer(() =>
      from(options.hub.notice({ ...listening, keyring: keyring() }, dropped.signal)),
    ).pipe(
      switchMap((notice) => {
        const noticed: Input = { input: 'noticed', notice };
        if (notice.time === undefined) return of(noticed);
        return from(options.labClock.tell(notice.time)).pipe(map(() => noticed));
      }),
      catchError((error: unknown) => {
        const cause = this.#tell('sync.notice-failed', error);
        return of<Input>({ input: 'notice-failed', cause });
      }),
      finalize(() => dropped.abort()),
    );
    return concat(timer(listening.afterMs).pipe(ignoreElements()), asked);
  }

  /** Each new value of one part of the machine. */
  #each<Part extends 'doing' | 'wait' | 'listening'>(part: Part): Observable<Machine[Part]> {
    return this.#machine.pipe(
      map((machine) => machine[part]),
      distinctUntilChanged(),
    );
  }

  /** Names a failure, and logs it once, not at every try while it lasts. */
  #tell(event: string, error: unknown, step?: string): ErrorCode {
    const { code, facts } = asReanError(error);
    if (code === this.#told || this.#abort.signal.aborted) return code;
    this.#told = code;
    const { logger } = this.#parts.options;
    const where = step === undefined ? {} : { step };
    if (code !== 'unexpected') logger.warn(event, { ...facts, ...where, code });
    else logger.error(event, { ...where, code, reason: String(error) });
    return code;
  }

  #describe(): ReplicationStatus {
    const { options, replicas, ledger, audit } = this.#parts;
    const { state, reachable } = this.#machine.value;
    const { log, memory } = options;
    const local = memory.setAside === null ? [] : [memory.setAside];
    return {
      state,
      reachable,
      waiting: ledger.waiting(log),
      receiptAtMs: ledger.lastAtMs,
      generation: replicas.current?.generation ?? null,
      forked: audit.forked,
      setAside: [...log.setAside, ...replicas.setAside, ...local],
      unsalvaged: log.unsalvaged,
      salvaged: log.salvaged,
    };
  }
}
