import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { lintRules } from '../../content/lint/finding.ts';
import type { Finding } from '../../content/lint/finding.ts';
import { lintPackFile, lintSource } from '../../content/lint/lint-pack.ts';
import type { Language } from '../../shared/ids.ts';
import { parseOptions } from '../hub/options.ts';
import { counted } from './counted.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { refusedExitCode } from './tell-failure.ts';

const optionsSchema = z.object({
  all: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean pack lint SRC|PACK` (docs/importing.md). */
export function lintCommand(io: PackIo): Command {
  return new Command('lint')
    .description(
      'Say what of a pack would not work offline, whom it leaves out, and what is unfinished.',
    )
    .argument('<pack>', "a pack's source folder, or a .kpack file")
    .option('--all', 'list each missing recording, translation and unused file too')
    .option('--json', 'print one JSON object')
    .action((pack: string, given: unknown) =>
      orTellPackFailure(io, given, () => lint(io, pack, parseOptions(optionsSchema, given))),
    );
}

async function lint(io: PackIo, pack: string, { all, json }: Options): Promise<void> {
  const path = resolve(pack);
  const isFile = (await io.disk.fileSize(path)) !== null;
  const findings = isFile ? await lintPackFile(path) : await lintSource(io.disk, path);
  const count = (weight: Finding['weight']) =>
    findings.filter((finding) => finding.weight === weight);
  if (count('breaks').length > 0) io.setExitCode(refusedExitCode);
  if (json) {
    io.print(JSON.stringify({ pack: path, findings: findings.map(asJson) }));
    return;
  }
  for (const finding of findings)
    if (all || finding.weight !== 'todo') io.print(told(finding, io.language));
  if (!all) tellUnfinished(io, count('todo'));
  const breaks = count('breaks');
  io.print(
    breaks.length === 0
      ? `${pack}: nothing that would break offline; ${counted(count('look'), 'thing')} to look at.`
      : `${pack}: ${counted(breaks, 'thing')} would not work offline; ${count('look').length} more to look at.`,
  );
}

function told({ rule, weight, file, line, at, text }: Finding, language: Language): string {
  const sign = weight === 'breaks' ? '✗' : weight === 'look' ? '!' : '×';
  const place = `${file}${line === null ? '' : `:${line}`}${at === null ? '' : `, ${at}`}`;
  return `${sign} ${place} [${rule}] ${text[language]}`;
}

/** English under the name it has always had, Khmer beside it ([AUT6]). */
const asJson = ({ text, ...finding }: Finding) => ({ ...finding, text: text.en, khmer: text.km });

function tellUnfinished(io: PackIo, findings: readonly Finding[]): void {
  for (const rule of lintRules) {
    const { length } = findings.filter((finding) => finding.rule === rule);
    if (length > 0) io.print(`${length} × ${rule} (--all lists them)`);
  }
}
