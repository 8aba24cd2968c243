import { BehaviorSubject, NEVER, Subject, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Reply } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { bindCommand, bindStream } from './binding.ts';
import type { BoundContract } from './binding.ts';
import { serveWindow } from './window-connection.ts';

const nothing = z.undefined();
const double = { input: z.strictObject({ n: z.number() }), output: z.number().max(100) };

function recordingLog() {
  const lines: string[] = [];
  const write = (event: string, facts?: Readonly<Record<string, unknown>>) => {
    lines.push(`${event} ${JSON.stringify(facts ?? {})}`);
  };
  const log: Log = { info: write, warn: write, error: write };
  return { log, lines };
}

function open(contract: Partial<BoundContract>) {
  const replies: Reply[] = [];
  const { log, lines } = recordingLog();
  const window = serveWindow(
    { commands: new Map(), streams: new Map(), ...contract },
    (reply) => replies.push(reply),
    log,
  );
  return { window, replies, lines };
}

const answered = () => new Promise<void>((resolve) => setImmediate(resolve));

const doubling = new Map([['double', bindCommand(double, ({ n }) => Promise.resolve(n * 2))]]);

describe('serveWindow', () => {
  it('[IPC3] answers a command once, under the id it was asked with', async () => {
    const { window, replies } = open({ commands: doubling });
    window.receive({ kind: 'command', id: 7, name: 'double', input: { n: 4 } });
    await answered();
    expect(replies).toEqual([{ kind: 'value', id: 7, value: 8 }]);
  });

  it('[IPC2] answers shape.invalid to input that does not fit, without repeating it', async () => {
    const { window, replies } = open({ commands: doubling });
    window.receive({ kind: 'command', id: 1, name: 'double', input: { n: 'my secret' } });
    await answered();
    expect(replies).toEqual([
      { kind: 'error', id: 1, error: { code: 'shape.invalid', facts: { at: 'n' } } },
    ]);
    expect(JSON.stringify(replies)).not.toContain('my secret');
  });

  it('[IPC2] sends nothing that does not fit the contract', async () => {
    const { window, replies, lines } = open({ commands: doubling });
    window.receive({ kind: 'command', id: 1, name: 'double', input: { n: 1000 } });
    await answered();
    expect(replies).toEqual([{ kind: 'error', id: 1, error: { code: 'unexpected', facts: {} } }]);
    expect(lines).toHaveLength(1);
  });

  it.each(['command', 'subscribe'])(
    '[IPC1] answers ipc.unknown-command to a %s of no contract',
    (kind) => {
      const { window, replies } = open({ commands: doubling });
      window.receive({ kind, id: 2, name: 'constructor', input: undefined });
      expect(replies).toEqual([
        {
          kind: 'error',
          id: 2,
          error: { code: 'ipc.unknown-command', facts: { name: 'constructor' } },
        },
      ]);
    },
  );

  it('[IPC2] answers a malformed request when it says whom to answer, else stays silent', () => {
    const { window, replies } = open({ commands: doubling });
    window.receive({ kind: 'command', id: 3, name: 'double', input: {}, extra: true });
    for (const junk of [null, 4, 'x', [], { id: -1 }, { kind: 'command' }]) window.receive(junk);
    expect(replies).toEqual([
      { kind: 'error', id: 3, error: { code: 'shape.invalid', facts: { at: 'request' } } },
    ]);
  });

  it('[IPC5] tells a coded failure by its code and facts alone', async () => {
    const fails = bindCommand({ input: nothing, output: nothing }, () =>
      Promise.reject(new ReanError('store.full', { path: '/x' }, new Error('secret cause'))),
    );
    const { window, replies } = open({ commands: new Map([['fails', fails]]) });
    window.receive({ kind: 'command', id: 1, name: 'fails', input: undefined });
    await answered();
    expect(replies).toEqual([
      { kind: 'error', id: 1, error: { code: 'store.full', facts: { path: '/x' } } },
    ]);
  });

  it('[IPC5] tells an uncoded failure as unexpected and keeps its message out of window and log', async () => {
    const fails = bindCommand({ input: nothing, output: nothing }, () =>
      Promise.reject(new Error('Sokha typed 1234')),
    );
    const { window, replies, lines } = open({ commands: new Map([['fails', fails]]) });
    window.receive({ kind: 'command', id: 1, name: 'fails', input: undefined });
    await answered();
    expect(replies).toEqual([{ kind: 'error', id: 1, error: { code: 'unexpected', facts: {} } }]);
    expect(lines.join()).toContain('"where":"fails"');
    expect(lines.join()).not.toContain('Sokha');
  });

  it('[IPC3] sends a stream its newest value at once, later ones as they come, none once left', () => {
    const source = new BehaviorSubject(1);
    const count = bindStream({ input: nothing, output: z.number() }, () => source);
    const { window, replies } = open({ streams: new Map([['count', count]]) });
    window.receive({ kind: 'subscribe', id: 5, name: 'count', input: undefined });
    source.next(2);
    window.receive({ kind: 'unsubscribe', id: 5 });
    source.next(3);
    expect(replies.map((reply) => reply.kind === 'value' && reply.value)).toEqual([1, 2]);
    expect(source.observed).toBe(false);
  });

  it('[IPC3] tells a stream that fails, and lets its id be used again', () => {
    const failing = bindStream({ input: nothing, output: z.number() }, () =>
      throwError(() => new ReanError('permission.denied')),
    );
    const { window, replies } = open({ streams: new Map([['failing', failing]]) });
    const request = { kind: 'subscribe', id: 5, name: 'failing', input: undefined };
    window.receive(request);
    window.receive(request);
    const denied = { kind: 'error', id: 5, error: { code: 'permission.denied', facts: {} } };
    expect(replies).toEqual([denied, denied]);
  });

  it('[IPC2] refuses a second stream under an id in use', () => {
    const quiet = bindStream({ input: nothing, output: z.number() }, () => NEVER);
    const { window, replies } = open({ streams: new Map([['quiet', quiet]]) });
    const request = { kind: 'subscribe', id: 5, name: 'quiet', input: undefined };
    window.receive(request);
    window.receive(request);
    expect(replies).toEqual([
      { kind: 'error', id: 5, error: { code: 'shape.invalid', facts: { at: 'id' } } },
    ]);
  });

  it('[IPC3] leaves every stream and answers nothing once closed', async () => {
    const source = new Subject<number>();
    const count = bindStream({ input: nothing, output: z.number() }, () => source);
    const { window, replies } = open({
      commands: doubling,
      streams: new Map([['count', count]]),
    });
    window.receive({ kind: 'subscribe', id: 1, name: 'count', input: undefined });
    window.receive({ kind: 'command', id: 2, name: 'double', input: { n: 1 } });
    window.close();
    window.receive({ kind: 'command', id: 3, name: 'double', input: { n: 1 } });
    await answered();
    expect(source.observed).toBe(false);
    expect(replies).toEqual([]);
  });
});
