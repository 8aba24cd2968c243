import { ReanError } from '../../shared/errors.ts';
import type { AnswerHead } from './answer-head.ts';
import type { ComingAnswer } from './coming-answer.ts';
import { FileLine } from './file-line.ts';
import { cancelled, LinePatience } from './line-patience.ts';
import { networkError } from './network-errors.ts';
import { siteConnect } from './site-connection.ts';
import type { ConnectionTerms, SiteConnect } from './site-connection.ts';
import type { StreamAnswer, StreamRequest } from './transport.ts';

const usualPort = 443;
/** What ends a line of a head, or would begin another one. */
const unfit = /[\r\n\0]/;

/** Files of a hub or another station, over connections of their own that are kept for the next one. */
export class FileLines {
  readonly #connect: SiteConnect;
  readonly #at: URL;
  readonly #open = new Set<FileLine>();
  #resting: FileLine | null = null;

  /** @param url `https://host:port` */
  constructor(terms: ConnectionTerms, url: string) {
    this.#connect = siteConnect(terms);
    this.#at = new URL(url);
  }

  /**
   * Rejects with a `ReanError`, an error of the network's, or `StaleConnection` where it is worth asking
   * again at once.
   */
  async open(request: StreamRequest): Promise<StreamAnswer> {
    const target = new URL(request.path, this.#at);
    const head = headOf(target, request.headers);
    const line = this.#line();
    const answer = line.ask(head);
    const patience = new LinePatience(request, target.pathname, { line, answer });
    try {
      const begun = await answer.head();
      return { status: begun.status, body: this.#body(line, answer, { head: begun, patience }) };
    } catch (error) {
      patience.end();
      line.giveUp(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  }

  close(): void {
    for (const line of this.#open) line.giveUp(cancelled());
  }

  #line(): FileLine {
    const resting = this.#resting;
    this.#resting = null;
    if (resting !== null) return resting;
    const { hostname, port } = this.#at;
    const host = hostname.replace(/^\[|\]$/g, '');
    const line: FileLine = new FileLine(
      this.#connect,
      { host, port: port === '' ? usualPort : Number(port) },
      () => this.#gone(line),
    );
    this.#open.add(line);
    return line;
  }

  #gone(line: FileLine): void {
    this.#open.delete(line);
    if (this.#resting === line) this.#resting = null;
  }

  async *#body(
    line: FileLine,
    answer: ComingAnswer,
    { head, patience }: { readonly head: AnswerHead; readonly patience: LinePatience },
  ): AsyncGenerator<Uint8Array> {
    try {
      // only a refusal may leave its length open, and nobody reads those
      if (head.bytes === null && head.status < 300) {
        throw new ReanError('hub.protocol', { reason: 'no content-length' });
      }
      for (;;) {
        const piece = await answer.next();
        if (piece === null) return;
        yield piece;
      }
    } catch (error) {
      throw networkError(error, this.#at.host);
    } finally {
      patience.end();
      if (answer.whole && head.keepsAlive && this.#resting === null) {
        line.rest();
        this.#resting = line;
      } else line.giveUp(cancelled());
    }
  }
}

/** @throws ReanError `hub.protocol` for what would be no single head */
function headOf(target: URL, headers: StreamRequest['headers']): string {
  const lines = Object.entries({ host: target.host, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  if (lines.some((line) => unfit.test(line))) {
    throw new ReanError('hub.protocol', { reason: 'header' });
  }
  return [`GET ${target.pathname}${target.search} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
