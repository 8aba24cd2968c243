import { BehaviorSubject } from 'rxjs';
import type { Hub } from '../../../src/hub/hub.ts';
import type { StationId } from '../../../src/shared/ids.ts';
import { keysOf } from '../../../src/station/keyring/keys.ts';
import { HubLab } from '../../factories/hub-lab.ts';
import { seededRandomness } from '../../factories/seeded-randomness.ts';
import { appointSigner } from '../../factories/staff-signers.ts';
import { Drawing } from '../deeds.ts';
import { badLan, noFaults, swallowingLan } from '../faulty-transport.ts';
import type { Lan } from '../faulty-transport.ts';
import { LearnersWork } from '../learners-work.ts';
import type { Neighbours } from '../simulated-peers.ts';
import { Tally } from '../tally.ts';
import { VirtualTime } from '../virtual-time.ts';
import { OrderBook } from './order-book.ts';
import { OrderDesk } from './order-desk.ts';
import { OrderSeat } from './order-seat.ts';

const seatCount = 3;
const deskCount = 2;

export interface OrderLabSetup {
  readonly seed: number;
  /** The seats' disks say that they have synced, and have not: what the checks have to see. */
  readonly lyingDisks?: boolean;
}

/** Kiosks, two officers at two supervisors' stations and a hub in one process, on virtual time. */
export class OrderLab {
  readonly lab: HubLab;
  readonly book = new OrderBook();
  readonly draw: Drawing;
  readonly seats: readonly OrderSeat[];
  readonly desks: readonly OrderDesk[];
  readonly time: VirtualTime;
  readonly work = new LearnersWork();
  /** Whose cable is out, by the place among `lab.stations`. */
  readonly unplugged = new Set<number | 'hub'>();
  quiet = false;
  /** Requests to the hub leave, and nothing comes back. */
  swallowing = false;
  hubClockOffMs = 0;
  readonly #chance: () => number;
  #hub: Hub | null;

  private constructor(lab: HubLab, hub: Hub, setup: OrderLabSetup, parts: LabPeople) {
    const { seed } = setup;
    this.lab = lab;
    this.#hub = hub;
    const randomness = seededRandomness(seed * 15_485_863);
    this.#chance = () => randomness.fraction();
    this.draw = new Drawing(seededRandomness(seed * 7919));
    const tally = new Tally();
    const keys$ = new BehaviorSubject(parts.keys);
    const stationParts = (index: number) => {
      const config = lab.station(index);
      const own = seededRandomness(seed * 104_729 + index);
      const lan = () => this.#lan(index);
      return {
        lab,
        config,
        keys$,
        lan,
        neighbours: this.#neighboursOf(index),
        randomness: own,
        tally,
      };
    };
    const { book } = this;
    this.seats = Array.from({ length: seatCount }, (_, at) => {
      return new OrderSeat({ ...stationParts(at), keys: () => parts.keys, book });
    });
    this.desks = parts.officers.map((officer, at) => {
      return new OrderDesk({ ...stationParts(seatCount + at), book, officer });
    });
    for (const { disk } of this.seats) disk.liesAboutSync = setup.lyingDisks ?? false;
    this.time = new VirtualTime(() => this.#operations());
  }

  static async make(setup: OrderLabSetup): Promise<OrderLab> {
    const stations = [
      ...Array.from({ length: seatCount }, () => 'kiosk' as const),
      ...Array.from({ length: deskCount }, () => 'supervisor' as const),
    ];
    const lab = await HubLab.make({ seed: setup.seed, stations, learners: seatCount });
    const hub = await lab.open();
    const officers = [];
    for (let at = 0; at < deskCount; at += 1) {
      officers.push(await appointSigner(hub, { role: 'officer' }));
    }
    const { keyring } = await hub.parts.office.readKeyring();
    const made = new OrderLab(lab, hub, setup, { officers, keys: keysOf(keyring) });
    for (const each of [...made.seats, ...made.desks]) await each.switchOn();
    // Everybody knows the officers before anything goes wrong.
    made.quiet = true;
    const knows = () =>
      [...made.seats, ...made.desks].every(
        ({ running }) => running.line.directory.directory.staff.size === deskCount + 0,
      );
    await made.time.until(knows, 'everybody knowing the officers');
    made.quiet = false;
    return made;
  }

  get hub(): Hub {
    if (this.#hub === null) throw new Error('the hub is off');
    return this.#hub;
  }

  get hubIsOn(): boolean {
    return this.#hub !== null;
  }

  seat(which: number): OrderSeat {
    const seat = this.seats[which % seatCount];
    if (seat === undefined) throw new Error('no seats');
    return seat;
  }

  desk(which: number): OrderDesk {
    const desk = this.desks[which % deskCount];
    if (desk === undefined) throw new Error('no desks');
    return desk;
  }

  async switchHubOn(): Promise<void> {
    const clock = {
      wallMs: () => Date.now() + this.hubClockOffMs,
      monotonicMs: () => performance.now(),
    };
    this.#hub ??= await this.lab.open({ clock });
  }

  cutHubPower(): void {
    const lost = this.#hub;
    this.#hub = null;
    this.lab.cutPower(this.survives);
    void lost?.close();
  }

  /** Whether a write that was under way outlives the power. */
  readonly survives = (): boolean => this.#chance() < 0.5;

  /** From now on nothing goes wrong any more, and everything is on. */
  async endFaults(): Promise<void> {
    this.quiet = true;
    this.swallowing = false;
    this.unplugged.clear();
    await this.switchHubOn();
    for (const each of [...this.seats, ...this.desks]) if (!each.isOn) await each.switchOn();
  }

  async end(): Promise<void> {
    const stopping = [...this.seats, ...this.desks].flatMap((each) =>
      each.isOn ? each.stop() : [],
    );
    await this.time.for(Promise.all(stopping), 'the stations stopping');
    if (this.#hub !== null) await this.time.for(this.#hub.close(), 'the hub stopping');
  }

  /** @throws what was found wrong at a seat */
  look(): void {
    for (const { broken } of this.seats) if (broken !== null) throw broken;
  }

  #neighboursOf(index: number): Neighbours {
    const isQuiet = () => this.quiet;
    return {
      stations: this.lab.stations.map(({ station }) => station),
      desk: (station: StationId) => {
        const other = this.lab.stations.findIndex((config) => config.station === station);
        if (this.unplugged.has(index) || this.unplugged.has(other)) return null;
        return [...this.seats, ...this.desks][other]?.desk ?? null;
      },
      get quiet() {
        return isQuiet();
      },
    };
  }

  #lan(index: number): Lan {
    const away = this.unplugged.has('hub') || this.unplugged.has(index);
    const { swallowing } = this;
    const faults = swallowing ? swallowingLan : badLan;
    return { hub: away ? null : this.#hub, faults: this.quiet ? noFaults : faults, swallowing };
  }

  #operations(): number {
    const disks = [this.lab.disk, ...[...this.seats, ...this.desks].map(({ disk }) => disk)];
    return disks.reduce((sum, { operations }) => sum + operations, 0);
  }
}

interface LabPeople {
  readonly officers: readonly Awaited<ReturnType<typeof appointSigner>>[];
  readonly keys: ReturnType<typeof keysOf>;
}
