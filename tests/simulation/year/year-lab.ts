import { join } from 'node:path';
import { vi } from 'vitest';
import type { Hub } from '../../../src/hub/hub.ts';
import { siteFiles } from '../../../src/hub/site/site-files.ts';
import type { EventDocument, EventPayload } from '../../../src/shared/contracts/documents/event.ts';
import { staffIdSchema } from '../../../src/shared/ids.ts';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Clock } from '../../../src/shared/ports.ts';
import { payloads } from '../../factories/events.ts';
import { HubLab } from '../../factories/hub-lab.ts';
import { seededRandomness } from '../../factories/seeded-randomness.ts';
import { BackupStick } from '../backup-stick.ts';
import { Drawing } from '../deeds.ts';
import { YearStation } from './year-station.ts';

const staffId = staffIdSchema.parse('of-aaaaaaaaaaaa');
const dayMs = 24 * 60 * 60 * 1000;
const patience = { timeout: 60_000, interval: 20 } as const;
const stationCount = 8;
const learnerCount = 24;

/** Wall time goes on by days, monotonic time as it does. */
class YearClock implements Clock {
  day = 0;

  wallMs(): number {
    return Math.round(1_780_000_000_000 + this.day * dayMs + performance.now());
  }

  monotonicMs(): number {
    return performance.now();
  }
}

export interface YearSetup {
  readonly seed: number;
  readonly folder: string;
  /** Lab days a segment is written to. */
  readonly mostDays: number;
}

/** A lab of eight stations on real disks, and its hub on a simulated one. */
export class YearLab {
  readonly lab: HubLab;
  readonly clock: YearClock;
  readonly stations: readonly YearStation[];
  readonly #draw: Drawing;
  #hub: Hub;
  readonly #backups = new BackupStick();
  /** Of each store, up to where the last backup holds it. */
  #backedUp: Readonly<Record<string, number>> = {};

  private constructor(lab: HubLab, hub: Hub, { clock, seed, folder }: YearSetup & Timed) {
    this.lab = lab;
    this.clock = clock;
    this.#hub = hub;
    this.#draw = new Drawing(seededRandomness(seed));
    this.stations = lab.stations.map((config, index) => {
      const randomness = seededRandomness(seed * 104_729 + index);
      const place = join(folder, `station-${index}`);
      return new YearStation({
        lab,
        config,
        folder: place,
        hub: () => this.#hub,
        clock,
        randomness,
      });
    });
  }

  static async make(setup: YearSetup): Promise<YearLab> {
    const clock = new YearClock();
    const stations = Array.from({ length: stationCount }, () => 'kiosk' as const);
    const { seed, mostDays } = setup;
    const lab = await HubLab.make({ seed, stations, learners: learnerCount, clock });
    await lab.vault.write(siteFiles.policy, { v: 1, segment: { mostEvents: 100_000, mostDays } });
    const year = new YearLab(lab, await lab.open(), { ...setup, clock });
    await year.#backups.keepKeys(lab, year.hub);
    return year;
  }

  get hub(): Hub {
    return this.#hub;
  }

  /** Every event any station ever recorded. */
  get recorded(): readonly EventDocument[] {
    return this.stations.flatMap(({ recorded }) => recorded);
  }

  /**
   * A day's work. Some stations stay off, some of them for weeks; some are switched off at night
   * before all is saved. What is on is saved in the evening.
   */
  async workADay(): Promise<void> {
    this.clock.day += 1;
    // Drawn before anybody works, so that it is the same whoever comes first.
    const plans = this.stations.map((_, index) => this.#planOf(index));
    await Promise.all(
      this.stations.map((station, index) => this.#dayOf(station, plans[index] ?? null)),
    );
    await Promise.all(this.#on().map((station) => station.saved()));
  }

  /** What a station does today; null where it stays off. */
  #planOf(index: number): Plan | null {
    // Its disk or its cable: one station in turn is away for two weeks of every sixteen.
    const isAway = Math.floor(this.clock.day / 14) % stationCount === index;
    const isOn = this.#draw.from(1, 10) > 1;
    const restarts = this.#draw.from(1, 7) === 1;
    const learner = this.lab.learner(this.#draw.from(0, learnerCount - 1));
    const attempts = Array.from({ length: this.#draw.from(2, 8) }, (_, at): EventPayload => {
      const outcome = this.#draw.of(['right', 'not-yet', 'shown'] as const);
      return payloads.attempt(`item-${at}`, outcome);
    });
    const sitting = [payloads.started(), payloads.opened(), ...attempts, payloads.ended()];
    return isAway || !isOn ? null : { restarts, learner, sitting };
  }

  async #dayOf(station: YearStation, plan: Plan | null): Promise<void> {
    if (station.isOn && (plan === null || plan.restarts)) await station.switchOff();
    if (plan === null) return;
    if (!station.isOn) await station.switchOn();
    await station.record(null, [{ type: 'staff.signed-in', staff: staffId }]);
    await station.record(plan.learner, plan.sitting);
  }

  async backUp(): Promise<void> {
    await this.#hub.settled();
    this.#backedUp = await this.#backups.take(this.lab, this.#hub);
  }

  /** Resolves once stations that are on have let go of what the backup holds to its end. */
  async dropped(): Promise<void> {
    const vector = this.#backedUp;
    await vi.waitFor(() => {
      const left = this.#on().flatMap((station) => station.droppable(vector));
      if (left.length > 0) throw new Error(`not dropped: ${left.join(' ')}`);
    }, patience);
  }

  /** Segments the hub has opened. */
  get opened(): number {
    return this.#hub.parts.databases.segments.announced.length;
  }

  /** The most segments any station that is on holds. */
  mostSegments(): number {
    return Math.max(...this.#on().map((station) => station.segments().length));
  }

  async mostDiskBytes(): Promise<number> {
    const sizes = await Promise.all(this.stations.map((station) => station.diskBytes()));
    return Math.max(...sizes);
  }

  /** The hub is lost, and made anew from its last backup, in a new generation. */
  async restoreHub(): Promise<void> {
    await this.#hub.close();
    await this.#backups.restore(this.lab, this.#backups.count - 1);
    this.#hub = await this.lab.open();
  }

  /** Resolves once every station is on, and has receipts for all it holds. */
  async allSaved(): Promise<void> {
    for (const station of this.stations) if (!station.isOn) await station.switchOn();
    for (const station of this.stations) await station.saved();
  }

  /** Resolves once the hub holds as much as was ever recorded. */
  async everythingThere(): Promise<void> {
    await vi.waitFor(() => {
      const held = [...this.#hub.parts.intake.ledger.vector().values()];
      const lacking = this.recorded.length - held.reduce((sum, seq) => sum + seq, 0);
      if (lacking > 0) throw new Error(`${lacking} events are lacking`);
    }, patience);
  }

  async end(): Promise<void> {
    for (const station of this.stations) await station.switchOff();
    await this.#hub.close();
    this.#backups.discard();
  }

  #on(): readonly YearStation[] {
    return this.stations.filter(({ isOn }) => isOn);
  }
}

interface Plan {
  readonly restarts: boolean;
  readonly learner: LearnerId;
  readonly sitting: readonly EventPayload[];
}

interface Timed {
  readonly clock: YearClock;
}
