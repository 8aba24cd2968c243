import { X509Certificate } from 'node:crypto';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import {
  enrolmentAnswerSchema,
  enrolmentRefusals,
  siteOfferSchema,
} from '../../shared/contracts/enrolment.ts';
import type { Enrolled, EnrolmentAsk, StationKeys } from '../../shared/contracts/enrolment.ts';
import { hubErrorSchema } from '../../shared/contracts/hub-api.ts';
import type { EnrolmentCode } from '../../shared/enrolment-code.ts';
import { ReanError } from '../../shared/errors.ts';
import { enrolmentTransport, strangerTransport } from '../transport/https-transport.ts';
import { parseAnswer } from '../transport/parse-answer.ts';
import { readHolder } from '../transport/site-certificate.ts';
import type { HubResponse, Transport } from '../transport/transport.ts';
import {
  authorityMark,
  enrolmentKey,
  hubProof,
  sameProof,
  stationProof,
} from './enrolment-proof.ts';

const path = '/v1/enrol';
const timeoutMs = 15_000;
const mostBytes = 64 * 1024;

export interface Asking {
  /** Where the hub is: `https://host:port`. */
  readonly url: string;
  readonly code: EnrolmentCode;
  /** What this PC is to be; null for whatever the code says. */
  readonly kind: StationKind | null;
  readonly keys: StationKeys;
}

/** What the hub made of us, and the authority it belongs to, PEM. */
export interface Answered {
  readonly ca: string;
  readonly enrolled: Enrolled;
}

/**
 * Asks a hub to let this PC in. Before anything but the question which site it is leaves, the hub has
 * shown a certificate of the authority that the code names; what leaves then is public halves of keys,
 * and a proof that is of no use to others ([ENR2]).
 * @throws ReanError `enrol.*`, or what {@link Transport.send} throws
 */
export async function askToEnrol({ url, code, kind, keys }: Asking): Promise<Answered> {
  const ca = await askSite(url, code);
  const key = await enrolmentKey(code, ca);
  const ask: EnrolmentAsk = { v: 1, code: code.name, kind, keys };
  const request = { ask, proof: stationProof(key, ca, ask) };
  const hub = enrolmentTransport(url, ca);
  const response = await sendOnce(hub, { method: 'POST', body: JSON.stringify(request) });
  if (response.status === 403) throw refusalIn(response);
  const { enrolled, proof } = parseAnswer(enrolmentAnswerSchema, path, response);
  const genuine = sameProof(proof, hubProof(key, ca, { ask, enrolled }));
  if (!genuine || !isOurs(enrolled, { ca, keys })) {
    throw new ReanError('hub.protocol', { path, reason: 'proof' });
  }
  return { ca, enrolled };
}

/** The authority of the site at `url`, if it is the code's. */
async function askSite(url: string, code: EnrolmentCode): Promise<string> {
  const response = await sendOnce(strangerTransport(url), { method: 'GET' });
  const { ca, site } = parseAnswer(siteOfferSchema, path, response);
  if (markOf(ca) !== code.authority) throw new ReanError('enrol.other-site', { url, site });
  return ca;
}

function markOf(ca: string): string | null {
  try {
    return authorityMark(ca);
  } catch {
    return null;
  }
}

async function sendOnce(
  transport: Transport,
  { method, body }: { readonly method: 'GET' | 'POST'; readonly body?: string },
): Promise<HubResponse> {
  const headers = {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const sent = body === undefined ? {} : { body };
  try {
    return await transport.send({ method, path, headers, timeoutMs, mostBytes, ...sent });
  } finally {
    transport.close();
  }
}

function refusalIn({ text }: HubResponse): ReanError {
  const { error } = hubErrorSchema.parse(JSON.parse(text));
  const [, code] = Object.entries(enrolmentRefusals).find(([name]) => name === error) ?? [];
  return code === undefined ? new ReanError('hub.protocol', { path, error }) : new ReanError(code);
}

/** Whether the certificate is the authority's, for this station, to the key we made. */
function isOurs(
  { certificate, station }: Enrolled,
  { ca, keys }: { readonly ca: string; readonly keys: StationKeys },
): boolean {
  const held = new X509Certificate(certificate);
  const holder = readHolder(held, new X509Certificate(ca));
  const key = held.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return holder?.role === 'station' && holder.station === station && key === keys.tls;
}
