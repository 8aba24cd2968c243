import { BehaviorSubject, distinctUntilChanged, filter, firstValueFrom, map, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import {
  judgeClock,
  judgeDisk,
  judgeFlush,
  judgeHub,
  judgeMemory,
} from '../../domain/self-test/judge-machine.ts';
import { lettersOf, writeChecked } from '../../shared/checked-letters.ts';
import type {
  SelfTestFindings,
  SelfTestOutcome,
  SelfTestResult,
} from '../../shared/contracts/self-test.ts';
import { diskUseOf } from '../../sync/machine/disk-use.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { diskOfFolder } from '../machine/disk-of-folder.ts';
import type { StationParts } from '../station-parts.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';
import type { Recorder } from '../record/recorder.ts';
import { flushGround, isHealthy, medianFlushMs, readsBack } from './probe-disk.ts';
import { hasSoundCard, memoryHere } from './probe-machine.ts';
import { provePacks } from './probe-packs.ts';
import { keepSelfTest, readSelfTest } from './self-test-file.ts';
import type { KeptSelfTest, SelfTestFolder } from './self-test-file.ts';

/** How long a hub that was not met yet is waited for, ms. */
const meetMs = 8_000;
const neverMet = { defaultValue: { hubReachable: false, trouble: null } };

interface SelfTestParts extends Pick<
  StationParts,
  'folder' | 'clock' | 'randomness' | 'log' | 'hubOffsetMs' | 'delivery'
> {
  readonly recorder: Pick<Recorder, 'record'>;
  /** Something other than null once the site's key is there. */
  readonly keysCame$: Observable<unknown>;
  readonly uplink: {
    readonly status$: Observable<Pick<UplinkStatus, 'hubReachable' | 'trouble'>>;
  };
}

/** What this station finds of its PC, and brings to the hub ([SLF1], [SLF4]). */
export class SelfTest {
  readonly #parts: SelfTestParts;
  readonly #own: SelfTestFolder;
  readonly #kept: BehaviorSubject<KeptSelfTest>;
  readonly #keys;
  /** Whether a technician may test here: a PC that was just let in, or they asked for it, until it is started anew. */
  #isOpen: boolean;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(parts: SelfTestParts, own: SelfTestFolder, kept: KeptSelfTest) {
    this.#parts = parts;
    this.#own = own;
    this.#isOpen = kept.due;
    this.#kept = new BehaviorSubject(kept);
    // The site's key comes with the first word of the hub: what was found before waits for it on the disk.
    this.#keys = parts.keysCame$
      .pipe(filter((keys) => keys !== null))
      .subscribe(() => void this.#inTurn(() => this.#record()).catch(() => undefined));
  }

  static async open(parts: SelfTestParts): Promise<SelfTest> {
    const own = { folder: parts.folder, disk: nodeDisk(), randomness: parts.randomness };
    return new SelfTest(parts, own, await readSelfTest(own));
  }

  /** Whether this PC was let in and has not been tested. */
  get due$(): Observable<{ readonly due: boolean }> {
    return this.#kept.pipe(
      map(({ due }) => ({ due })),
      distinctUntilChanged((a, b) => a.due === b.due),
    );
  }

  /** Makes a test due, as a technician asks for one. @throws ReanError `store.full` */
  ask(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#keep({ ...this.#kept.value, due: true });
      this.#isOpen = true;
    });
  }

  /** Looks at disk, memory, clock, packs and hub; some seconds, and 20 s at most. Nothing of it is kept. @throws ReanError `permission.denied` */
  async look(): Promise<SelfTestFindings> {
    this.#requireOpen();
    return this.#inTurn(() => this.#look());
  }

  async #look(): Promise<SelfTestFindings> {
    const { clock, hubOffsetMs, log } = this.#parts;
    const [machine, memory, packs] = [
      await this.#disk(),
      await judgedMemory(),
      await this.#packs(),
    ];
    const hub = await this.#hub();
    // By then the hub has told its clock, where it is there.
    const outcomes = {
      ...machine,
      memory,
      packs,
      hub,
      clock: judgeClock(clock.wallMs(), hubOffsetMs?.() ?? null),
    };
    const results: SelfTestResult[] = [
      { check: 'disk', outcome: outcomes.disk },
      { check: 'flush', outcome: outcomes.flush },
      { check: 'memory', outcome: outcomes.memory },
      { check: 'clock', outcome: outcomes.clock },
      { check: 'packs', outcome: outcomes.packs },
      { check: 'hub', outcome: outcomes.hub },
    ];
    log.info('self-test.looked', outcomes);
    return { results, hasSoundCard: await hasSoundCard() };
  }

  /**
   * Keeps what was found, on the disk first, and records it as soon as the site's key is there.
   * @returns its code, for the slip
   * @throws ReanError `store.full`; `permission.denied` where no test is due
   */
  async done(results: readonly SelfTestResult[]): Promise<{ readonly code: string }> {
    this.#requireOpen();
    const code = writeChecked(lettersOf(this.#parts.randomness.bytes(4)));
    return this.#inTurn(async () => {
      await this.#keep({ due: false, pending: { code, results: [...results] } });
      await this.#record();
      return { code };
    });
  }

  #requireOpen(): void {
    if (!this.#isOpen) throw new ReanError('permission.denied', { action: 'self-test' });
  }

  close(): void {
    this.#keys.unsubscribe();
  }

  /** Where it is cut off between recording and forgetting it is recorded once more, under the same code. */
  async #record(): Promise<void> {
    const { pending } = this.#kept.value;
    if (pending === null) return;
    const event = { type: 'self-test.done' as const, ...pending };
    try {
      await this.#parts.recorder.record(null, [event]);
    } catch (error) {
      if (isReanError(error, 'key.missing')) return;
      throw error;
    }
    await this.#keep({ ...this.#kept.value, pending: null });
  }

  async #keep(kept: KeptSelfTest): Promise<void> {
    await keepSelfTest(this.#own, kept);
    this.#kept.next(kept);
  }

  async #disk(): Promise<{ readonly disk: SelfTestOutcome; readonly flush: SelfTestOutcome }> {
    const { folder, clock } = this.#parts;
    const disk = await diskOfFolder(folder);
    const probe = { ...this.#own, clock };
    const readBack = await readsBack(probe);
    const medianMs = await medianFlushMs(probe);
    const use = await diskUseOf(folder);
    const freeBytes = use && use.totalBytes - use.usedBytes;
    const healthy = disk && (await isHealthy(disk));
    const ground = await flushGround(folder, disk);
    const { rotational } = ground;
    const measured = { medianMs, freeBytes, readBack, healthy, rotational };
    this.#parts.log.info('self-test.disk', measured);
    return {
      disk: judgeDisk({ freeBytes, readBack, healthy }),
      flush: medianMs === null ? 'fail' : judgeFlush({ medianMs, ...ground }),
    };
  }

  /** A station that has just started gets some time to meet it. */
  async #hub(): Promise<SelfTestOutcome> {
    const { status$ } = this.#parts.uplink;
    const met$ = status$.pipe(
      filter((each) => each.hubReachable || each.trouble !== null),
      timeout({ first: meetMs, with: () => status$ }),
    );
    const { hubReachable, trouble } = await firstValueFrom(met$, neverMet);
    return judgeHub({ reachable: hubReachable, trouble: trouble?.code ?? null });
  }

  async #packs(): Promise<SelfTestOutcome> {
    const { delivery, clock } = this.#parts;
    return delivery === undefined ? 'not-possible' : provePacks(delivery.store, clock);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

async function judgedMemory(): Promise<SelfTestOutcome> {
  const { totalBytes, availableBytes } = await memoryHere();
  return judgeMemory(totalBytes, availableBytes);
}
