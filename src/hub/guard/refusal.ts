import type { ServerResponse } from 'node:http';
import { hubErrorSchema } from '../../shared/contracts/hub-api.ts';

/** A request the hub won't serve: status, a short code in CouchDB's manner, and a sentence. */
export interface Refusal {
  readonly refused: true;
  readonly status: number;
  readonly error: string;
  readonly reason: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const refusal =
  (status: number, error: string) =>
  (reason: string, headers: Readonly<Record<string, string>> = {}): Refusal => ({
    refused: true,
    status,
    error,
    reason,
    headers,
  });

export const refuse = {
  badRequest: refusal(400, 'bad_request'),
  unauthorized: refusal(401, 'unauthorized'),
  forbidden: refusal(403, 'forbidden'),
  notFound: refusal(404, 'not_found'),
  method: refusal(405, 'method_not_allowed'),
  conflict: refusal(409, 'conflict'),
  exists: refusal(412, 'file_exists'),
  tooLarge: refusal(413, 'too_large'),
  encoding: refusal(415, 'bad_content_type'),
  tooMany: refusal(429, 'too_many_requests'),
  broken: refusal(500, 'internal_error'),
  unavailable: refusal(503, 'unavailable'),
  full: refusal(507, 'insufficient_storage'),
} as const;

/** For whatever was not begun before the hub closed ([HUB17]). */
export const closing = refuse.unavailable('The hub is closing. Keep it, and try later.');

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value && value.refused === true;
}

/** Answers with JSON. Nothing the hub says may be kept by a cache ([HUB4]). */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}

export function sendRefusal(
  response: ServerResponse,
  { status, error, reason, headers }: Refusal,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  sendJson(response, status, hubErrorSchema.parse({ error, reason }));
}
