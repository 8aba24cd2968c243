import * as z from 'zod';
import { defineCommand } from '../control/hub-command.ts';
import { backupFileSchema, siteFiles } from '../site/site-files.ts';
import { manifestSchema } from './backup-shapes.ts';
import { copyRecordings, recordingsBeside } from '../recordings/copy-recordings.ts';
import { copySite } from './copy-site.ts';

/** Copies what is new into a backup's folder; what comes back is the manifest it would have ([BAK1]). */
export const copyCommand = defineCommand({
  name: 'backup.copy',
  input: z.strictObject({ to: z.string().min(1) }),
  output: manifestSchema,
  run: (parts, { to }, { signal }) => copySite(parts, { to, signal }),
});

/** Copies what learners read aloud beside a backup: what is new, and what is spoiled there ([RAL8]). */
export const copyRecordingsCommand = defineCommand({
  name: 'backup.recordings',
  input: z.strictObject({ to: z.string().min(1) }),
  output: z.strictObject({ copied: z.number().int().min(0), held: z.number().int().min(0) }),
  run: ({ recordings, registry, random }, { to }, { signal }) =>
    recordings === undefined
      ? Promise.resolve({ copied: 0, held: 0 })
      : copyRecordings(recordings, recordingsBeside(to, random), {
          erased: registry.erased,
          signal,
        }),
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
