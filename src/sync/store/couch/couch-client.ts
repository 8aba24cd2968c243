import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { ReanError } from '../../../shared/errors.ts';

/** A CouchDB without a byte for so long is taken for gone, ms. */
const quietMs = 15_000;
/** Connections are let go before CouchDB, or what stands before it, lets go of them, ms. */
const idleMs = 4000;

export interface CouchAddress {
  /** `http://host:port` or `https://host:port`, and a path where a proxy wants one. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** PEM of the authority that signed its certificate, where no public one did. */
  readonly authority?: string | undefined;
}

export interface CouchRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** From the server's root, encoded, query and all: `/db/_changes?since=0`. */
  readonly path: string;
  readonly body?: unknown;
  /** How long no byte may come, ms. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
}

export interface CouchAnswer {
  readonly status: number;
  readonly json: unknown;
}

/**
 * HTTP to one CouchDB, connections kept alive. Each request is sent once: whether one that got no
 * answer was done is for the caller to find out. Credentials go into a header and nowhere else.
 */
export class CouchClient {
  readonly #base: URL;
  readonly #authorization: string;
  readonly #agent: HttpAgent;

  constructor({ url, user, password, authority }: CouchAddress) {
    this.#base = new URL(url.endsWith('/') ? url : `${url}/`);
    this.#authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const kept = { keepAlive: true, timeout: idleMs, maxSockets: 64 };
    this.#agent =
      this.#base.protocol === 'https:'
        ? new HttpsAgent({ ...kept, minVersion: 'TLSv1.2', ...(authority && { ca: authority }) })
        : new HttpAgent(kept);
  }

  /** Where it is, for people to read: no credentials in it. */
  get place(): string {
    return this.#base.href;
  }

  /**
   * Any answer, whatever its status.
   * @throws ReanError `store.unreachable` when there is none: nobody there, no word in time, another
   * certificate than one to trust, or no JSON
   */
  async ask(request: CouchRequest): Promise<CouchAnswer> {
    try {
      const { status, body } = await this.#exchange(request);
      const json: unknown = body === '' ? null : JSON.parse(body);
      return { status, json };
    } catch (cause) {
      throw new ReanError(
        'store.unreachable',
        { place: this.place, reason: reasonOf(cause) },
        cause,
      );
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange(asked: CouchRequest): Promise<{ readonly status: number; readonly body: string }> {
    const { method, path, patienceMs = quietMs, signal } = asked;
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
    const send = this.#base.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const sent = send(new URL(path.slice(1), this.#base), {
        method,
        agent: this.#agent,
        headers: this.#headers(body),
        ...(signal && { signal }),
      });
      const giveUp = () => sent.destroy(new SilentCouch());
      const quiet = setTimeout(giveUp, patienceMs);
      sent.once('close', () => clearTimeout(quiet));
      sent.once('error', reject);
      sent.once('response', (answer: IncomingMessage) => {
        answer.on('data', () => quiet.refresh());
        text(answer).then(
          (told) => resolve({ status: answer.statusCode ?? 0, body: told }),
          reject,
        );
      });
      sent.end(body);
    });
  }

  #headers(body: string | undefined): Record<string, string> {
    return {
      accept: 'application/json',
      authorization: this.#authorization,
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
      }),
    };
  }
}

class SilentCouch extends Error {
  readonly code = 'ETIMEDOUT';
}

/** A word for logs and technicians; nothing of the request is in it. */
function reasonOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return 'no JSON';
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
