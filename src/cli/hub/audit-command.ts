import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { inGroups } from '../../domain/audit/digest-page.ts';
import {
  exportAuditCommand,
  headSchema,
  monthSchema,
  verifyAuditCommand,
} from '../../hub/audit/audit-commands.ts';
import type { AuditVerdict } from '../../hub/audit/verify-audit.ts';
import { verifyBackedUp, verifyExport } from '../../hub/audit/verify-files.ts';
import { readVerifyingKey } from '../../sync/envelope/signing.ts';
import { orTellFailure } from './failure.ts';
import { onHub } from './on-hub.ts';
import { parseOptions } from './options.ts';
import { rotateAgainLines } from './rotate-again-words.ts';
import { countOf } from '../count-of.ts';

/** A hash as it is printed, in groups, is the hash. */
const typedHeadSchema = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, '').toLowerCase())
  .pipe(headSchema);
const verifySchema = z.union([
  z.object({ data: z.string().min(1), head: z.array(typedHeadSchema).default([]) }),
  z.object({
    hubKey: z.array(z.base64().length(44)),
    file: z.string().min(1),
    head: z.array(typedHeadSchema).default([]),
  }),
  z.object({
    hubKey: z.array(z.base64().length(44)),
    backup: z.string().min(1),
    head: z.array(typedHeadSchema).default([]),
  }),
]);
const exportSchema = z.object({
  data: z.string().min(1),
  month: monthSchema,
  to: z.string().min(1),
});

/** `rean hub audit`: checks the trail, and writes a month of it out ([AUD3], [AUD4]). */
export function auditCommand(): Command {
  const audit = new Command('audit').description(
    'Who looked at records and who changed them: check that trail, or print a month of it.',
  );
  audit.addCommand(verifyCommand());
  audit.addCommand(exportCommand());
  return audit;
}

function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'Check that no entry was changed, removed or put elsewhere, at a hub or in a file.',
    )
    .option('--data <folder>', "the hub's folder, running or not")
    .option('--file <file>', 'a month as it was written out')
    .option('--backup <folder>', 'a backup')
    .option('--hub-key <key...>', 'a public key of the hub as printed, for a file or a backup')
    .option('--head <hash...>', 'a head printed before, or known to a station: it has to be there')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const verdict = await verify(given);
        console.log(verdictLines(verdict).join('\n'));
        process.exitCode = verdict.fault === null && verdict.missing.length === 0 ? 0 : 1;
      }),
    );
}

function verify(given: unknown): Promise<AuditVerdict> {
  const options = parseOptions(verifySchema, given);
  if ('data' in options) return onHub(options.data, verifyAuditCommand, { heads: options.head });
  const keys = options.hubKey.map(readVerifyingKey);
  return 'file' in options
    ? verifyExport(resolve(options.file), keys, options.head)
    : verifyBackedUp(resolve(options.backup), keys, options.head);
}

function exportCommand(): Command {
  return new Command('export')
    .description('Write a month out: a page to print and sign, and the entries themselves.')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--month <YYYY-MM>', 'the month, by the hub’s date')
    .requiredOption('--to <folder>', 'where to write; the folder has to be there')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, month, to } = parseOptions(exportSchema, given);
        const digest = await onHub(data, exportAuditCommand, { month, to: resolve(to) });
        console.log(
          [
            `${countOf(digest.entries, 'entry', 'entries')} of ${month}. Written: rean-audit-${month}.html and .jsonl in ${resolve(to)}.`,
            'Head of the chain:',
            ...inGroups(digest.head).map((line) => `  ${line}`),
          ].join('\n'),
        );
      }),
    );
}

export function verdictLines(verdict: AuditVerdict): readonly string[] {
  const { entries, head, fault, missing, hubKey, restored, again } = verdict;
  const whole = `${countOf(entries, 'entry', 'entries')}, each in its place. The last is`;
  return [
    ...(fault === null ? [] : [faultLine(fault)]),
    fault === null ? `The trail is whole: ${whole}` : `Before that, ${whole}`,
    ...inGroups(head).map((line) => `  ${line}`),
    ...(hubKey === null ? [] : [`The hub's key that signs what follows: ${hubKey}`]),
    ...restored.map(
      (id) =>
        `From ${id} on a restored hub went on under another of its keys: whoever has that key could do so too.`,
    ),
    ...rotateAgainLines(again),
    ...missing.flatMap((hash) => [
      'This head is in no entry: the trail was cut off behind an earlier one, or it is another trail:',
      ...inGroups(hash).map((line) => `  ${line}`),
    ]),
  ];
}

function faultLine({ id, expected, why }: NonNullable<AuditVerdict['fault']>): string {
  switch (why) {
    case 'number':
      return `Number ${expected} was to come, and ${id} stands there: entries were removed or put in another order.`;
    case 'hash':
      return `${id} does not follow the entry before it: that one was changed, or another put in its place.`;
    case 'signature':
      return `${id} is not as the hub signed it: it was changed.`;
    case 'seal':
      return `${id} can't be opened with the site's key: it was changed, or sealed by another.`;
    case 'staff':
      return `${id} names a person who did not sign it: the hub's key made it without them.`;
    case 'brought-back':
      return `${id} brings back an entry that the hub's key of its time did not sign: whoever had a former key could have made it.`;
    case 'shape':
      return `${id} is no entry of a trail: it was damaged.`;
  }
}
