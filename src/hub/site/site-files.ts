import { createPrivateKey, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { backupLacksSchema } from '../../shared/contracts/hub-api.ts';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { vectorSchema } from '../../shared/contracts/documents/state.ts';
import { keyringSchema } from '../../shared/contracts/keyring.ts';
import { machineIdSchema, traitSchema } from '../../shared/contracts/machine.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { pemSchema } from '../../shared/contracts/station-config.ts';
import { segmentPolicySchema } from '../segments/segment-policy.ts';
import { enrolmentsFileSchema } from '../enrolment/enrolments-file.ts';
import {
  base64Schema,
  generationSchema,
  learnerIdSchema,
  siteIdSchema,
  stationIdSchema,
} from '../../shared/ids.ts';
import { couchFileSchema, databasesFileSchema } from './couch-files.ts';

/** What lies in a hub's folder beside its databases: who the site is, and its secrets ([IDN1]). */

export const siteFileSchema = z.strictObject({
  v: z.literal(1),
  site: siteIdSchema,
  name: localizedSchema,
  demo: z.boolean(),
  generation: generationSchema,
});
export type SiteFileContent = z.infer<typeof siteFileSchema>;

/** Whether a text can be read as what it should be, to the end. */
function reads(read: (text: string) => unknown): (text: string) => boolean {
  return (text) => {
    try {
      read(text);
      return true;
    } catch {
      return false;
    }
  };
}

/** A certificate (PEM) and the key to it (PKCS #8 PEM). */
export const tlsFileSchema = z.strictObject({
  v: z.literal(1),
  certificate: z.string().refine(
    reads((pem) => new X509Certificate(pem)),
    'no certificate',
  ),
  privateKey: z.string().refine(reads(createPrivateKey), 'no private key'),
});
export type TlsFileContent = z.infer<typeof tlsFileSchema>;

const numberedKeySchema = {
  number: z.number().int().min(1),
  /** Ed25519, PKCS #8 DER. */
  privateKey: base64Schema(64),
};

/** The hub's Ed25519 key: signs the journal. */
export const signingFileSchema = z.strictObject({
  v: z.literal(1),
  ...numberedKeySchema,
  /** Public halves of the keys before, oldest first: what they signed still counts ([JRN4]). */
  earlier: z
    .array(
      z.strictObject({
        number: z.number().int().min(1),
        /** Raw. */
        key: base64Schema(32),
        /** By this key over the one that came after it. */
        handedOver: base64Schema(64),
      }),
    )
    .optional(),
  /** A new key that counts once the journal hands over to it: cut off before that, it never does. */
  next: z.strictObject(numberedKeySchema).optional(),
});
export type SigningFileContent = z.infer<typeof signingFileSchema>;

/** A site on its way to another authority, and the one it came from ([IDN13]); none where it never was. */
export const authorityChangeSchema = z.strictObject({
  v: z.literal(1),
  stage: z.enum(['told', 'given', 'done']),
  next: tlsFileSchema,
  /** The certificate of the one before, PEM, and its word for the next. */
  earlier: tlsFileSchema.shape.certificate,
  handedOver: base64Schema(128),
  /** Stations that have said that they trust the next. */
  knows: z.array(stationIdSchema),
});
export type AuthorityChangeContent = z.infer<typeof authorityChangeSchema>;

export const keyringFileSchema = z.strictObject({
  v: z.literal(1),
  /** Goes up with every change, so that stations know when to fetch it again. */
  number: z.number().int().min(1),
  keyring: keyringSchema,
});
export type KeyringFileContent = z.infer<typeof keyringFileSchema>;

export const stationSecretsSchema = z.strictObject({
  station: stationIdSchema,
  kind: stationKindSchema,
  /** X25519 public key, raw 32 bytes. */
  wrappingKey: base64Schema(32),
  /** In its place as soon as the station comes with this certificate ([IDN12]). */
  next: z
    .strictObject({
      certificate: z.string().regex(/^[0-9a-f]{64}$/),
      wrappingKey: base64Schema(32),
      /** PEM: who asks again with the same keys gets this one. */
      issued: pemSchema('CERTIFICATE').optional(),
    })
    .optional(),
});
export type StationSecrets = z.infer<typeof stationSecretsSchema>;

export const stationsFileSchema = z.strictObject({
  v: z.literal(1),
  stations: z.array(stationSecretsSchema),
});
export type StationsFileContent = z.infer<typeof stationsFileSchema>;

/** What the last verified backup of this hub holds; no such file while there is none ([RET1]). */
export const backupFileSchema = z.strictObject({
  v: z.literal(1),
  /** The hub's wall clock when the backup had been verified, ms since 1970. */
  wallMs: z.number().int(),
  /** The generation that was backed up. */
  generation: generationSchema,
  /** The newest journal entry in it; 0 for none. */
  hubSeq: z.number().int().min(0),
  /** What it lacks to be enough to get the hub back; backups of before didn't say. */
  lacks: backupLacksSchema.optional(),
  /** `station:store` → the seq up to which a backup that is enough holds every event ([BAK5]). */
  vector: z.record(
    z.string().regex(/^st-[a-hjkmnp-tv-z0-9]{8}:[0-9a-f]{16}$/),
    z.number().int().min(0),
  ),
});
export type BackupFileContent = z.infer<typeof backupFileSchema>;

/** What keys files are sealed for, so that the recovery sheet opens them (ADR 21). */
export const recoverySheetFileSchema = z.strictObject({
  v: z.literal(1),
  /** X25519, raw. */
  publicKey: base64Schema(32),
});

/** What a site decided otherwise than usual; no such file while it decided nothing. */
export const policyFileSchema = z.strictObject({
  v: z.literal(1),
  /** When the hub opens the next segment ([SEG2]). */
  segment: segmentPolicySchema,
});

/** When the hub's keys were last backed up, and which: without it, or with other keys now, it is time. */
export const keysBackupFileSchema = z.strictObject({
  v: z.literal(1),
  wallMs: z.number().int(),
  /** SHA-256 over all files of secrets as they were, hex. */
  secrets: z.string().regex(/^[0-9a-f]{64}$/),
});
export type KeysBackupFileContent = z.infer<typeof keysBackupFileSchema>;

const restoredFromSchema = z.strictObject({
  hubSeq: z.number().int().min(0),
  head: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How far a restored hub is with getting back what its stations hold ([REC4]); none where it never was. */
export const recoveryFileSchema = z.strictObject({
  v: z.literal(1),
  generation: generationSchema,
  wallMs: z.number().int(),
  /** When the backup had been taken, ms since 1970; null where there was none. */
  backedUpMs: z.number().int().nullable(),
  /** Up to where the journal was in the backup. */
  restored: restoredFromSchema,
  /** The entry that began this generation. */
  begun: z.number().int().min(1),
  open: z.boolean(),
  stations: z.array(
    z.strictObject({
      station: stationIdSchema,
      wallMs: z.number().int(),
      taken: z.number().int().min(0),
      /** Entries that don't continue anything this hub holds, or that it didn't sign. */
      refused: z.number().int().min(0),
      keys: z.number().int().min(0),
      done: z.boolean(),
    }),
  ),
  /** Documents of lost entries that did not take effect, as this hub had changed them meanwhile. */
  kept: z.array(z.strictObject({ document: z.string(), entry: z.string() })),
  /** `station:store` → the highest seq the lost hub had folded, as far as any station saw. */
  folded: vectorSchema,
  /** A station brought an entry that the site's key of a later rotation sealed ([KEY2]). */
  lacksSiteKey: z.literal(true).optional(),
});
export type RecoveryFileContent = z.infer<typeof recoveryFileSchema>;

/** The PCs that have said which station they are ([CLO1]). */
export const machinesFileSchema = z.strictObject({
  v: z.literal(1),
  stations: z.record(
    stationIdSchema,
    z.array(
      z.strictObject({
        machine: machineIdSchema,
        traits: z.array(traitSchema),
        /** When it was first seen, by the hub's wall clock, ms since 1970. */
        sinceMs: z.number().int(),
      }),
    ),
  ),
});
export type MachinesFileContent = z.infer<typeof machinesFileSchema>;

/** Which keyring each station has said that it holds, and from which on an erased key is gone ([ERA3]). */
export const keyringsHeldFileSchema = z.strictObject({
  v: z.literal(1),
  generation: generationSchema,
  stations: z.record(stationIdSchema, z.number().int().min(1)),
  erased: z.record(learnerIdSchema, z.number().int().min(1)),
});
export type KeyringsHeldFileContent = z.infer<typeof keyringsHeldFileSchema>;

/** A file's place in the hub's folder, and its shape. */
export interface SiteFile<Content> {
  readonly path: string;
  readonly schema: z.ZodType<Content>;
}

const file = <Content>(path: string, schema: z.ZodType<Content>): SiteFile<Content> => ({
  path,
  schema,
});

export const siteFiles = {
  site: file('site.json', siteFileSchema),
  /** The site's authority; whoever has its key can pass for anybody of the site. */
  authority: file('secrets/ca.json', tlsFileSchema),
  authorityChange: file('secrets/ca-change.json', authorityChangeSchema),
  tls: file('secrets/tls.json', tlsFileSchema),
  signing: file('secrets/signing.json', signingFileSchema),
  keyring: file('secrets/keyring.json', keyringFileSchema),
  stations: file('secrets/stations.json', stationsFileSchema),
  databases: file('databases.json', databasesFileSchema),
  couch: file('secrets/couch.json', couchFileSchema),
  recoverySheet: file('secrets/recovery-sheet.json', recoverySheetFileSchema),
  policy: file('policy.json', policyFileSchema),
  backup: file('backup.json', backupFileSchema),
  recovery: file('recovery.json', recoveryFileSchema),
  keysBackup: file('keys-backup.json', keysBackupFileSchema),
  /** Not with the secrets: a code that was used must not come back with a backup of the keys. */
  enrolments: file('enrolments.json', enrolmentsFileSchema),
  machines: file('machines.json', machinesFileSchema),
  keyringsHeld: file('keyrings-held.json', keyringsHeldFileSchema),
} as const;

/** Where the files lie that a hub's data is worth nothing without. */
export const isSecret = ({ path }: Pick<SiteFile<unknown>, 'path'>) => path.startsWith('secrets/');

/** What is backed up apart from the data ([BAK3]): secrets, and what the site decided otherwise. */
export const filesApart: readonly SiteFile<unknown>[] = Object.values(siteFiles).filter(
  (each) => isSecret(each) || each === siteFiles.policy,
);
