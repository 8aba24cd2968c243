import { ReanError, isReanError } from '../../shared/errors.ts';

/** Nobody there, or gone in between. */
const unreachable = new Set([
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ETIMEDOUT',
]);

/** Names a failure below HTTP. Whatever is no absence is something there that is not our hub. */
export function networkError(error: unknown, address: string): ReanError {
  if (isReanError(error)) return error;
  const reason = reasonOf(error);
  const code = unreachable.has(reason) ? 'hub.unreachable' : 'hub.protocol';
  return new ReanError(code, { address, reason }, error);
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}

/** The other end had closed a connection kept alive just as it was used again: no sign that it is gone. */
export class StaleConnection extends Error {
  readonly code = 'ECONNRESET';
}
