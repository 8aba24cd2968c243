import * as z from 'zod';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { siteIdSchema } from '../../shared/ids.ts';
import { authorityFingerprint } from '../../sync/enrolment/enrolment-proof.ts';
import { defineCommand } from '../control/hub-command.ts';
import type { Asker } from '../office/office-change.ts';
import type { SiteOffice } from '../office/site-office.ts';
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
  run: ({ office }) => makeSheet(office),
});

/**
 * @param copied resolves once a person has the code on paper; nothing is changed before, and nothing at all where it
 * rejects
 */
export async function makeSheet(
  office: SiteOffice,
  copied: (facts: SheetFacts) => Promise<void> = async () => undefined,
): Promise<SheetFacts> {
  const { code, publicKey } = drawRecoveryCode(office.random);
  const { certificate } = await readRequired(office.vault, siteFiles.authority);
  const { site, name } = office.site;
  const facts = { site, name, authority: authorityFingerprint(certificate), code };
  await copied(facts);
  await putInForce(office, publicKey);
  return facts;
}

/** From now on keys files are sealed for the sheet whose code has this public half. */
export async function putInForce(
  office: SiteOffice,
  publicKey: string,
  asker: Asker = {},
): Promise<void> {
  await office.vault.write(siteFiles.recoverySheet, { v: 1, publicKey });
  await office.record({ ...asker, type: 'recovery-sheet.made', documents: () => [] });
}
