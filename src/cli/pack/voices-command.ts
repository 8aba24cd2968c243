import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { languageSchema } from '../../shared/ids.ts';
import { takeRecordings } from '../../content/voices/take-recordings.ts';
import type { Taken } from '../../content/voices/take-recordings.ts';
import { listVoices } from '../../content/voices/voice-list.ts';
import type { Voice } from '../../content/voices/voice-list.ts';
import { parseOptions } from '../hub/options.ts';
import { counted } from './counted.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { refusedExitCode } from './tell-failure.ts';
import { tellProblems } from './tell-problems.ts';

const optionsSchema = z.object({
  language: languageSchema.default('km'),
  from: z.string().min(1).optional(),
  replace: z.boolean().default(false),
  all: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean pack voices SRC [--from FOLDER]` (docs/authoring.md). */
export function voicesCommand(io: PackIo): Command {
  return new Command('voices')
    .description('List what is still to be recorded, or take a folder of recordings in.')
    .argument('<source>', 'folder with pack.source.json')
    .option('--language <language>', 'km or en', 'km')
    .option('--from <folder>', 'take in its recordings, called as the list says')
    .option('--replace', 'take a recording also where there is one')
    .option('--all', 'list hints, answers and titles too, not only what items ask')
    .option('--json', 'print one JSON object')
    .action((source: string, given: unknown) =>
      orTellPackFailure(io, given, () => voices(io, source, parseOptions(optionsSchema, given))),
    );
}

async function voices(io: PackIo, source: string, options: Options): Promise<void> {
  const listed = await listVoices(io.disk, resolve(source), options.language);
  if (listed.kind === 'refused') {
    await tellProblems(io, { source, json: options.json }, listed.problems);
    return;
  }
  if (options.from === undefined) tellMissing(io, listed.voices, options);
  else await take(io, { source, from: options.from, options }, listed.voices);
}

function tellMissing(io: PackIo, all: readonly Voice[], options: Options): void {
  const missing = all.filter(({ recording }) => recording === null);
  if (options.json) {
    io.print(JSON.stringify({ language: options.language, voices: all.length, missing }));
    return;
  }
  const told = missing.filter(({ isPrompt }) => options.all || isPrompt);
  for (const { name, text } of told) io.print(`${name}\n  ${text}`);
  const others = missing.length - told.length;
  const more = others === 0 ? '' : ` ${others} more hints, answers and titles: --all lists them.`;
  io.print(`${counted(told, 'recording')} missing (${options.language}).${more}`);
}

interface Taking {
  readonly source: string;
  readonly from: string;
  readonly options: Options;
}

async function take(io: PackIo, taking: Taking, all: readonly Voice[]): Promise<void> {
  const { language, replace, json } = taking.options;
  const folders = { source: resolve(taking.source), from: resolve(taking.from) };
  const tools = { disk: io.disk, randomness: io.randomness, decode: decodeWithFfmpeg };
  const taken = await takeRecordings(tools, { ...folders, language, replace }, all);
  if (taken.some(({ kind }) => kind === 'refused' || kind === 'unknown')) {
    io.setExitCode(refusedExitCode);
  }
  if (json) {
    io.print(JSON.stringify({ language, taken }));
    return;
  }
  for (const one of taken) if (one.kind !== 'taken') io.complain(tell(one));
  const count = taken.filter(({ kind }) => kind === 'taken');
  io.print(`${counted(count, 'recording')} taken in (${language}), of ${counted(taken, 'file')}.`);
}

function tell(one: Exclude<Taken, { kind: 'taken' }>): string {
  switch (one.kind) {
    case 'there-already':
      return `${one.file}: ${one.as} is there already and was left. --replace takes the new one.`;
    case 'refused':
      return `${one.file}: ${one.why} It was not taken.`;
    case 'unknown':
      return `${one.file}: nothing in the pack is called so. \`rean pack voices\` lists the names.`;
  }
}

/** Where the PC has ffmpeg, other formats than WAV can be measured. */
function decodeWithFfmpeg(path: string): Promise<Uint8Array | null> {
  const words = ['-v', 'error', '-i', path, '-f', 'wav', '-c:a', 'pcm_s16le', 'pipe:1'];
  return new Promise((done) => {
    execFile('ffmpeg', words, { encoding: 'buffer', maxBuffer: 2 ** 27 }, (error, stdout) => {
      done(error === null ? new Uint8Array(stdout) : null);
    });
  });
}
