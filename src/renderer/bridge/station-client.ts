import { Observable, retry, timer } from 'rxjs';
import * as z from 'zod';
import { answerLimitMs, appCommands, replySchema } from '../../shared/contracts/ipc/contract.ts';
import type { Bridge, Reply } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** First and longest pause before a broken stream is asked for again, ms. */
const firstRetryMs = 250;
const longestRetryMs = 4_000;

/** Asking again can't help: the question itself was refused. */
const lastingRefusals: readonly ErrorCode[] = [
  'permission.denied',
  'ipc.wrong-sender',
  'ipc.unknown-command',
  'shape.invalid',
];

interface Question {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** One window's half of `shared/contracts/ipc/contract.ts`. */
export interface WindowContract {
  readonly commands: Readonly<Record<string, Question>>;
  readonly streams: Readonly<Record<string, Question>>;
}

export type CommandName<C extends WindowContract> = keyof C['commands'] & string;
export type StreamName<C extends WindowContract> = keyof C['streams'] & string;
export type CommandInput<C extends WindowContract, N extends CommandName<C>> = z.input<
  C['commands'][N]['input']
>;
export type CommandOutput<C extends WindowContract, N extends CommandName<C>> = z.output<
  C['commands'][N]['output']
>;
export type StreamInput<C extends WindowContract, N extends StreamName<C>> = z.input<
  C['streams'][N]['input']
>;
export type StreamOutput<C extends WindowContract, N extends StreamName<C>> = z.output<
  C['streams'][N]['output']
>;

/** What a window may ask of its station: commands are promises, streams are observables ([IPC1]). */
export interface StationClient<C extends WindowContract> {
  /** Rejects with a `ReanError`: the station's own, or `shape.invalid` for an answer of the wrong shape. */
  call<N extends CommandName<C>>(name: N, input: CommandInput<C, N>): Promise<CommandOutput<C, N>>;
  /**
   * The newest value, then every later one, until unsubscribed. A stream the station drops (it was
   * restarted, or nobody is signed in) is asked for again with capped pauses ([IPC4]); it errs only
   * with a lasting refusal.
   */
  observe<N extends StreamName<C>>(
    name: N,
    input: StreamInput<C, N>,
  ): Observable<StreamOutput<C, N>>;
  /** Stops listening; nothing is answered any more. */
  close(): void;
}

/** Speaks `contract` over the preload's bridge; every value is parsed on the way out and in ([IPC2]). */
export function createStationClient<C extends WindowContract>(
  contract: C,
  bridge: Bridge,
): StationClient<C> {
  const line = openLine(bridge);
  // Named types, so that a question found by a generic name keeps that name's own schemas.
  const commands: C['commands'] = contract.commands;
  const streams: C['streams'] = contract.streams;
  return {
    call<N extends CommandName<C>>(name: N, input: CommandInput<C, N>) {
      return askOnce(line, questionOf(commands, name), name, input);
    },
    observe<N extends StreamName<C>>(name: N, input: StreamInput<C, N>) {
      return follow(line, questionOf(streams, name), name, input).pipe(
        retry({ delay: pauseBeforeRetry, resetOnSuccess: true }),
      );
    },
    close: line.close,
  };
}

/** Keeps a generic name's own schemas; a plain index would widen them to any question's. */
function questionOf<Questions extends object, Name extends keyof Questions>(
  questions: Questions,
  name: Name,
): Questions[Name] {
  return questions[name];
}

interface Line {
  readonly bridge: Bridge;
  /** Registers who hears the replies to the returned id. */
  open(hear: (reply: Reply) => void): number;
  drop(id: number): void;
  close(): void;
}

function openLine(bridge: Bridge): Line {
  const hearers = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  const stop = bridge.listen((raw) => {
    const reply = replySchema.safeParse(raw);
    // A reply we can't even read has no asker to tell; the asker's time limit speaks for it.
    if (reply.success) hearers.get(reply.data.id)?.(reply.data);
  });
  return {
    bridge,
    open(hear) {
      lastId += 1;
      hearers.set(lastId, hear);
      return lastId;
    },
    drop: (id) => void hearers.delete(id),
    close() {
      stop();
      hearers.clear();
    },
  };
}

function askOnce<Q extends Question>(
  line: Line,
  question: Q,
  name: string,
  input: unknown,
): Promise<z.output<Q['output']>> {
  return new Promise((resolve, reject) => {
    const asked = checkedInput(question, name, input);
    const finish = () => {
      clearTimeout(limit);
      line.drop(id);
    };
    const id = line.open((reply) => {
      finish();
      settle(reply, question, name, resolve, reject);
    });
    const limit = giveUpAfter(name, (error) => {
      finish();
      reject(error);
    });
    line.bridge.send({ kind: 'command', id, name, input: asked });
  });
}

/** Tells after the command's own limit that nobody answered; never where a person is asked for a file. */
function giveUpAfter(name: string, tell: (error: ReanError) => void) {
  if (appCommands.some((each) => each === name)) return undefined;
  const hub = name === 'hub.command';
  const code = hub ? 'hub.away' : 'unexpected';
  const give = () => tell(new ReanError(code, { command: name, reason: 'no-answer' }));
  return setTimeout(give, answerLimitMs(name));
}

function follow<Q extends Question>(
  line: Line,
  question: Q,
  name: string,
  input: unknown,
): Observable<z.output<Q['output']>> {
  return new Observable<z.output<Q['output']>>((subscriber) => {
    const asked = checkedInput(question, name, input);
    const id = line.open((reply) =>
      settle(
        reply,
        question,
        name,
        (value) => subscriber.next(value),
        (error) => subscriber.error(error),
      ),
    );
    line.bridge.send({ kind: 'subscribe', id, name, input: asked });
    return () => {
      line.drop(id);
      line.bridge.send({ kind: 'unsubscribe', id });
    };
  });
}

function checkedInput(question: Question, name: string, input: unknown): unknown {
  const parsed = question.input.safeParse(input);
  if (!parsed.success) throw new ReanError('shape.invalid', { input: name }, parsed.error);
  return parsed.data;
}

function settle<Q extends Question>(
  reply: Reply,
  question: Q,
  name: string,
  onValue: (value: z.output<Q['output']>) => void,
  onError: (error: ReanError) => void,
): void {
  if (reply.kind === 'error') {
    onError(new ReanError(reply.error.code, reply.error.facts));
    return;
  }
  const parsed = z.safeParse<Q['output']>(question.output, reply.value);
  if (parsed.success) onValue(parsed.data);
  else onError(new ReanError('shape.invalid', { output: name }, parsed.error));
}

function pauseBeforeRetry(error: unknown, failures: number): Observable<unknown> {
  if (error instanceof ReanError && lastingRefusals.includes(error.code)) throw error;
  return timer(Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)));
}
