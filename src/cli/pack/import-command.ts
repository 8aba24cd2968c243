import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { nodeProcesses } from '../../content/disk/processes.ts';
import { importFiles } from '../../content/import/import-files.ts';
import type { FileReport, ImportReport, ImportRequest } from '../../content/import/import-files.ts';
import { h5pPlayerPackSchema } from '../../shared/contracts/h5p.ts';
import { countOf } from '../count-of.ts';
import { parseOptions } from '../hub/options.ts';
import { counted } from './counted.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { refusedExitCode } from './tell-failure.ts';
import { tellRefusedFile } from './tell-import.ts';

const optionsSchema = z.object({
  into: z.string().min(1),
  id: z.string().min(1).optional(),
  titleKm: z.string().min(1).optional(),
  titleEn: z.string().min(1).optional(),
  licence: z.string().min(1).max(200).optional(),
  publisher: z.string().min(1).max(200).optional(),
  course: z.string().min(1).optional(),
  h5pPlayer: z
    .string()
    .regex(/^[^@]+@[^@]+$/, 'an id and a version, as org.example.player@3.8.2')
    .transform((words) => words.split('@'))
    .transform(([pack, version]) => ({ pack, version }))
    .pipe(h5pPlayerPackSchema)
    .optional(),
  h5pLibraries: z.array(z.string().min(1)).default([]),
  replace: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean pack import FILE… --into SRC` (docs/importing.md). */
export function importCommand(io: PackIo): Command {
  return new Command('import')
    .description(
      "Bring files made by others into a pack's source folder: films, recordings, books, HTML, SCORM, cmi5, H5P, ZIM, questions (GIFT, Moodle XML, QTI), Markdown. docs/importing.md says what becomes of each kind.",
    )
    .argument('<files...>', 'files, or folders of them')
    .requiredOption('--into <source>', "the pack's source folder; begun where it is empty")
    .option('--id <id>', 'id of a pack that is begun, as org.example.letters')
    .option('--title-km <title>', 'its title in Khmer')
    .option('--title-en <title>', 'its title in English')
    .option('--licence <licence>', 'its licence, as CC-BY-4.0')
    .option('--publisher <name>', 'who publishes it')
    .option('--course <id>', 'the course that takes what comes; else the first')
    .option(
      '--h5p-player <id@version>',
      'the pack that plays packages of H5P, if not the usual one',
    )
    .option('--h5p-libraries <files...>', 'packages of H5P whose libraries others lack')
    .option('--replace', 'let a file take the place of an earlier one of its name')
    .option('--json', 'print one JSON object')
    .action((files: readonly string[], given: unknown) =>
      orTellPackFailure(io, given, () => run(io, files, parseOptions(optionsSchema, given))),
    );
}

function run(io: PackIo, files: readonly string[], options: Options): Promise<void> {
  const { into, replace, json, h5pPlayer: player = null, h5pLibraries, ...words } = options;
  const h5p = { player, libraries: h5pLibraries.map((file) => resolve(file)) };
  const paths = files.map((file) => resolve(file));
  return importAndTell(io, { paths, into: resolve(into), replace, words, h5p }, json);
}

/** Imports, and says what came of it: as lines, or as one JSON object. */
export async function importAndTell(
  io: PackIo,
  request: ImportRequest,
  json: boolean,
): Promise<void> {
  const { disk, randomness } = io;
  const appVersion = await io.appVersion();
  const tools = { disk, randomness, processes: nodeProcesses(), appVersion };
  const report = await importFiles(tools, request);
  if (json) io.print(JSON.stringify(asJson(report)));
  else tell(io, report);
  if (report.files.some(({ outcome }) => outcome === 'refused')) io.setExitCode(refusedExitCode);
}

const asJson = (report: ImportReport) => ({
  ...report,
  files: report.files.map(({ error, ...file }) => ({
    ...file,
    error:
      error === null
        ? null
        : { code: error.code, facts: error.facts, sentence: tellRefusedFile(error) },
  })),
});

function tell(io: PackIo, { pack, into, begun, files, toFill }: ImportReport): void {
  for (const file of files) tellFile(io, file);
  const came = files.filter(({ outcome }) => outcome === 'imported');
  const refused = files.filter(({ outcome }) => outcome === 'refused');
  if (came.length > 0) {
    io.print(
      `${begun ? 'Began' : 'Added to'} the pack ${pack} in ${into}: ${counted(came, 'file')}.`,
    );
    if (toFill.length > 0) io.print('In pack.source.json a person still has to say:');
    for (const { at, text } of toFill) io.print(`  ${at}: ${text}`);
  }
  if (refused.length > 0) {
    io.complain(
      `${counted(refused, 'file')} did not come${came.length > 0 ? '; the others did' : ''}.`,
    );
  }
}

function tellFile(io: PackIo, { file, kind, outcome, things, notes, error }: FileReport): void {
  if (error !== null) {
    io.complain(`${file}: ${tellRefusedFile(error)}`);
    return;
  }
  if (outcome === 'already') {
    io.print(`${file}: was imported already; nothing was changed.`);
    return;
  }
  const list = things.map(({ kind: what, id, items, title }) =>
    what === 'lesson'
      ? `lesson ${id} “${title}” with ${countOf(items, 'item')}`
      : `${kind ?? what} ${id} “${title}”`,
  );
  io.print(`${file}: ${list.join(', ')}.`);
  for (const { at, text } of notes) io.print(`  ${at === null ? '' : `${at}: `}${text}`);
}
