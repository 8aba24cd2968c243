import { basename } from 'node:path';
import { defer, firstValueFrom, switchMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Disk } from '../../content/disk/disk.ts';
import type { SignInResult } from '../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../shared/contracts/ipc/status-views.ts';
import type {
  MaintenanceReport,
  MaintenanceView,
  WrittenBundle,
} from '../../shared/contracts/maintenance.ts';
import type { Leaving, OrderRefusal } from '../../shared/contracts/seat-order.ts';
import type { StickSaved } from '../../shared/contracts/stick.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Recorder } from '../record/recorder.ts';
import { exportOntoStick } from '../stick/stick-exports.ts';
import type { StickLine } from '../stick/stick-line.ts';
import type { Typed } from '../supervisor/staff-hands.ts';
import type { MaintenanceDesk } from './maintenance-desk.ts';
import { report$ } from './maintenance-report.ts';
import type { ReportParts } from './maintenance-report.ts';
import { PackChecker } from './pack-check.ts';
import type { CheckedPacks } from './pack-check.ts';
import { writeBundle } from './support-bundle.ts';

export interface MaintenanceServiceParts extends Omit<
  ReportParts,
  'packs' | 'check$' | 'clock' | 'config'
> {
  readonly config: StationConfig;
  readonly folder: string;
  readonly packs: CheckedPacks;
  readonly desk: MaintenanceDesk;
  readonly disk: Disk;
  readonly status$: Observable<StationStatus>;
  readonly leave: (to: Leaving) => Promise<OrderRefusal | null>;
  readonly stick: StickLine;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly selfTest: { ask(): Promise<void> };
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

const leavingDeeds = { restart: 'restarted', 'power-off': 'switched-off' } as const;

/** What one window does of maintenance; all but signing in is for who is signed in at it ([MNT2]). */
export interface MaintenanceWindow {
  readonly view$: Observable<MaintenanceView>;
  readonly report$: Observable<MaintenanceReport>;
  signIn(typed: Typed): Promise<SignInResult>;
  signOut(): Promise<void>;
  noteSign(): void;
  checkPacks(): Promise<void>;
  bundle(): Promise<WrittenBundle>;
  giveBundle(): Promise<StickSaved>;
  update(): Promise<void>;
  selfTest(): Promise<void>;
  leave(to: Leaving): Promise<{ goes: boolean }>;
  /** The window is gone, and whoever was at it. */
  close(): void;
}

/** Maintenance of this PC, window by window. */
export class MaintenanceService {
  readonly #parts: MaintenanceServiceParts;
  readonly #checker: PackChecker;
  readonly #report$: Observable<MaintenanceReport>;

  constructor(parts: MaintenanceServiceParts) {
    this.#parts = parts;
    this.#checker = new PackChecker(parts.packs, parts.log);
    this.#report$ = report$({ ...parts, check$: this.#checker.check$ });
  }

  open(): MaintenanceWindow {
    const { desk, log } = this.#parts;
    const window = {};
    let bundle: WrittenBundle | null = null;
    return {
      view$: desk.view$(window),
      report$: this.#reportTo(window),
      signIn: (typed) => desk.signIn(window, typed),
      signOut: () => desk.leave(window),
      noteSign: () => desk.noteSign(window),
      checkPacks: () => this.#checkPacks(window),
      bundle: async () => {
        bundle = await this.#bundle(window);
        return bundle;
      },
      giveBundle: () => this.#giveBundle(window, bundle),
      update: () => this.#update(window),
      selfTest: () => this.#selfTest(window),
      leave: (to) => this.#leave(window, to),
      close: () => {
        desk.leave(window).catch((error: unknown) => {
          log.error('maintenance.not-ended', { reason: reasonOf(error) });
        });
      },
    };
  }

  /** Ends with `permission.denied` as the visit does. */
  #reportTo(window: object): Observable<MaintenanceReport> {
    const denied = () => throwError(() => new ReanError('permission.denied'));
    return this.#parts.desk
      .during$(window)
      .pipe(switchMap((open) => (open ? this.#report$ : defer(denied))));
  }

  async #checkPacks(window: object): Promise<void> {
    const { desk } = this.#parts;
    await desk.note(window, 'packs-checked');
    void this.#checker.run(() => desk.isOpen);
  }

  async #bundle(window: object): Promise<WrittenBundle> {
    const { desk, status$, config, folder, disk, clock, randomness } = this.#parts;
    await desk.note(window, 'bundled');
    const [report, status] = await Promise.all([
      firstValueFrom(this.#reportTo(window)),
      firstValueFrom(status$),
    ]);
    const parts = { folder, station: config.station, disk, clock, randomness };
    return writeBundle(parts, report, status);
  }

  /**
   * What this window wrote last, onto a stick: signed for by who is there before it is looked for, and on record with
   * the stick before a byte leaves ([STK5]).
   * @throws ReanError `permission.denied`, `file.unreadable`, `stick.refused`, and as the recorder has it
   */
  async #giveBundle(window: object, bundle: WrittenBundle | null): Promise<StickSaved> {
    const { desk, disk } = this.#parts;
    const staff = desk.demand(window);
    const content = bundle && (await disk.readFile(bundle.path));
    if (bundle === null || content === null) throw new ReanError('file.unreadable');
    await desk.note(window, 'bundle-given');
    return exportOntoStick(this.#parts, {
      staff,
      kind: 'support',
      name: basename(bundle.path),
      content,
      goesOn: async () => void desk.demand(window),
    });
  }

  /** @throws ReanError `permission.denied`; `update.refused` where the system does not begin it */
  async #update(window: object): Promise<void> {
    const { desk, maintenance, log } = this.#parts;
    desk.demand(window);
    if ((await maintenance.update.state()) === null) throw new ReanError('update.refused');
    await desk.note(window, 'update-begun');
    const refused = await maintenance.update.begin();
    if (refused === null) return;
    log.warn('update.refused', { said: refused });
    throw new ReanError('update.refused');
  }

  /** The test is for whoever stands there, in a window of its own. */
  async #selfTest(window: object): Promise<void> {
    const { desk, selfTest } = this.#parts;
    await desk.note(window, 'self-test-asked');
    await selfTest.ask();
    await desk.leave(window);
  }

  async #leave(window: object, to: Leaving): Promise<{ goes: boolean }> {
    const { desk, leave } = this.#parts;
    await desk.note(window, leavingDeeds[to]);
    return { goes: (await leave(to)) === null };
  }
}
