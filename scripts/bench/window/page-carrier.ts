import type { Page } from 'playwright-core';
import type { Request } from '../../../src/shared/contracts/ipc/contract.ts';
import type { Carrier } from '../station/learner-at-work.ts';
import { valueOf } from '../station/station-line.ts';
import { askTimed, followStream } from './in-page.ts';

/** What a page was answered, and how long that took from sending, in the page, ms. */
export interface PageAnswer {
  readonly value: unknown;
  readonly ms: number;
}

/** A value of a stream in a page, and when the frame that shows it had been drawn, ms since 1970. */
export interface PageValue {
  readonly value: unknown;
  readonly drawnAtMs: number;
}

/** Requests over a page's own bridge, as the page itself would send them. */
export interface PageCarrier extends Carrier<PageAnswer> {
  /** Sends a command whose answer comes too late for this page: it is taken away before. */
  tell(name: string, input: unknown): Promise<void>;
  /** Every value of a stream, without end. */
  follow(name: string): AsyncGenerator<PageValue>;
}

/** Ids of our requests begin far above the page's own. */
const firstId = 1_000_000;

export function pageCarrier(page: Page): PageCarrier {
  let lastId = firstId;
  const request = (kind: 'command' | 'subscribe', name: string, input: unknown): Request => {
    lastId += 1;
    return { kind, id: lastId, name, input };
  };
  async function* follow(name: string): AsyncGenerator<PageValue> {
    const sent = request('subscribe', name, undefined);
    const stream = await page.evaluateHandle(followStream, sent);
    for (;;) {
      const { reply, drawnAtMs } = await stream.evaluate((values) => values.next());
      yield { value: valueOf(reply), drawnAtMs };
    }
  }
  return {
    follow,
    tell: (name, input) =>
      page.evaluate((sent) => window.rean.send(sent), request('command', name, input)),
    async ask(name, input) {
      const { reply, ms } = await page.evaluate(askTimed, request('command', name, input));
      return { value: valueOf(reply), ms };
    },
    async await(name, wanted) {
      for await (const answer of follow(name)) if (wanted(answer.value)) return answer;
      throw new Error(`The stream ${name} ended.`);
    },
  };
}
