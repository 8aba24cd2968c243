import type { Observable, Subscription } from 'rxjs';
import * as z from 'zod';
import { requestSchema } from '../../shared/contracts/ipc/contract.ts';
import type { Reply, Request } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import type { BoundContract } from './binding.ts';
import { errorViewOf } from './error-view.ts';

/** One window's line to the station. */
export interface WindowConnection {
  /** Takes one message as it came from the window; never throws. */
  receive(message: unknown): void;
  /** Leaves every stream and answers nothing more. */
  close(): void;
}

type Asked = Extract<Request, { kind: 'command' | 'subscribe' }>;

/**
 * Serves one window with the contract of its role: commands are answered once, streams send their
 * newest value at once and every later one until left ([IPC3]).
 */
export function serveWindow(
  contract: BoundContract,
  send: (reply: Reply) => void,
  log: Log,
): WindowConnection {
  const streams = new Map<number, Subscription>();
  let open = true;

  const answer = (reply: Reply) => {
    if (open) send(reply);
  };
  const fail = (id: number, where: string, error: unknown) =>
    answer({ kind: 'error', id, error: errorViewOf(error, log, where) });

  function run({ id, name, input }: Asked): void {
    const command = contract.commands.get(name);
    if (command === undefined)
      return fail(id, name, new ReanError('ipc.unknown-command', { name }));
    command(input).then(
      (value) => answer({ kind: 'value', id, value }),
      (error: unknown) => fail(id, name, error),
    );
  }

  function subscribe({ id, name, input }: Asked): void {
    const stream = contract.streams.get(name);
    if (stream === undefined) return fail(id, name, new ReanError('ipc.unknown-command', { name }));
    if (streams.has(id)) return fail(id, name, new ReanError('shape.invalid', { at: 'id' }));
    try {
      watch(id, name, stream(input));
    } catch (error) {
      fail(id, name, error);
    }
  }

  function watch(id: number, name: string, values: Observable<unknown>): void {
    const subscription = values.subscribe({
      next: (value) => answer({ kind: 'value', id, value }),
      error: (error: unknown) => {
        streams.delete(id);
        fail(id, name, error);
      },
      complete: () => streams.delete(id),
    });
    if (!subscription.closed) streams.set(id, subscription);
  }

  return {
    receive(message) {
      if (!open) return;
      const request = requestSchema.safeParse(message);
      if (!request.success) {
        log.warn('station.request-refused', { reason: 'shape' });
        const id = idOf(message);
        if (id !== null) fail(id, 'request', new ReanError('shape.invalid', { at: 'request' }));
        return;
      }
      if (request.data.kind === 'command') run(request.data);
      else if (request.data.kind === 'subscribe') subscribe(request.data);
      else leave(streams, request.data.id);
    },
    close() {
      open = false;
      for (const id of streams.keys()) leave(streams, id);
    },
  };
}

function leave(streams: Map<number, Subscription>, id: number): void {
  streams.get(id)?.unsubscribe();
  streams.delete(id);
}

/** A malformed request still deserves an answer when it says whom to answer. */
function idOf(message: unknown): number | null {
  const asked = z.looseObject({ id: z.number().int().min(1) }).safeParse(message);
  return asked.success ? asked.data.id : null;
}
