import * as z from 'zod';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { siteIdSchema } from '../../shared/ids.ts';
import { authorityFingerprint } from '../../sync/enrolment/enrolment-proof.ts';
import { defineCommand } from '../control/hub-command.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import { drawRecoveryCode } from './recovery-code.ts';

const sheetSchema = z.strictObject({
  site: siteIdSchema,
  name: localizedSchema,
  /** SHA-256 of the authority's certificate, hex. */
  authority: z.string().regex(/^[0-9a-f]{64}$/),
  /** What opens every keys file from now on: it is in this answer only. */
  code: z.string(),
});
export type SheetFacts = z.infer<typeof sheetSchema>;

/** Draws a new recovery code; sheets of before open only the keys files of before ([REC6]). */
export const recoverySheetCommand = defineCommand({
  name: 'site.recovery-sheet',
  input: z.strictObject({}),
  output: sheetSchema,
  run: async ({ office, vault }) => {
    const { code, publicKey } = drawRecoveryCode(office.random);
    const { certificate } = await readRequired(vault, siteFiles.authority);
    await vault.write(siteFiles.recoverySheet, { v: 1, publicKey });
    await office.record({ type: 'recovery-sheet.made', documents: () => [] });
    const { site, name } = office.site;
    return { site, name, authority: authorityFingerprint(certificate), code };
  },
});
