import { join } from 'node:path';
import type { Reply, Request } from '../../../src/shared/contracts/ipc/contract.ts';
import { ReanError } from '../../../src/shared/errors.ts';
import type { Bench } from '../bench.ts';
import { forkWorker } from '../machine/fork-worker.ts';
import type { Worker } from '../machine/fork-worker.ts';
import { fromStationSchema } from './worker-messages.ts';
import type { FromStation } from './worker-messages.ts';

/** An answer, and when it was asked for and given, ms on the monotonic clock. */
export interface TimedAnswer {
  readonly value: unknown;
  readonly sentMs: number;
  /** The moment of `sentMs`, ms since 1970. */
  readonly sentWallMs: number;
  readonly answeredMs: number;
}

export interface StationPlace {
  readonly folder: string;
  readonly kind: 'kiosk' | 'supervisor';
}

/** Gives what it was waiting for, or nothing yet. */
type Pick<Result> = (message: FromStation) => Result | undefined;
type Wanted = (value: unknown) => boolean;

const opening: Pick<number> = (told) => (told.kind === 'opening' ? told.atMs : undefined);
const open: Pick<true> = (told) => (told.kind === 'open' ? true : undefined);
const sent = (id: number) => (told: FromStation) =>
  told.kind === 'sent' && told.id === id ? told : undefined;
const replied = (id: number, wanted: Wanted) => (told: FromStation) =>
  told.kind === 'reply' && told.reply.id === id && isWanted(told.reply, wanted) ? told : undefined;

/** A window's line to a whole station in another process. */
export class StationLine {
  /** When its process began to open the station, ms on the monotonic clock. */
  readonly openingMs: Promise<number>;
  readonly #worker: Worker;
  readonly #hearers = new Set<(message: FromStation) => void>();
  #lastId = 0;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.openingMs = this.#hear(opening);
    worker.child.on('message', (message) => {
      const told = fromStationSchema.parse(message);
      for (const hear of this.#hearers) hear(told);
    });
  }

  /** @throws Error when the station can't be opened */
  static async open(
    { appVersion }: { readonly appVersion: Bench['appVersion'] },
    { folder, kind }: StationPlace,
  ): Promise<StationLine> {
    const script = join(import.meta.dirname, 'station-worker.ts');
    const line = new StationLine(forkWorker(script, [folder, kind, appVersion]));
    await line.#hear(open);
    return line;
  }

  /** Asks a command. @throws ReanError as the station answers */
  ask(name: string, input?: unknown): Promise<TimedAnswer> {
    return this.#send('command', name, input, () => true);
  }

  /** Resolves with the first value of a stream that is wanted. @throws ReanError as it ends */
  await(name: string, wanted: Wanted): Promise<TimedAnswer> {
    return this.#send('subscribe', name, undefined, wanted);
  }

  close(): Promise<void> {
    return this.#worker.stop();
  }

  async #send(
    kind: 'command' | 'subscribe',
    name: string,
    input: unknown,
    wanted: Wanted,
  ): Promise<TimedAnswer> {
    this.#lastId += 1;
    const request: Request = { kind, id: this.#lastId, name, input };
    const heard = Promise.all([
      this.#hear(sent(request.id)),
      this.#hear(replied(request.id, wanted)),
    ]);
    this.#worker.child.send(request);
    const [{ atMs: sentMs, wallMs: sentWallMs }, { atMs: answeredMs, reply }] = await heard;
    return { value: valueOf(reply), sentMs, sentWallMs, answeredMs };
  }

  #hear<Result>(pick: Pick<Result>): Promise<Result> {
    const heard = new Promise<Result>((resolve) => {
      const hear = (message: FromStation) => {
        const picked = pick(message);
        if (picked === undefined) return;
        this.#hearers.delete(hear);
        resolve(picked);
      };
      this.#hearers.add(hear);
    });
    return Promise.race([this.#worker.failed, heard]);
  }
}

const isWanted = (reply: Reply, wanted: Wanted) => reply.kind === 'error' || wanted(reply.value);

/** What was answered. @throws ReanError where that is an error */
export function valueOf(reply: Reply): unknown {
  if (reply.kind === 'value') return reply.value;
  throw new ReanError(reply.error.code, reply.error.facts);
}
