import type * as z from 'zod';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { ReanError } from '../../shared/errors.ts';
import type { HubResponse } from './transport.ts';

/**
 * The answer's value.
 * @throws ReanError `hub.unreachable` when the hub can't serve now (5xx, 429), `hub.protocol` for
 * whatever else is no well-formed success
 */
export function parseAnswer<Answer>(
  schema: z.ZodType<Answer>,
  path: string,
  { status, text }: HubResponse,
): Answer {
  const at = { path: pathOnly(path), status };
  if (status >= 500 || status === 429) throw new ReanError('hub.unreachable', at);
  if (status < 200 || status > 299) throw new ReanError('hub.protocol', at);
  const parsed = readNewer(schema, parseJson(text));
  if (parsed.success) return parsed.data;
  throw new ReanError('hub.protocol', { ...at, reason: 'shape' }, parsed.error);
}

/** A path for logs: queries may say more than they should. */
export function pathOnly(path: string): string {
  return path.split('?')[0] ?? path;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
