import { createHash } from 'node:crypto';
import type { StationSelf, Twin } from '../../shared/contracts/machine.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import { labDateAt } from '../lab-day.ts';
import { siteFiles } from '../site/site-files.ts';
import type { MachinesFileContent } from '../site/site-files.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { maySameMachine } from '../../domain/same-machine.ts';

type Machine = MachinesFileContent['stations'][StationId][number];

/** What is known of a PC since the hub started. */
interface Live {
  run: string | null;
  /** Runs before: whoever is started anew never goes back to one. */
  readonly before: Set<string>;
  atMs: number | null;
}

export interface MachineWatchParts {
  readonly vault: SiteVault;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Notices that two PCs say they are one station ([CLO1]): by hardware that has nothing in common, or by a
 * run of the station that comes again after another had taken its place, which no restart does.
 */
export class MachineWatch {
  readonly #parts: MachineWatchParts;
  readonly #live = new Map<string, Live>();
  #file: MachinesFileContent;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(parts: MachineWatchParts, file: MachinesFileContent) {
    this.#parts = parts;
    this.#file = file;
  }

  /** @throws ReanError `config.invalid` */
  static async open(parts: MachineWatchParts): Promise<MachineWatch> {
    const file = await parts.vault.read(siteFiles.machines);
    return new MachineWatch(parts, file ?? { v: 1, stations: {} });
  }

  /** A station is in touch; resolves to which of its PCs that is. */
  note(station: StationId, self: StationSelf): Promise<string> {
    return this.#inTurn(async () => {
      const machine = this.#ofRun(station, self) ?? (await this.#ofHardware(station, self));
      this.#liveOf(station, machine).atMs = this.#parts.clock.monotonicMs();
      return machine.machine;
    });
  }

  /** The PCs that say they are this station; nobody while it is one. @param chosen which goes on */
  twins(station: StationId, chosen: string | null): readonly Twin[] {
    const machines = this.#machines(station);
    const [first] = machines;
    if (first === undefined || machines.length < 2) return [];
    const now = this.#parts.clock.monotonicMs();
    return machines.map((each) => {
      const { atMs } = this.#liveOf(station, each);
      return {
        machine: each.machine,
        since: labDateAt(each.sinceMs),
        lastContactAgeMs: atMs === null ? null : Math.max(0, now - atMs),
        otherHardware: !maySameMachine(first.traits, each.traits),
        chosen: each.machine === chosen,
      };
    });
  }

  has(station: StationId, machine: string): boolean {
    return this.#machines(station).some((each) => each.machine === machine);
  }

  /** This one goes on, and the others are the station no more. */
  keepOnly(station: StationId, machine: string): Promise<void> {
    return this.#inTurn(async () => {
      const kept = this.#machines(station).filter((each) => each.machine === machine);
      if (kept.length > 0) await this.#keep(station, kept);
    });
  }

  #ofRun(station: StationId, { run }: StationSelf): Machine | null {
    return this.#machines(station).find((each) => this.#liveOf(station, each).run === run) ?? null;
  }

  async #ofHardware(station: StationId, self: StationSelf): Promise<Machine> {
    const alike = this.#machines(station)
      .filter((each) => maySameMachine(each.traits, self.traits))
      .toSorted((a, b) => this.#age(station, a) - this.#age(station, b));
    const twin = alike.find((each) => this.#liveOf(station, each).before.has(self.run));
    const [same] = alike;
    if (same === undefined || twin !== undefined) return this.#add(station, self);
    const live = this.#liveOf(station, same);
    if (live.run !== null) live.before.add(live.run);
    live.run = self.run;
    const traits = [...new Set([...same.traits, ...self.traits])].slice(-mostKept);
    if (traits.length === same.traits.length) return same;
    const learned = { ...same, traits };
    await this.#keep(
      station,
      this.#machines(station).map((each) => (each === same ? learned : each)),
    );
    return learned;
  }

  async #add(station: StationId, { run, traits }: StationSelf): Promise<Machine> {
    const before = this.#machines(station);
    const seed = [station, run, ...before.map((each) => each.machine)].join(' ');
    const machine = createHash('sha256').update(seed).digest('hex').slice(0, 8);
    const added = { machine, traits: [...traits], sinceMs: this.#parts.clock.wallMs() };
    await this.#keep(station, [...before, added].slice(-mostMachines));
    this.#liveOf(station, added).run = run;
    if (before.length > 0) this.#parts.log.error('station.twin', { station, machine });
    return added;
  }

  /** When it was last heard of, the longest ago first. */
  #age(station: StationId, machine: Machine): number {
    return this.#liveOf(station, machine).atMs ?? -1;
  }

  #machines(station: StationId): readonly Machine[] {
    return this.#file.stations[station] ?? [];
  }

  #liveOf(station: StationId, { machine }: Machine): Live {
    const key = `${station} ${machine}`;
    const live = this.#live.get(key) ?? { run: null, before: new Set<string>(), atMs: null };
    this.#live.set(key, live);
    return live;
  }

  async #keep(station: StationId, machines: readonly Machine[]): Promise<void> {
    const stations = { ...this.#file.stations, [station]: [...machines] };
    const file = { v: 1 as const, stations };
    await this.#parts.vault.write(siteFiles.machines, file);
    this.#file = file;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** PCs kept of one station, and traits of one PC. */
const mostMachines = 8;
const mostKept = 24;
