import * as z from 'zod';
import { base64Schema, generationSchema, siteIdSchema, stationIdSchema } from '../ids.ts';
import { localizedSchema } from './phrase.ts';
import { stationKindSchema } from './documents/directory.ts';

/** One PEM block with this label. */
export const pemSchema = (label: string) =>
  z.string().regex(new RegExp(`^-----BEGIN ${label}-----\n[^-]+-----END ${label}-----\n?$`));

/** What somebody of a site shows to others of it, and what they know others by ([IDN4]). */
export const siteTlsSchema = z.strictObject({
  /** The certificate of the site's authority, PEM: whoever has one signed by it is of this site. */
  ca: pemSchema('CERTIFICATE'),
  /** Another whose certificates count as well, while the site goes over to it or from it ([IDN13]). */
  also: z.array(pemSchema('CERTIFICATE')).max(2).optional(),
  /** One's own certificate, PEM, and the key to it (PKCS #8 PEM, ECDSA P-256). */
  certificate: pemSchema('CERTIFICATE'),
  privateKey: pemSchema('PRIVATE KEY'),
});
export type SiteTls = z.infer<typeof siteTlsSchema>;

const ownCertificateSchema = siteTlsSchema.pick({ certificate: true, privateKey: true });
export type OwnCertificate = z.infer<typeof ownCertificateSchema>;

/**
 * `station.json` in a station's data folder (mode 0600): who it is, where its hub is, and its
 * secrets. Made at set-up; there is no default for any of it ([IDN1]).
 */
export const stationConfigSchema = z.strictObject({
  /** 1 had a token in place of certificates. */
  v: z.literal(2),
  site: siteIdSchema,
  station: stationIdSchema,
  kind: stationKindSchema,
  name: localizedSchema,
  hub: z.strictObject({ url: z.url({ protocol: /^https$/ }) }),
  tls: siteTlsSchema,
  /** What it came with before that: for a hub restored from before it had the other ([IDN12]). */
  former: ownCertificateSchema.optional(),
  /** Ed25519, PKCS #8 DER. */
  signingKey: z.strictObject({ number: z.number().int().min(1), privateKey: base64Schema(64) }),
  /**
   * How this station and its peers find each other while the hub is away; by multicast DNS and at any
   * free port where nothing is said ([PER11]).
   */
  peers: z
    .strictObject({
      /** Where this station answers its peers. */
      port: z.number().int().min(1).max(65_535).optional(),
      /** False where the LAN has no multicast. */
      multicast: z.boolean().optional(),
      /** This PC's address on the lab's segment, where it has several. */
      interface: z.ipv4().optional(),
      /** Where other stations answer. */
      at: z
        .array(z.strictObject({ station: stationIdSchema, url: z.url({ protocol: /^https$/ }) }))
        .max(64)
        .optional(),
    })
    .optional(),
  /** X25519, PKCS #8 DER: what keyrings are wrapped to, and were before. */
  wrappingKey: z.strictObject({
    privateKey: base64Schema(64),
    earlier: base64Schema(64).optional(),
    /** Those before that one, newest first: the keyring on the disk may be older than the last renewals. */
    before: z.array(base64Schema(64)).max(3).optional(),
  }),
  /** The entry of the hub's journal that last asked for other keys ([IDN12]). */
  renewed: z.number().int().min(1).optional(),
  /** Of which hub: one that was restored counts its entries from earlier on. */
  renewedIn: generationSchema.optional(),
});
export type StationConfig = z.infer<typeof stationConfigSchema>;
