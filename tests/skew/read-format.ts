import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { base64Schema } from '../../src/shared/ids.ts';

/**
 * The documents of an earlier format as they were written then, keys included. They are never made
 * anew: whatever this app has become has to read them as they are.
 */

const document = z.looseObject({ _id: z.string() });
const opened = z.looseObject({});

export const formatSchemas = {
  events: z.array(z.strictObject({ document, payload: opened })).min(1),
  states: z.array(z.strictObject({ document, state: opened })).min(1),
  directory: z.array(z.strictObject({ document, account: opened.optional() })).min(1),
  journal: z.array(z.strictObject({ entry: document, payload: opened, hash: z.string() })).min(1),
  keys: z.strictObject({
    hubKey: base64Schema(32),
    signingKeys: z.record(z.string(), base64Schema(32)),
    wrappingKey: z.string(),
    wrapped: z.unknown(),
    keyring: z.unknown(),
  }),
} as const;

/** One file of a format's folder. */
export function readFormat<Name extends keyof typeof formatSchemas>(
  format: 1,
  name: Name,
): z.infer<(typeof formatSchemas)[Name]>;
export function readFormat(format: number, name: keyof typeof formatSchemas): unknown {
  const path = join(import.meta.dirname, `format-${format}`, `${name}.json`);
  return formatSchemas[name].parse(JSON.parse(readFileSync(path, 'utf8')));
}
