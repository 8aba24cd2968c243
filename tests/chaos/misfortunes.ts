import { setTimeout as wait } from 'node:timers/promises';
import { cableMoods } from '../factories/faulty-proxy.ts';
import { Drawing } from '../simulation/deeds.ts';
import type { ChaosLab, Seat } from './chaos-lab.ts';

const dayMs = 24 * 60 * 60 * 1000;
const mostYears = 20;

interface Due {
  readonly atMs: number;
  readonly act: () => Promise<void>;
}

/** What befalls a lab of processes, by chance, every second or two; told as it happens. */
export class Misfortunes {
  readonly #lab: ChaosLab;
  readonly #draw: Drawing;
  readonly #told: string[] = [];
  /** What makes good again what was done. */
  #due: Due[] = [];

  constructor(lab: ChaosLab, draw: Drawing) {
    this.#lab = lab;
    this.#draw = draw;
  }

  get told(): readonly string[] {
    return this.#told;
  }

  async befall(forMs: number): Promise<void> {
    const end = performance.now() + forMs;
    while (performance.now() < end) {
      await this.#next();
      await wait(this.#draw.from(500, 2500));
      await this.#makeGood((due) => due.atMs <= performance.now());
    }
    await this.#makeGood(() => true);
  }

  async #next(): Promise<void> {
    const seat = this.#draw.of(this.#lab.seats);
    const kind = this.#draw.from(1, 12);
    if (kind <= 4) await this.#killStation(seat);
    else if (kind <= 6) await this.#killHub();
    else if (kind <= 9) this.#spoilCables(this.#draw.from(1, 4) === 1 ? this.#lab.seats : [seat]);
    else if (kind <= 11) this.#freeze(seat);
    else await this.#fillDisk();
  }

  async #killStation(seat: Seat): Promise<void> {
    if (seat.process?.running !== true) return;
    this.#tell(seat, 'killed');
    await seat.end('SIGKILL');
    this.#later(2000, () => {
      seat.start(this.#clockOffMs());
      return Promise.resolve();
    });
  }

  async #killHub(): Promise<void> {
    if (this.#lab.hub?.running !== true) return;
    this.#tell(null, 'killed');
    await this.#lab.endHub('SIGKILL');
    this.#later(6000, () => this.#lab.startHub(this.#clockOffMs()));
  }

  #spoilCables(seats: readonly Seat[]): void {
    const mood = this.#draw.of(cableMoods);
    for (const seat of seats) {
      this.#tell(seat, `cable: ${mood}`);
      seat.cable.mood = mood;
    }
    this.#later(15_000, () => {
      for (const { cable } of seats) cable.mood = 'well';
      return Promise.resolve();
    });
  }

  #freeze(seat: Seat): void {
    const isHub = this.#draw.from(1, 3) === 1;
    const process = isHub ? this.#lab.hub : seat.process;
    if (process?.running !== true) return;
    this.#tell(isHub ? null : seat, 'stopped still');
    process.signal('SIGSTOP');
    this.#later(8000, () => {
      process.signal('SIGCONT');
      return Promise.resolve();
    });
  }

  async #fillDisk(): Promise<void> {
    const [seat] = this.#lab.seats;
    const pid = seat?.process?.pid;
    if (seat === undefined || pid === undefined) return;
    this.#tell(seat, `disk full (${this.#lab.disk.kind})`);
    await this.#lab.disk.fill(pid);
    this.#later(5000, () => this.#lab.disk.empty(pid));
  }

  /** Right as often as not. */
  #clockOffMs(): number {
    if (this.#draw.from(1, 2) === 1) return 0;
    return this.#draw.from(-mostYears * 365, mostYears * 365) * dayMs;
  }

  #later(mostMs: number, act: () => Promise<void>): void {
    this.#due.push({ atMs: performance.now() + this.#draw.from(0, mostMs), act });
  }

  async #makeGood(isDue: (due: Due) => boolean): Promise<void> {
    const due = this.#due.filter(isDue);
    this.#due = this.#due.filter((each) => !due.includes(each));
    for (const { act } of due) await act();
  }

  #tell(seat: Seat | null, what: string): void {
    const who = seat === null ? 'hub' : `kiosk ${this.#lab.seats.indexOf(seat) + 1}`;
    this.#told.push(`${who} ${what}`);
  }
}
