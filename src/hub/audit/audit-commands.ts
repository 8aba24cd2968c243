import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { digestPage } from '../../domain/audit/digest-page.ts';
import { auditDigestSchema } from '../../shared/contracts/audit.ts';
import type { AuditDigest } from '../../shared/contracts/audit.ts';
import { ReanError } from '../../shared/errors.ts';
import { defineCommand } from '../control/hub-command.ts';
import type { HubParts } from '../hub-app.ts';
import { syncFolder } from '../site/private-file.ts';
import { readMonth } from './export-month.ts';
import { auditVerdictSchema, verifyAudit } from './verify-audit.ts';

/** A technician checks the trail, or writes a month of it out ([AUD3], [AUD4]). */

export const headSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const verifyAuditCommand = defineCommand({
  name: 'audit.verify',
  input: z.strictObject({ heads: z.array(headSchema).max(100) }),
  output: auditVerdictSchema,
  run: (parts, { heads }) => verifyAudit(parts, heads),
});

export const exportAuditCommand = defineCommand({
  name: 'audit.export',
  input: z.strictObject({ month: monthSchema, to: z.string().min(1) }),
  output: auditDigestSchema,
  run: async (parts, { month, to }) => {
    const name = join(to, `rean-audit-${month}`);
    const digest = await writing(`${name}.jsonl`, async (file) =>
      readMonth(parts, month, async (entry) => {
        await file.write(`${JSON.stringify(entry)}\n`);
      }),
    );
    await writing(`${name}.html`, async (file) => {
      await file.write(pageOf(parts, digest));
    });
    return digest;
  },
});

function pageOf({ site }: HubParts, digest: AuditDigest): string {
  return digestPage(digest, [site.name.km, site.name.en ?? ''].join(' ').trim());
}

/** Anew, for its owner's eyes alone whatever was there before, and whole or not at all. */
async function writing<Result>(
  path: string,
  work: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  const unfinished = `${path}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    const file = await open(unfinished, 'wx', 0o600);
    const result = await work(file)
      .then(async (done) => {
        await file.sync();
        return done;
      })
      .finally(() => file.close());
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return result;
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (cause instanceof ReanError) throw cause;
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new ReanError('config.invalid', { path, problem }, cause);
  }
}
