import { request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { OwnCertificate, SiteTls } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Authorities } from './authorities.ts';
import { eitherTransport } from './either-transport.ts';
import { FileLines } from './file-lines.ts';
import { networkError, StaleConnection } from './network-errors.ts';
import { SiteAgent } from './site-agent.ts';
import type { StationHolder } from './site-certificate.ts';
import type { Admits } from './site-connection.ts';
import type { HubRequest, HubResponse, StreamTransport, Transport } from './transport.ts';

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
  const isHub: Admits = (holder) => holder?.role === 'hub';
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

function transportTo({ url, tls, authorities }: ServerAddress, admits: Admits): StreamTransport {
  const terms = { tls, admits, connectMs, authorities };
  const agent = new SiteAgent(terms);
  const files = new FileLines(terms, url);
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
    open: (request) => twice(() => files.open(request)),
    close() {
      agent.destroy();
      files.close();
    },
  };
}

interface Answered extends Pick<HubResponse, 'status'> {
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

async function exchange(url: URL, agent: SiteAgent, request: HubRequest): Promise<HubResponse> {
  const { status, answer, quiet } = await ask(url, agent, request);
  return { status, text: await readText(answer, quiet, request.mostBytes ?? maxAnswerBytes) };
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
