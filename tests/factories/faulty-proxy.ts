import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { once } from 'node:events';
import * as z from 'zod';
import type { Randomness } from '../../src/shared/ports.ts';

/** What a cable does at the moment. */
export const cableMoods = [
  'well',
  /** Everything comes late. */
  'slow',
  /** Connections open, and nothing ever comes back; those that were open hang half-open. */
  'swallows',
  /** Connections are refused, and those that were open are reset. */
  'out',
  /** Each connection breaks off in the midst of an answer. */
  'breaks',
] as const;
export type CableMood = (typeof cableMoods)[number];

/** What a mood does to a connection on which both sides had spoken. */
export type CableEffect = 'bytes late' | 'half-open' | 'cut' | 'broken off';

const addressSchema = z.object({ port: z.number().int() });
const mostDelayMs = 400;
const mostBytesBeforeBreak = 6000;

export interface CableParts {
  readonly randomness: Randomness;
  /** Told each time that a mood took effect. */
  readonly took: (effect: CableEffect) => void;
}

/** A cable between a station and its hub: TCP as it comes, with the faults of its mood. */
export class FaultyProxy {
  readonly #server: Server;
  readonly #hubPort: number;
  readonly #randomness: Randomness;
  readonly #took: (effect: CableEffect) => void;
  readonly #lines = new Set<Line>();
  #mood: CableMood = 'well';

  private constructor(
    server: Server,
    { hubPort, randomness, took }: { readonly hubPort: number } & CableParts,
  ) {
    this.#server = server;
    this.#hubPort = hubPort;
    this.#randomness = randomness;
    this.#took = took;
    server.on('connection', (station) => this.#take(station));
  }

  static async open(hubPort: number, parts: CableParts): Promise<FaultyProxy> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultyProxy(server, { hubPort, ...parts });
  }

  get port(): number {
    return addressSchema.parse(this.#server.address()).port;
  }

  get mood(): CableMood {
    return this.#mood;
  }

  set mood(mood: CableMood) {
    this.#mood = mood;
    for (const line of this.#lines) {
      if (mood === 'out') this.#end(line, 'cut');
      // What was swallowed is lost for good, so such a line never speaks again.
      if (mood === 'swallows') line.deaf = true;
    }
  }

  /** Whether a connection stands on which both sides have spoken, and may go on. */
  get isLive(): boolean {
    return [...this.#lines].some(({ answered, deaf }) => answered && !deaf);
  }

  close(): void {
    this.#server.close();
    for (const line of this.#lines) line.drop();
  }

  #take(station: Socket): void {
    if (this.#mood === 'out') {
      station.destroy();
      return;
    }
    const hub = connect({ port: this.#hubPort, host: '127.0.0.1', allowHalfOpen: true });
    const line = new Line(station, hub, {
      gone: () => this.#lines.delete(line),
      swallowed: () => this.#took('half-open'),
    });
    this.#lines.add(line);
    line.deaf = this.#mood === 'swallows';
    let left = Math.floor(this.#randomness.fraction() * mostBytesBeforeBreak);
    line.pass(station, hub, () => this.#delayMs(line));
    line.pass(hub, station, (chunk) => {
      line.answered = true;
      left -= chunk.length;
      if (this.#mood === 'breaks' && left < 0) this.#end(line, 'broken off');
      return this.#delayMs(line);
    });
  }

  #end(line: Line, effect: CableEffect): void {
    if (line.answered && !line.deaf) this.#took(effect);
    line.drop();
  }

  #delayMs(line: Line): number {
    if (this.#mood !== 'slow') return 0;
    if (line.answered) this.#took('bytes late');
    return this.#randomness.fraction() * mostDelayMs;
  }
}

interface LineEvents {
  readonly gone: () => void;
  /** Something was sent on a line that was live before, and went nowhere. */
  readonly swallowed: () => void;
}

/** One connection of a station, and its other half to the hub. */
class Line {
  /** True once something was swallowed, or is to be. */
  deaf = false;
  /** True once the hub has said something on it. */
  answered = false;
  readonly #sockets: readonly Socket[];
  readonly #told: LineEvents;
  #hasSwallowed = false;

  constructor(station: Socket, hub: Socket, told: LineEvents) {
    this.#sockets = [station, hub];
    this.#told = told;
    for (const socket of this.#sockets) {
      socket.on('error', () => this.drop());
      socket.on('close', () => !this.deaf && this.drop());
    }
  }

  /** Passes on what comes, in order. `delayOf` says how late, ms. */
  pass(from: Socket, to: Socket, delayOf: (chunk: Buffer) => number): void {
    let last = Promise.resolve();
    const later = (ms: number, act: () => void) => {
      last = last.then(() => wait(ms)).then(() => void (!this.deaf && !to.destroyed && act()));
    };
    from.on('data', (chunk: Buffer) => {
      if (this.deaf) this.#swallow();
      later(delayOf(chunk), () => to.write(chunk));
    });
    from.on('end', () => later(0, () => to.end()));
  }

  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#told.gone();
  }

  /** Told once, and only of a line on which both had spoken. */
  #swallow(): void {
    if (this.answered && !this.#hasSwallowed) this.#told.swallowed();
    this.#hasSwallowed = true;
  }
}

function wait(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
