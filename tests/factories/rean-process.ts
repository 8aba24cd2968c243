import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ReplaySubject, filter, firstValueFrom, map } from 'rxjs';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import { reanProgram } from './hub-process.ts';

const wrongClock = join(import.meta.dirname, '../fixtures/wrong-clock.ts');
const lineSchema = z.looseObject({ event: z.string() });
type Line = z.infer<typeof lineSchema>;

export interface ReanOptions {
  /** Its wall clock is this wrong, ms. */
  readonly clockOffMs?: number;
  /** And by this much more from each SIGUSR2 on, which it then tells of as `clock.jumped`, ms. */
  readonly clockJumpMs?: number;
}

/** `rean` in a process of its own, that prints JSON lines until it is ended. */
export class ReanProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines = new ReplaySubject<Line>();
  readonly #ended: Promise<unknown>;
  #said = '';

  constructor(words: readonly string[], { clockOffMs = 0, clockJumpMs = 0 }: ReanOptions = {}) {
    const clock = clockOffMs === 0 && clockJumpMs === 0 ? [] : ['--import', wrongClock];
    this.#child = spawn(process.execPath, [...clock, reanProgram, ...words], {
      env: {
        ...process.env,
        REAN_TEST_CLOCK_OFF_MS: String(clockOffMs),
        REAN_TEST_CLOCK_JUMP_MS: String(clockJumpMs),
      },
    });
    const { stdin, stdout, stderr } = this.#child;
    // Nobody hears what is written to a process that is being killed.
    stdin.on('error', () => undefined);
    createInterface({ input: stdout }).on('line', (line) => this.#hear(line));
    stderr.on('data', (chunk: Buffer) => {
      this.#said = `${this.#said}${chunk.toString()}`.slice(-20_000);
    });
    // Not before the last of its words is read.
    this.#ended = once(this.#child, 'close').then(() => this.#lines.complete());
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The last of what it said on standard error. */
  get said(): string {
    return this.#said;
  }

  /** Every line of this event, those already printed too. */
  lines(event: string): Observable<Line> {
    return this.#lines.pipe(filter((line) => line.event === event));
  }

  /** The first line of this event. @throws Error with what it said, where it ends before */
  async first<Shape extends z.ZodType>(event: string, shape: Shape): Promise<z.output<Shape>> {
    const line$ = this.lines(event).pipe(map((line) => shape.parse(line)));
    return firstValueFrom(line$).catch((cause: unknown) => {
      throw new Error(`it ended without ${event}: ${this.#said}`, { cause });
    });
  }

  write(line: unknown): void {
    if (this.running) this.#child.stdin.write(`${JSON.stringify(line)}\n`);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal and waits for the end; the exit code, null when the signal ended it. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (this.running) this.#child.kill(signal);
    await this.#ended;
    return this.#child.exitCode;
  }

  /** Waits for its own end; the exit code. */
  async over(): Promise<number | null> {
    await this.#ended;
    return this.#child.exitCode;
  }

  #hear(line: string): void {
    this.#lines.next(lineSchema.parse(JSON.parse(line)));
  }
}
