import * as z from 'zod';
import { base64Schema, siteIdSchema, stationIdSchema } from '../ids.ts';
import { localizedSchema } from './phrase.ts';
import { stationKindSchema } from './documents/directory.ts';

/**
 * `station.json` in a station's data folder (mode 0600): who it is, where its hub is, and its
 * secrets. Made at set-up; there is no default for any of it ([IDN1]).
 */
export const stationConfigSchema = z.strictObject({
  v: z.literal(1),
  site: siteIdSchema,
  station: stationIdSchema,
  kind: stationKindSchema,
  name: localizedSchema,
  hub: z.strictObject({
    url: z.url({ protocol: /^https$/ }),
    /** SHA-256 of the hub's certificate (DER), hex: the only certificate this station accepts. */
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    token: base64Schema(32),
  }),
  /** Ed25519, PKCS #8 DER. */
  signingKey: z.strictObject({ number: z.number().int().min(1), privateKey: base64Schema(64) }),
  /** X25519, PKCS #8 DER: what keyrings are wrapped to. */
  wrappingKey: z.strictObject({ privateKey: base64Schema(64) }),
});
export type StationConfig = z.infer<typeof stationConfigSchema>;
