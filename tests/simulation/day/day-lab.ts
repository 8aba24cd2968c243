import type { Hub } from '../../../src/hub/hub.ts';
import type { Leaving } from '../../../src/shared/contracts/seat-order.ts';
import type { StationId } from '../../../src/shared/ids.ts';
import { HubLab } from '../../factories/hub-lab.ts';
import { seededRandomness } from '../../factories/seeded-randomness.ts';
import { appointSigner, staffPassphrase } from '../../factories/staff-signers.ts';
import { temporaryFolder } from '../../factories/temporary-folder.ts';
import { twoLessonStore } from '../../factories/two-lesson-pack.ts';
import { supervisorWindow } from '../../factories/station-window.ts';
import type { SupervisorWindow } from '../../factories/station-window.ts';
import { Drawing } from '../deeds.ts';
import { badLan, noFaults } from '../faulty-transport.ts';
import type { Lan } from '../faulty-transport.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import type { Neighbours } from '../simulated-peers.ts';
import { Tally } from '../tally.ts';
import { VirtualTime } from '../virtual-time.ts';
import { DayClock } from './day-clock.ts';
import { today } from './day-plan.ts';
import type { DayPlan } from './day-plan.ts';
import { DaySeat } from './day-seat.ts';
import { enrolAll } from './day-site.ts';
import type { SitePeople } from './day-site.ts';
import { DayStation } from './day-station.ts';
import { RealWork } from './real-work.ts';

const settleMs = 2000;
/** Longer than a station waits for the answer to a request that the bad LAN left half-open, and asks again. */
const caughtUpMs = 32_000;
/** What people wait for comes by then, virtual ms: before the manager is signed out for idleness. */
const mostMs = 5 * 60_000;

interface Made {
  readonly seed: number;
  readonly clock: DayClock;
  readonly folder: string;
  readonly packs: Awaited<ReturnType<typeof twoLessonStore>>;
  readonly people: SitePeople;
}

/** A site with its hub, all its kiosks and a manager at the supervisor's station, in one process on virtual time. */
export class DayLab {
  readonly lab: HubLab;
  readonly clock: DayClock;
  readonly draw: Drawing;
  readonly time: VirtualTime;
  readonly people: SitePeople;
  readonly seats: readonly DaySeat[];
  readonly desk: DayStation;
  readonly tally = new Tally();
  /** Places of the seats whose cable is out. */
  readonly unplugged = new Set<number>();
  /** Seats whose PC was told to go, in order. */
  readonly went: { readonly seat: number; readonly how: Leaving }[] = [];
  /** While true, the LAN loses, doubles and delays what goes over it. */
  bad = false;
  readonly #real = new RealWork();
  readonly #chance: () => number;
  #hub: Hub | null;
  #window: SupervisorWindow | null = null;
  #isDeskInTouch = false;

  private constructor(lab: HubLab, hub: Hub, { seed, clock, folder, packs, people }: Made) {
    this.lab = lab;
    this.#hub = hub;
    this.clock = clock;
    this.people = people;
    const chances = seededRandomness(seed * 15_485_863);
    this.#chance = () => chances.fraction();
    this.draw = new Drawing(seededRandomness(seed * 7919));
    const real = this.#real;
    const stations = lab.stations.map((config, index) => {
      const randomness = seededRandomness(seed * 104_729 + index);
      const parts = {
        lab,
        config,
        folder,
        clock,
        randomness,
        real,
        tally: this.tally,
        packs: {
          list: () => real.during(packs.list()),
          verifyInstalled: (...which: Parameters<typeof packs.verifyInstalled>) =>
            real.during(packs.verifyInstalled(...which)),
          open: async (...which: Parameters<typeof packs.open>) => {
            const opened = await real.during(packs.open(...which));
            return {
              manifest: opened.manifest,
              lesson: (id: string) => real.during(opened.lesson(id)),
              file: (path: string) => real.during(opened.file(path)),
              read: (path: string) => real.during(opened.read(path)),
            };
          },
        },
        lan: () => this.#lan(index),
        neighbours: this.#neighboursOf(index),
        goes: (how: Leaving) => this.went.push({ seat: index, how }),
      };
      return config.kind === 'kiosk' ? new DaySeat(parts) : new DayStation(parts);
    });
    this.seats = stations.filter((each) => each instanceof DaySeat);
    const [desk] = stations.slice(-1);
    if (desk === undefined) throw new Error('no stations');
    this.desk = desk;
    this.time = new VirtualTime(() => this.#operations() + real.moves);
  }

  /** Everything is on, nobody sits anywhere, and the manager is signed in; virtual time has begun. */
  static async make(seed: number, plan: DayPlan): Promise<DayLab> {
    const clock = new DayClock(today);
    const kiosks = Array.from({ length: plan.kiosks }, () => 'kiosk' as const);
    const stations = [...kiosks, 'supervisor' as const];
    const lab = await HubLab.make({ seed, stations, learners: 0, clock });
    const hub = await lab.open();
    const manager = await appointSigner(hub, { role: 'site-manager' });
    const people = await enrolAll(hub, plan);
    lab.keyring = (await hub.parts.office.readKeyring()).keyring;
    const [folder, packs] = [await temporaryFolder(), await twoLessonStore()];
    const made = new DayLab(lab, hub, { seed, clock, folder, packs, people });
    for (const station of [...made.seats, made.desk]) await station.switchOn();
    await made.time.until(() => made.seats.every(({ isReady }) => isReady), 'who is who');
    await made.#signIn(manager.staff);
    return made;
  }

  get hub(): Hub {
    if (this.#hub === null) throw new Error('the hub is off');
    return this.#hub;
  }

  /** The manager's. */
  get window(): SupervisorWindow {
    if (this.#window === null) throw new Error('nobody is signed in');
    return this.#window;
  }

  seat(place: number): DaySeat {
    const seat = this.seats[place];
    if (seat === undefined) throw new Error(`there is no seat ${place}`);
    return seat;
  }

  station(place: number): StationId {
    return this.seat(place).station;
  }

  learner(number: number) {
    const learner = this.people.learners[number];
    if (learner === undefined) throw new Error(`nobody is number ${number}`);
    return learner;
  }

  /** Waits for something that people do, on a LAN that fails nobody meanwhile. */
  async do<Value>(doing: Promise<Value>): Promise<Value> {
    const { bad } = this;
    this.bad = false;
    try {
      return await this.time.for(doing, 'something that people do');
    } catch (error) {
      // Who did it: an answer over a window's line knows nothing of who asked.
      throw new Error(`at minute ${this.clock.minute}: ${String(error)}`, { cause: error });
    } finally {
      this.bad = bad;
    }
  }

  /** So long passes, ms, on a bad LAN. */
  async live(ms: number): Promise<void> {
    this.bad = true;
    await this.time.pass(ms);
    this.bad = false;
    await this.time.pass(settleMs);
  }

  /** As {@link VirtualTime.until}, sooner given up, and told with what there is instead. */
  async within(holds: () => boolean, what: string, instead: () => unknown): Promise<void> {
    try {
      await this.time.until(holds, what, mostMs);
    } catch (error) {
      const facts = { minute: this.clock.minute, instead: instead() };
      throw new InvariantBroken(`${what}: ${String(error)}`, facts);
    }
  }

  /** Until the manager's window knows that the hub is there again: what staff do goes by way of it. */
  async deskInTouch(): Promise<void> {
    await this.within(
      () => this.#isDeskInTouch,
      'the desk in touch with the hub',
      () => null,
    );
  }

  /** Until every seat whose cable is in has told the hub everything, and heard of everything. */
  async calm(): Promise<void> {
    const isAtRest = (seat: DaySeat, at: number) =>
      !seat.isOn || this.unplugged.has(at) || seat.isAtRest;
    // What was told last comes back to the seats folded.
    for (const comesBackMs of [settleMs, caughtUpMs]) {
      await this.within(
        () => this.seats.every(isAtRest),
        'all at rest',
        () => this.seats.map((seat) => seat.told),
      );
      await this.time.for(this.hub.settled(), 'the hub folding');
      await this.time.pass(comesBackMs);
    }
  }

  /** It is that minute at once; whoever is at the desk still is. */
  async leapTo(minute: number): Promise<void> {
    await this.time.pass(settleMs);
    this.clock.leapTo(minute);
    await this.do(this.window.call('staff.present', undefined));
    await this.live(settleMs);
  }

  cutHubPower(): void {
    const lost = this.#hub;
    this.#hub = null;
    this.lab.cutPower(this.survives);
    void lost?.close();
  }

  async switchHubOn(): Promise<void> {
    this.#hub ??= await this.lab.open();
  }

  /** Whether a write that was under way outlives the power. */
  readonly survives = (): boolean => this.#chance() < 0.5;

  async end(): Promise<void> {
    const on = [...this.seats, this.desk].filter(({ isOn }) => isOn);
    await this.time.for(Promise.all(on.map((each) => each.switchOff())), 'the stations stopping');
    await this.time.for(this.hub.close(), 'the hub stopping');
  }

  async #signIn(staff: Awaited<ReturnType<typeof appointSigner>>['staff']): Promise<void> {
    const window = supervisorWindow(this.desk.service);
    this.#window = window;
    window.observe('status', undefined).subscribe(({ hubReachable }) => {
      this.#isDeskInTouch = hubReachable;
    });
    let knows = false;
    const looking = window.observe('staff', undefined).subscribe(({ people }) => {
      knows = people.some((each) => each.staff === staff);
    });
    await this.time.until(() => knows, 'the manager being known');
    looking.unsubscribe();
    const signingIn = window.call('staff.sign-in', { staff, passphrase: staffPassphrase });
    await this.do(this.#real.during(signingIn));
  }

  #neighboursOf(index: number): Neighbours {
    const isQuiet = () => !this.bad;
    return {
      stations: this.lab.stations.map(({ station }) => station),
      desk: (station) => {
        const other = this.lab.stations.findIndex((config) => config.station === station);
        if (this.unplugged.has(index) || this.unplugged.has(other)) return null;
        return [...this.seats, this.desk][other]?.desk ?? null;
      },
      get quiet() {
        return isQuiet();
      },
    };
  }

  #lan(index: number): Lan {
    const hub = this.unplugged.has(index) ? null : this.#hub;
    return { hub, faults: this.bad ? badLan : noFaults, swallowing: false };
  }

  #operations(): number {
    const disks = [this.lab.disk, ...[...this.seats, this.desk].map(({ disk }) => disk)];
    return disks.reduce((sum, { operations }) => sum + operations, 0);
  }
}
