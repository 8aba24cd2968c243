import type { Request } from '../../../src/shared/contracts/ipc/contract.ts';
import { openStation } from '../../../src/station/station-service.ts';
import type { StationService } from '../../../src/station/station-service.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import type { Bench } from '../bench.ts';
import { monotonicMs } from '../machine/clocks.ts';
import { quietLog } from './quiet-log.ts';
import { valueOf } from './station-line.ts';
import type { StationPlace, TimedAnswer } from './station-line.ts';

/** A stream's newest value, and when it came, ms on the monotonic clock. */
interface Newest {
  readonly value: unknown;
  readonly atMs: number;
}

/** A stream that is watched all the while. */
export interface Watched {
  /** When a value that is wanted came: the newest, or the first after it. */
  until(wanted: (value: unknown) => boolean): Promise<number>;
}

type Line = ReturnType<StationService['connect']>;
type Hearers = Map<number, (value: unknown, failed: unknown) => void>;

/** A whole station in this process, over real HTTPS to its hub: thirty of them fit beside each other. */
export class NearStation {
  readonly #line: Line;
  readonly #close: () => Promise<void>;
  readonly #hearers: Hearers;
  #lastId = 0;

  private constructor(line: Line, hearers: Hearers, close: () => Promise<void>) {
    this.#line = line;
    this.#hearers = hearers;
    this.#close = close;
  }

  /** @throws ReanError when the station can't be opened */
  static async open(
    { appVersion }: Pick<Bench, 'appVersion'>,
    { folder, kind }: StationPlace,
  ): Promise<NearStation> {
    const station = await openStation({
      folder,
      appVersion,
      kiosk: false,
      clock: systemClock(),
      randomness: systemRandomness(),
      log: quietLog(),
    });
    const hearers: Hearers = new Map();
    const line = station.connect(kind, (reply) => {
      const hear = hearers.get(reply.id);
      try {
        hear?.(valueOf(reply), null);
      } catch (error) {
        hear?.(null, error);
      }
    });
    return new NearStation(line, hearers, async () => {
      line.close();
      await station.close();
    });
  }

  /** Asks a command. @throws ReanError as the station answers */
  ask(name: string, input?: unknown): Promise<TimedAnswer> {
    const [sentMs, sentWallMs] = [monotonicMs(), Date.now()];
    return new Promise((resolve, reject) => {
      const id = this.#send('command', name, input, (value, failed) => {
        this.#hearers.delete(id);
        if (failed !== null) reject(failed as Error);
        else resolve({ value, sentMs, sentWallMs, answeredMs: monotonicMs() });
      });
    });
  }

  /** Resolves with the first value of a stream that is wanted. @throws ReanError as it ends */
  await(name: string, wanted: (value: unknown) => boolean): Promise<{ readonly value: unknown }> {
    return new Promise((resolve, reject) => {
      const id = this.#send('subscribe', name, undefined, (value, failed) => {
        if (failed !== null) reject(failed as Error);
        else if (!wanted(value)) return;
        else resolve({ value });
        this.#leave(id);
      });
    });
  }

  watch(name: string): Watched {
    let newest: Newest | null = null;
    const waiting = new Set<(now: Newest) => void>();
    this.#send('subscribe', name, undefined, (value, failed) => {
      if (failed !== null) return;
      newest = { value, atMs: monotonicMs() };
      for (const look of waiting) look(newest);
    });
    return {
      until: (wanted) =>
        new Promise((resolve) => {
          const look = (now: Newest) => {
            if (!wanted(now.value)) return;
            waiting.delete(look);
            resolve(now.atMs);
          };
          waiting.add(look);
          if (newest !== null) look(newest);
        }),
    };
  }

  close(): Promise<void> {
    return this.#close();
  }

  #leave(id: number): void {
    // Not from within its own word, which may come before the request was sent to its end.
    queueMicrotask(() => {
      this.#hearers.delete(id);
      this.#line.receive({ kind: 'unsubscribe', id });
    });
  }

  #send(
    kind: 'command' | 'subscribe',
    name: string,
    input: unknown,
    hear: (value: unknown, failed: unknown) => void,
  ): number {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#hearers.set(id, hear);
    const request: Request = { kind, id, name, input };
    queueMicrotask(() => this.#line.receive(structuredClone(request)));
    return id;
  }
}
