import * as z from 'zod';
import { defineCommand } from '../control/hub-command.ts';
import { backupFileSchema, siteFiles } from '../site/site-files.ts';
import { manifestSchema } from './backup-shapes.ts';
import { copySite } from './copy-site.ts';

/** Copies what is new into a backup's folder; what comes back is the manifest it would have ([BAK1]). */
export const copyCommand = defineCommand({
  name: 'backup.copy',
  input: z.strictObject({ to: z.string().min(1) }),
  output: manifestSchema,
  run: (parts, { to }, { signal }) => copySite(parts, { to, signal }),
});

/** Notes a backup that was verified: receipts tell of it from here on ([RET1]). */
export const noteBackupCommand = defineCommand({
  name: 'backup.note',
  input: backupFileSchema,
  output: z.null(),
  run: async ({ vault, backup }, noted) => {
    await vault.write(siteFiles.backup, noted);
    await backup.readAgain();
    return null;
  },
});
