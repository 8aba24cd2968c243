import { request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { ReanError } from '../../shared/errors.ts';
import { networkError } from './network-errors.ts';
import { PinnedAgent } from './pinned-agent.ts';
import type { HubRequest, HubResponse, Transport } from './transport.ts';

/** A hub on the same LAN that has not shaken hands by then is not going to, ms. */
const connectMs = 15_000;

/** No answer of a hub is larger; more would only be meant to fill a station's memory. */
const maxAnswerBytes = 64 * 1024 * 1024;

export interface HubAddress {
  /** `https://host:port`. */
  readonly url: string;
  /** SHA-256 of the hub's certificate, hex. */
  readonly fingerprint: string;
}

/** HTTPS to one hub, connections kept alive, its certificate pinned ([SYN11]). */
export function httpsTransport({ url, fingerprint }: HubAddress): Transport {
  const agent = new PinnedAgent(fingerprint, connectMs);
  const { host } = new URL(url);
  return {
    send: async (request) => {
      const at = new URL(request.path, url);
      try {
        return await exchange(at, agent, request);
      } catch (error) {
        if (!(error instanceof StaleConnection)) throw networkError(error, host);
      }
      try {
        // Whatever a station asks of a hub may be asked twice.
        return await exchange(at, agent, request);
      } catch (error) {
        throw networkError(error, host);
      }
    },
    close: () => agent.destroy(),
  };
}

function exchange(url: URL, agent: PinnedAgent, request: HubRequest): Promise<HubResponse> {
  return new Promise((resolve, reject) => {
    const { method, body, headers, timeoutMs, signal } = request;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = httpsRequest(url, { method, agent, headers: { ...headers, ...length } });
    const giveUp = (error: ReanError) => {
      // Rejects here, as a request still waiting for its connection tells nobody of its end.
      reject(error);
      sent.destroy(error);
    };
    const quiet = setTimeout(() => {
      giveUp(new ReanError('hub.timeout', { path: url.pathname, timeoutMs }));
    }, timeoutMs);
    const cancel = () => giveUp(new ReanError('hub.unreachable', { reason: 'cancelled' }));
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
    sent.once('close', () => {
      clearTimeout(quiet);
      signal?.removeEventListener('abort', cancel);
    });
    sent.once('error', (error) => reject(sent.reusedSocket ? staleOr(error) : error));
    sent.once('response', (answer) => {
      const status = answer.statusCode ?? 0;
      readText(answer, quiet).then((text) => resolve({ status, text }), reject);
    });
    sent.end(body);
  });
}

/** The hub had closed a connection kept alive just as it was used again: no sign that it is gone. */
class StaleConnection extends Error {
  readonly code = 'ECONNRESET';
}

function staleOr(error: Error): Error {
  const reset = 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
  return reset ? new StaleConnection(error.message, { cause: error }) : error;
}

async function readText(answer: IncomingMessage, quiet: NodeJS.Timeout): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    quiet.refresh();
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > maxAnswerBytes) throw new ReanError('hub.protocol', { reason: 'answer too large' });
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
