import { distinctUntilChanged, map } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type * as z from 'zod';
import type { Bridge, Reply } from '../../../shared/contracts/ipc/contract.ts';
import { ReanError, asReanError } from '../../../shared/errors.ts';
import type { PretendLab } from './lab/pretend-lab.ts';

interface Question<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}
export type Answer = (asked: unknown) => unknown;
export type Told = (asked: unknown) => Observable<unknown>;

/** Ties a question of the contract to what answers it: what is asked is parsed, and both are of its types. */
export function answer<Input extends z.ZodType, Output extends z.ZodType>(
  { input }: Question<Input, Output>,
  work: (asked: z.output<Input>) => z.input<Output> | Promise<z.input<Output>>,
): Answer {
  return (asked) => work(input.parse(asked));
}

/** The same of what is told nothing back. */
export function act<Input extends z.ZodType>(
  { input }: Question<Input, z.ZodUndefined>,
  work: (asked: z.output<Input>) => void,
): Answer {
  return (asked) => {
    work(input.parse(asked));
  };
}

/** What a stream tells at once, and again whenever that is another. @param begin told that it is followed */
export function told<Input extends z.ZodType, Output extends z.ZodType>(
  { changes$ }: PretendLab,
  { input }: Question<Input, Output>,
  view: (asked: z.output<Input>) => z.input<Output>,
  begin: (asked: z.output<Input>) => void = () => undefined,
): Told {
  return (raw) => {
    const asked = input.parse(raw);
    begin(asked);
    return changes$.pipe(
      map(() => view(asked)),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
    );
  };
}

/** A line to a pretend station, for a window of this role; whatever it has no answer to is refused. */
export function speak(
  role: Bridge['role'],
  answers: ReadonlyMap<string, Answer>,
  views: ReadonlyMap<string, Told>,
): Bridge {
  const hearers = new Set<(reply: Reply) => void>();
  const followed = new Map<number, Subscription>();
  const reply = (message: Reply) => hearers.forEach((hear) => hear(message));
  const fail = (id: number) => (thrown: unknown) => {
    const { code, facts } = asReanError(thrown);
    reply({ kind: 'error', id, error: { code, facts: { ...facts } } });
  };
  const tell = (id: number) => (value: unknown) => reply({ kind: 'value', id, value });
  const find = <Kept>(all: ReadonlyMap<string, Kept>, name: string): Kept => {
    const found = all.get(name);
    if (found === undefined) throw new ReanError('permission.denied', { practice: name });
    return found;
  };
  return {
    role,
    send(request) {
      const { id } = request;
      if (request.kind === 'unsubscribe') {
        followed.get(id)?.unsubscribe();
        followed.delete(id);
        return;
      }
      const { kind, name, input } = request;
      if (kind === 'command') {
        // Later, as every answer that comes over a line.
        const answered = Promise.resolve().then(() => find(answers, name)(input));
        answered.then(tell(id), fail(id));
        return;
      }
      try {
        const view = find(views, name)(input);
        followed.set(id, view.subscribe({ next: tell(id), error: fail(id) }));
      } catch (thrown) {
        fail(id)(thrown);
      }
    },
    listen(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}
