import { request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { OwnCertificate, SiteTls } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Authorities } from './authorities.ts';
import { eitherTransport } from './either-transport.ts';
import { networkError } from './network-errors.ts';
import { SiteAgent } from './site-agent.ts';
import type { CertificateHolder, StationHolder } from './site-certificate.ts';
import type {
  HubRequest,
  HubResponse,
  StreamAnswer,
  StreamRequest,
  StreamTransport,
  Transport,
} from './transport.ts';

/** Who on the same LAN has not shaken hands by then is not going to, ms. */
const connectMs = 15_000;

/** No answer of ours is larger; more would only be meant to fill a station's memory. */
const maxAnswerBytes = 64 * 1024 * 1024;

export interface SiteAddress {
  /** `https://host:port`. */
  readonly url: string;
  /** The certificate to show, and the authority whose certificates count. */
  readonly tls: SiteTls;
  /** Whose certificates count, where that may change meanwhile; those of `tls` unless given. */
  readonly authorities?: Authorities;
}

interface HubAddress extends SiteAddress {
  /** Shown where the hub doesn't know the one in `tls`. */
  readonly former?: OwnCertificate | undefined;
}

/** HTTPS to the hub of this site, connections kept alive. Nobody else is taken for it ([SYN11]). */
export function hubTransport({ former, ...address }: HubAddress): StreamTransport {
  const isHub: Parameters<typeof transportTo>[1] = (holder) => holder?.role === 'hub';
  const present = transportTo(address, isHub);
  if (former === undefined) return present;
  const tls = { ...address.tls, ...former };
  return eitherTransport(present, transportTo({ ...address, tls }, isHub));
}

/** HTTPS to whoever answers there: for asking which site it is, and nothing else ([ENR2]). */
export function strangerTransport(url: string): Transport {
  return transportTo({ url, tls: {} }, () => true);
}

/** HTTPS to the hub of the site with this authority, for one who has no certificate yet ([ENR2]). */
export function enrolmentTransport(url: string, ca: string): Transport {
  return transportTo({ url, tls: { ca } }, (holder) => holder?.role === 'hub');
}

/**
 * HTTPS to another station of this site, connections kept alive ([IDN7]). `admits` is asked with each
 * new connection, before anything is sent: which station it is, and by which certificate. Whether that
 * one is still the station's, the directory knows. Who is not admitted is `hub.certificate-mismatch`.
 */
export function peerTransport(
  address: SiteAddress,
  admits: (peer: StationHolder) => boolean,
): StreamTransport {
  return transportTo(address, (holder) => holder?.role === 'station' && admits(holder));
}

interface ServerAddress extends Pick<SiteAddress, 'url' | 'authorities'> {
  readonly tls: Partial<SiteTls>;
}

function transportTo(
  { url, tls, authorities }: ServerAddress,
  admits: (holder: CertificateHolder | null) => boolean,
): StreamTransport {
  const agent = new SiteAgent(tls, admits, connectMs, authorities);
  const { host } = new URL(url);
  const twice = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw networkError(error, host);
    }
    try {
      // Whatever a station asks may be asked twice.
      return await ask();
    } catch (error) {
      throw networkError(error, host);
    }
  };
  return {
    send: (request) => twice(() => exchange(new URL(request.path, url), agent, request)),
    open: async (request) => {
      const at = new URL(request.path, url);
      const asked = { ...request, method: 'GET' };
      const { status, answer, quiet } = await twice(() => ask(at, agent, asked));
      clearTimeout(quiet);
      return { status, body: piecesOf(answer, { ...request, path: at.pathname, host }) };
    },
    close: () => agent.destroy(),
  };
}

interface Answered extends Pick<StreamAnswer, 'status'> {
  readonly answer: IncomingMessage;
  /** Gives up when it runs out: to be refreshed, or cleared, by who reads on. */
  readonly quiet: NodeJS.Timeout;
}

interface Asked extends Pick<HubRequest, 'headers' | 'timeoutMs' | 'signal' | 'body'> {
  readonly method: string;
}

/** Resolves once the answer begins. */
function ask(url: URL, agent: SiteAgent, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { method, body, headers, timeoutMs, signal } = asked;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = httpsRequest(url, { method, agent, headers: { ...headers, ...length } });
    let begun: IncomingMessage | null = null;
    const giveUp = (error: ReanError) => {
      // Rejects here, as a request still waiting for its connection tells nobody of its end.
      reject(error);
      begun?.destroy(error);
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
      begun = answer;
      resolve({ status: answer.statusCode ?? 0, answer, quiet });
    });
    sent.end(body);
  });
}

const bytesSchema = z.instanceof(Uint8Array);

interface Reading extends Pick<StreamRequest, 'path' | 'timeoutMs' | 'signal'> {
  readonly host: string;
}

/** Time counts only while somebody waits for bytes: who takes few on purpose is not kept waiting. */
async function* piecesOf(
  answer: IncomingMessage,
  { path, host, timeoutMs, signal }: Reading,
): AsyncGenerator<Uint8Array> {
  let waiting = true;
  const quiet = setTimeout(() => {
    if (waiting) answer.destroy(new ReanError('hub.timeout', { path, timeoutMs }));
  }, timeoutMs);
  try {
    for await (const piece of answer) {
      waiting = false;
      yield bytesSchema.parse(piece);
      waiting = true;
      quiet.refresh();
    }
  } catch (error) {
    if (signal?.aborted === true) throw new ReanError('hub.unreachable', { reason: 'cancelled' });
    throw networkError(error, host);
  } finally {
    clearTimeout(quiet);
    answer.destroy();
  }
}

async function exchange(url: URL, agent: SiteAgent, request: HubRequest): Promise<HubResponse> {
  const { status, answer, quiet } = await ask(url, agent, request);
  return { status, text: await readText(answer, quiet, request.mostBytes ?? maxAnswerBytes) };
}

/** The hub had closed a connection kept alive just as it was used again: no sign that it is gone. */
class StaleConnection extends Error {
  readonly code = 'ECONNRESET';
}

function staleOr(error: Error): Error {
  const reset = 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
  return reset ? new StaleConnection(error.message, { cause: error }) : error;
}

async function readText(
  answer: IncomingMessage,
  quiet: NodeJS.Timeout,
  mostBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    quiet.refresh();
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > mostBytes) throw new ReanError('hub.protocol', { reason: 'answer too large' });
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
