import type { Page } from 'playwright-core';
import type { Bridge, Reply, Request } from '../../src/shared/contracts/ipc/contract.ts';

declare global {
  interface Window {
    readonly rean: Bridge;
  }
}

/** Speaks over a window's own bridge, as its page would. Ids begin far above the page's. */
export const ownIds = 1_000_000;

/** Sends a request and resolves with the first answer to it. */
export function ask(page: Page, request: Request): Promise<Reply> {
  return page.evaluate(
    (sent) =>
      new Promise<Reply>((resolve) => {
        const stop = window.rean.listen((reply) => {
          if (reply.id !== sent.id) return;
          stop();
          resolve(reply);
        });
        window.rean.send(sent);
      }),
    request,
  );
}
