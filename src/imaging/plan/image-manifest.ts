import * as z from 'zod';
import { imageRoleSchema } from './role.ts';

const imageFileSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,100}$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ImageFile = z.infer<typeof imageFileSchema>;

/** What was built, in `rean-ROLE.json`; its signature vouches for every file it lists ([IMG2]). */
export const imageManifestSchema = z.strictObject({
  format: z.literal(1),
  role: imageRoleSchema,
  version: z.string().min(1).max(60),
  site: z.string().min(1).max(40),
  files: z.array(imageFileSchema).min(1).max(20),
});
export type ImageManifest = z.infer<typeof imageManifestSchema>;

/** One member a line, so that a shell in an initrd finds them. */
const formatLines = (list: unknown): string => `${JSON.stringify(list, null, 1)}\n`;

/** What an installer's stick has beside images, in `rean-installer.json` ([INS2]). */
export const installerManifestSchema = z.strictObject({
  format: z.literal(1),
  kind: z.literal('installer'),
  version: z.string().min(1).max(60),
  site: z.string().min(1).max(40),
  files: z.array(imageFileSchema).min(1).max(20),
});

export const formatInstallerManifest = (
  manifest: z.infer<typeof installerManifestSchema>,
): string => formatLines(installerManifestSchema.parse(manifest));

export const formatManifest = (manifest: ImageManifest): string =>
  formatLines(imageManifestSchema.parse(manifest));
