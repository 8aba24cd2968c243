import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { buildPack } from '../../content/build/build-pack.ts';
import type { Warning } from '../../content/build/problem.ts';
import { parseOptions } from '../hub/options.ts';
import { itemCounts, tellItems } from './counted.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { tellProblems } from './tell-problems.ts';

const optionsSchema = z.object({
  output: z.string().min(1),
  base: z.string().min(1).optional(),
  whole: z.boolean().default(false),
  warnings: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean pack build SRC -o OUT`. */
export function buildCommand(io: PackIo): Command {
  return new Command('build')
    .description('Check a source folder and build an unsigned pack from it.')
    .argument('<source>', 'folder with pack.source.json')
    .requiredOption('-o, --output <file>', 'the .kpack file to write')
    .option('--base <file>', 'an earlier version: only what that one lacks goes into the pack')
    .option('--whole', 'with --base: take everything along all the same')
    .option('--warnings', 'list every missing recording, missing English and unused file')
    .option('--json', 'print one JSON object')
    .action((source: string, given: unknown) =>
      orTellPackFailure(io, given, () => build(io, source, parseOptions(optionsSchema, given))),
    );
}

async function build(io: PackIo, source: string, options: Options): Promise<void> {
  const output = resolve(options.output);
  const { base: file, whole } = options;
  const base = file === undefined ? undefined : { file: resolve(file), whole };
  const result = await buildPack(io, resolve(source), output, base);
  if (result.kind === 'refused') {
    await tellProblems(io, { source, json: options.json }, result.problems);
    return;
  }
  const { manifest, warnings } = result;
  if (options.json) {
    const { id, version, sequence, base: over = null, items, files } = manifest;
    const counts = { ...itemCounts(items), files: files.length };
    io.print(JSON.stringify({ id, version, sequence, base: over, ...counts, output, warnings }));
    return;
  }
  io.print(
    `Built ${manifest.id} ${manifest.version} with ${tellItems(manifest.items)}: ${output}. It is not signed yet; sign it with \`rean pack sign\`.`,
  );
  tellWarnings(io, warnings, options.warnings);
}

const headings = {
  'recording-missing': 'without a recording',
  'english-missing': 'without English',
  'file-unused': 'left out: no lesson names them',
} as const satisfies Record<Warning['kind'], string>;

function tellWarnings(io: PackIo, warnings: readonly Warning[], all: boolean): void {
  const groups = new Map<string, Warning[]>();
  for (const warning of warnings) {
    const heading = headingOf(warning);
    groups.set(heading, [...(groups.get(heading) ?? []), warning]);
  }
  for (const [heading, group] of groups) {
    io.print(`${group.length} ${heading}`);
    if (all) for (const warning of group) io.print(`  ${describe(warning)}`);
  }
  if (groups.size > 0 && !all) io.print('Add --warnings to see each.');
}

const headingOf = ({ kind, language }: Warning) =>
  language === null ? headings[kind] : `${headings[kind]} (${language})`;

const describe = ({ file, at, text, kind }: Warning) =>
  kind === 'file-unused' ? file : `${file}, ${at ?? ''}: ${text}`;
