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

const addressSchema = z.object({ port: z.number().int() });
const mostDelayMs = 400;
const mostBytesBeforeBreak = 6000;

/** A cable between a station and its hub: TCP as it comes, with the faults of its mood. */
export class FaultyProxy {
  readonly #server: Server;
  readonly #hubPort: number;
  readonly #randomness: Randomness;
  readonly #lines = new Set<Line>();
  #mood: CableMood = 'well';

  private constructor(server: Server, hubPort: number, randomness: Randomness) {
    this.#server = server;
    this.#hubPort = hubPort;
    this.#randomness = randomness;
    server.on('connection', (station) => this.#take(station));
  }

  static async open(hubPort: number, randomness: Randomness): Promise<FaultyProxy> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultyProxy(server, hubPort, randomness);
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
      if (mood === 'out') line.drop();
      // What was swallowed is lost for good, so such a line never speaks again.
      if (mood === 'swallows') line.deaf = true;
    }
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
    const line = new Line(station, hub, () => this.#lines.delete(line));
    this.#lines.add(line);
    line.deaf = this.#mood === 'swallows';
    let left = Math.floor(this.#randomness.fraction() * mostBytesBeforeBreak);
    line.pass(station, hub, () => this.#delayMs());
    line.pass(hub, station, (chunk) => {
      left -= chunk.length;
      if (this.#mood === 'breaks' && left < 0) line.drop();
      return this.#delayMs();
    });
  }

  #delayMs(): number {
    return this.#mood === 'slow' ? this.#randomness.fraction() * mostDelayMs : 0;
  }
}

/** One connection of a station, and its other half to the hub. */
class Line {
  /** True once something was swallowed. */
  deaf = false;
  readonly #sockets: readonly Socket[];
  readonly #gone: () => void;

  constructor(station: Socket, hub: Socket, gone: () => void) {
    this.#sockets = [station, hub];
    this.#gone = gone;
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
    from.on('data', (chunk: Buffer) => later(delayOf(chunk), () => to.write(chunk)));
    from.on('end', () => later(0, () => to.end()));
  }

  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#gone();
  }
}

function wait(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
