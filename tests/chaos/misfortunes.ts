import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { cableMoods } from '../factories/faulty-proxy.ts';
import type { CableMood } from '../factories/faulty-proxy.ts';
import type { ReanOptions, ReanProcess } from '../factories/rean-process.ts';
import { Drawing } from '../simulation/deeds.ts';
import type { ChaosLab } from './chaos-lab.ts';
import type { RestartedProcess } from './restarted-process.ts';
import type { Seat } from './seat.ts';

const dayMs = 24 * 60 * 60 * 1000;
const mostYears = 20;

/** Each round of misfortunes brings all of these, in an order by chance. */
const round = [
  'kill a station',
  'kill a station',
  'kill a station',
  'kill the hub',
  'stop a station',
  'stop the hub',
  'fill a station',
  'fill the hub',
  'set a station’s clock',
  'set the hub’s clock',
  ...cableMoods.filter((mood) => mood !== 'well'),
] as const;
type Misfortune = (typeof round)[number];

interface Due {
  readonly atMs: number;
  readonly act: () => Promise<unknown>;
}

/** What befalls a lab of processes, by chance, every second or two; told as it happens. */
export class Misfortunes {
  readonly #lab: ChaosLab;
  readonly #draw: Drawing;
  readonly #told: string[] = [];
  #coming: Misfortune[] = [];
  /** What makes good again what was done. */
  #due: Due[] = [];

  constructor(lab: ChaosLab, draw: Drawing) {
    this.#lab = lab;
    this.#draw = draw;
  }

  get told(): readonly string[] {
    return this.#told;
  }

  /** Goes on for twice as long again at most where something has never taken effect yet. */
  async befall(forMs: number): Promise<void> {
    const end = performance.now() + forMs;
    const isOver = () => performance.now() > (this.#hadAll() ? end : end + 2 * forMs);
    while (!isOver()) {
      await this.#next();
      await wait(this.#draw.from(500, 1500));
      await this.#lab.hub.look();
      await this.#makeGood((due) => due.atMs <= performance.now());
    }
    await this.#makeGood(() => true);
    await this.#seeHubTake();
  }

  /** A hub whose disk was full takes what comes again, by itself, if it still lives. */
  async #seeHubTake(): Promise<void> {
    for (let looked = 0; this.#lab.hub.isFull && looked < 20; looked += 1) {
      await wait(500);
      await this.#lab.hub.look();
    }
  }

  #hadAll(): boolean {
    return this.#lab.tally.missing.length === 0;
  }

  /** One that finds nobody to befall just now comes later in the round. */
  async #next(): Promise<void> {
    if (this.#coming.length === 0) this.#coming = this.#shuffled();
    for (const misfortune of this.#coming) {
      if (!(await this.#befell(misfortune))) continue;
      this.#coming.splice(this.#coming.indexOf(misfortune), 1);
      return;
    }
  }

  #shuffled(): Misfortune[] {
    const left: Misfortune[] = [...round];
    return round.map(() => left.splice(this.#draw.from(0, left.length - 1), 1)).flat();
  }

  /** False where whom it would befall isn't there. */
  #befell(misfortune: Misfortune): Promise<boolean> {
    const { hub, seats } = this.#lab;
    const seat = this.#draw.of(seats);
    const [live = seat] = [seat, ...seats].filter(({ cable }) => cable.isLive);
    switch (misfortune) {
      case 'kill a station':
        return this.#kill(seat.kept, 2000);
      case 'kill the hub':
        return this.#kill(hub.kept, 6000);
      case 'stop a station':
        return this.#stop(seat.kept);
      case 'stop the hub':
        return this.#stop(hub.kept);
      case 'fill a station':
        return this.#fillStation();
      case 'fill the hub':
        return this.#fillHub();
      case 'set a station’s clock':
        return this.#setClock(seat.kept);
      case 'set the hub’s clock':
        return this.#setClock(hub.kept);
      default:
        return this.#spoilCables(misfortune, this.#draw.from(1, 4) === 1 ? seats : [live]);
    }
  }

  async #kill(kept: RestartedProcess, mostMs: number): Promise<boolean> {
    if (kept.running === null) return false;
    this.#tell(kept, 'killed');
    // It may have ended by itself just before.
    const code = await kept.end('SIGKILL');
    const what = kept === this.#lab.hub.kept ? 'hub killed' : 'station killed';
    if (code === null) this.#lab.tally.note(what);
    this.#later({ mostMs }, () => Promise.resolve(kept.start(this.#clock())));
    return true;
  }

  async #stop(kept: RestartedProcess): Promise<boolean> {
    const process = kept.serving;
    if (process === null || (await stateOf(process)) === 'stopped') return false;
    this.#tell(kept, 'stopped still');
    process.signal('SIGSTOP');
    const isHub = kept === this.#lab.hub.kept;
    const took = isHub ? 'hub stopped still' : 'station stopped still';
    if (await isSoon(process, 'stopped')) this.#lab.tally.note(took);
    // Now and then for longer than anybody waits for an answer.
    const long = this.#draw.from(1, 3) === 1;
    const times = long ? { leastMs: 16_000, mostMs: 18_000 } : { mostMs: 8000 };
    this.#later(times, () => Promise.resolve(process.signal('SIGCONT')));
    return true;
  }

  async #fillStation(): Promise<boolean> {
    const [seat] = this.#lab.seats;
    const process = seat?.kept.serving;
    if (seat === undefined || !process) return false;
    this.#tell(seat.kept, `disk full (${this.#lab.disk.kind})`);
    await this.#lab.disk.fill(process.pid, 0);
    this.#later({ leastMs: 2000, mostMs: 6000 }, () => this.#lab.disk.empty(process.pid));
    return true;
  }

  async #fillHub(): Promise<boolean> {
    const { hub } = this.#lab;
    const process = hub.kept.serving;
    if (process === null || hub.isFull) return false;
    // Below what it keeps free for itself, or to the last byte.
    const left = this.#draw.of([0, 0, 32]);
    this.#tell(hub.kept, `disk full but for ${left} MB (${hub.disk.kind})`);
    await hub.fill(process, left);
    this.#later({ leastMs: 3000, mostMs: 6000 }, () => hub.empty());
    return true;
  }

  #setClock(kept: RestartedProcess): Promise<boolean> {
    const process = kept.serving;
    if (process === null) return Promise.resolve(false);
    this.#tell(kept, 'clock set anew');
    process.signal('SIGUSR2');
    return Promise.resolve(true);
  }

  #spoilCables(mood: CableMood, seats: readonly Seat[]): Promise<boolean> {
    if (!seats.some(({ cable }) => cable.isLive)) return Promise.resolve(false);
    for (const { cable, kept } of seats) {
      this.#tell(kept, `cable: ${mood}`);
      cable.mood = mood;
    }
    this.#later({ leastMs: 2000, mostMs: 15_000 }, () => {
      for (const { cable } of seats) cable.mood = 'well';
      return Promise.resolve();
    });
    return Promise.resolve(true);
  }

  /** Right at its start as often as not; off by years, or by years more, from when it is set. */
  #clock(): ReanOptions {
    const offMs = () => this.#draw.from(-mostYears * 365, mostYears * 365) * dayMs;
    const clockOffMs = this.#draw.from(1, 2) === 1 ? 0 : offMs();
    return { clockOffMs, clockJumpMs: offMs() || dayMs };
  }

  #later(
    { leastMs = 0, mostMs }: { readonly leastMs?: number; readonly mostMs: number },
    act: () => Promise<unknown>,
  ): void {
    this.#due.push({ atMs: performance.now() + this.#draw.from(leastMs, mostMs), act });
  }

  async #makeGood(isDue: (due: Due) => boolean): Promise<void> {
    const due = this.#due.filter(isDue);
    this.#due = this.#due.filter((each) => !due.includes(each));
    for (const { act } of due) await act();
  }

  #tell(kept: RestartedProcess, what: string): void {
    const seat = this.#lab.seats.findIndex((each) => each.kept === kept);
    this.#told.push(`${seat === -1 ? 'hub' : `kiosk ${seat + 1}`} ${what}`);
  }
}

async function isSoon(process: ReanProcess, state: State): Promise<boolean> {
  for (let looked = 0; looked < 50; looked += 1) {
    if ((await stateOf(process)) === state) return true;
    await wait(20);
  }
  return false;
}

type State = 'stopped' | 'going' | 'gone';

/** By what the system says of it. */
async function stateOf({ pid }: ReanProcess): Promise<State> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const state = /\) (\w)/.exec(stat)?.[1];
  if (state === undefined) return 'gone';
  return state === 'T' ? 'stopped' : 'going';
}
