import type { Page } from 'playwright-core';
import type * as z from 'zod';
import type { Bridge, Reply, Request } from '../../src/shared/contracts/ipc/contract.ts';

declare global {
  interface Window {
    readonly rean: Bridge;
  }
}

/** A page numbers its own requests from 1; a test's begin far above. */
let lastId = 1_000_000;

/** Sends a request over a window's own bridge, as its page would; resolves with the first answer. */
export function ask(
  page: Page,
  kind: 'command' | 'subscribe',
  name: string,
  input?: unknown,
): Promise<Reply> {
  lastId += 1;
  const request: Request = { kind, id: lastId, name, input };
  return page.evaluate(
    (sent) =>
      new Promise<Reply>((resolve) => {
        const stop = window.rean.listen((reply) => {
          if (reply.id !== sent.id) return;
          stop();
          if (sent.kind === 'subscribe') window.rean.send({ kind: 'unsubscribe', id: sent.id });
          resolve(reply);
        });
        window.rean.send(sent);
      }),
    request,
  );
}

/** The answer to a command or the newest value of a stream, which must be one and fit. */
export async function valueOf<Value extends z.ZodType>(
  reply: Promise<Reply>,
  schema: Value,
): Promise<z.output<Value>> {
  const answer = await reply;
  if (answer.kind === 'value') return schema.parse(answer.value);
  throw new Error(`The window was answered ${answer.error.code}.`);
}
