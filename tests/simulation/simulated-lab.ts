import { siteFiles } from '../../src/hub/site/site-files.ts';
import type { Hub } from '../../src/hub/hub.ts';
import type { Health } from '../../src/shared/contracts/hub-api.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { HubLab } from '../factories/hub-lab.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import type { MemoryDisk } from '../../src/sync/store/memory-storage.ts';
import { Auditor } from './auditor.ts';
import { BackupStick } from './backup-stick.ts';
import { badLan, noFaults, swallowingLan } from './faulty-transport.ts';
import type { Lan } from './faulty-transport.ts';
import { LearnersWork } from './learners-work.ts';
import { Promises } from './promises.ts';
import type { Neighbours } from './simulated-peers.ts';
import { SimulatedStation } from './simulated-station.ts';
import { Tally } from './tally.ts';
import { VirtualTime } from './virtual-time.ts';

const learnerCount = 3;
/** Under two of three seeds, events go on to new segments while the lab lives. */
const smallSegments = { v: 1, segment: { mostEvents: 25, mostDays: 31 } } as const;

export interface LabSetup {
  readonly seed: number;
  /** How many stations; 2 to 4, as the seed says, where it isn't given. */
  readonly stations?: number;
  /** The hub's disk says that it has synced, and has not. */
  readonly lyingHubDisk?: boolean;
  /** The first station's disk does. */
  readonly lyingStationDisk?: boolean;
}

/** Stations and a hub in one process, on simulated disks, a simulated LAN and virtual time. */
export class SimulatedLab {
  readonly lab: HubLab;
  readonly stations: readonly SimulatedStation[];
  readonly time: VirtualTime;
  readonly work = new LearnersWork();
  readonly auditor: Auditor;
  readonly promises = new Promises();
  readonly tally = new Tally();
  readonly backups = new BackupStick();
  /** Which stations are cut off from the hub and the others, a bit for each. */
  sides = 0;
  /** What a restored hub has to have of the stations' journals: hashes of entries, ids of documents. */
  readonly awaited = new Set<string>();
  /** Whose cable is out. */
  readonly unplugged = new Set<number | 'hub'>();
  /** While true, the LAN does what it should. */
  quiet = false;
  /** While true, requests leave and nothing comes back. */
  swallowing = false;
  /** The hub's wall clock is this wrong, ms. */
  hubClockOffMs = 0;
  readonly #randomness: Randomness;
  #hub: Hub | null = null;

  private constructor(lab: HubLab, seed: number) {
    this.lab = lab;
    this.auditor = new Auditor(lab);
    this.#randomness = seededRandomness(seed * 15_485_863);
    this.stations = lab.stations.map((config, index) => {
      const randomness = seededRandomness(seed * 104_729 + index);
      const lan = () => this.#lan(index);
      const neighbours = this.#neighboursOf(index);
      const { auditor, promises, tally } = this;
      const heard = { auditor, promises, tally };
      return new SimulatedStation({ lab, config, lan, randomness, neighbours, ...heard });
    });
    this.time = new VirtualTime(() => this.#operations());
  }

  static async make(setup: LabSetup): Promise<SimulatedLab> {
    const { seed } = setup;
    const stations = Array.from(
      { length: setup.stations ?? 2 + (seed % 3) },
      () => 'kiosk' as const,
    );
    const lab = await HubLab.make({ seed, stations, learners: learnerCount });
    if (seed % 3 !== 0) await lab.vault.write(siteFiles.policy, smallSegments);
    const simulated = new SimulatedLab(lab, seed);
    lab.disk.liesAboutSync = setup.lyingHubDisk ?? false;
    simulated.station(0).disk.liesAboutSync = setup.lyingStationDisk ?? false;
    await simulated.switchHubOn();
    for (const station of simulated.stations) {
      await station.switchOn();
      station.takeImage();
    }
    await simulated.backups.keepKeys(lab, simulated.hub);
    return simulated;
  }

  get hub(): Hub {
    if (!this.#hub) throw new Error('the hub is off');
    return this.#hub;
  }

  get hubIsOn(): boolean {
    return this.#hub !== null;
  }

  /** A station by any number. */
  station(which: number): SimulatedStation {
    const station = this.stations[which % this.stations.length];
    if (!station) throw new Error('no stations');
    return station;
  }

  async switchHubOn(): Promise<void> {
    const clock = {
      wallMs: () => Date.now() + this.hubClockOffMs,
      monotonicMs: () => performance.now(),
    };
    this.#hub ??= await this.lab.open({ clock });
  }

  /** The hub's power goes out; what it had synced is there when it is switched on again. */
  cutHubPower(): void {
    const lost = this.#hub;
    this.#hub = null;
    this.lab.cutPower(() => this.tally.drawn(this.#randomness.fraction() < 0.5));
    void lost?.close();
  }

  /** All disks as they would be found if all power went now. */
  disks(): readonly MemoryDisk[] {
    const hub = this.lab.disk.afterPowerCut(() => false);
    return [hub, ...this.stations.map((station) => station.foundDisk())];
  }

  /** From now on nothing goes wrong any more. */
  endFaults(): void {
    this.quiet = true;
    this.unplugged.clear();
    this.sides = 0;
    this.swallowing = false;
  }

  health(): Promise<Health> {
    return this.hub.parts.health.look();
  }

  learner(which: number): LearnerId {
    return this.lab.learner(which % this.lab.learners.length);
  }

  /** Switches everything off, for the next simulation to have the process to itself. */
  async end(): Promise<void> {
    const stopping = this.stations.map((station) => station.stop());
    await this.time.for(Promise.all(stopping), 'the stations stopping');
    await this.time.for(this.hub.close(), 'the hub stopping');
  }

  /** Stations reach each other whether the hub is away or not. */
  #neighboursOf(index: number): Neighbours {
    const isQuiet = () => this.quiet;
    return {
      stations: this.lab.stations.map(({ station }) => station),
      desk: (station) => {
        const other = this.lab.stations.findIndex((config) => config.station === station);
        if (this.unplugged.has(index) || this.unplugged.has(other)) return null;
        if (this.#side(index) !== this.#side(other)) return null;
        return this.stations[other]?.desk ?? null;
      },
      get quiet() {
        return isQuiet();
      },
    };
  }

  #lan(index: number): Lan {
    const unplugged = this.unplugged.has('hub') || this.unplugged.has(index);
    const away = unplugged || this.#side(index) !== 0;
    const { swallowing } = this;
    const faults = swallowing ? swallowingLan : badLan;
    return { hub: away ? null : this.#hub, faults: this.quiet ? noFaults : faults, swallowing };
  }

  #side(index: number): number {
    return (this.sides >> index) & 1;
  }

  #operations(): number {
    const disks = [this.lab.disk, ...this.stations.map(({ disk }) => disk)];
    return disks.reduce((sum, { operations }) => sum + operations, 0);
  }
}
