import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { packCommand } from '../../src/cli/pack/pack-command.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { semverSchema } from '../../src/shared/ids.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

/** `manifest.json` of a folder of sample files: what each is, and whether it has to be refused. */
const sampleSchema = z.object({
  file: z.string(),
  kind: z.string(),
  sha256: z.string(),
  note: z.string().default(''),
});
type Sample = z.infer<typeof sampleSchema>;

const folder = process.env['REAN_SAMPLES'] ?? '';
const samples = z
  .array(sampleSchema)
  .min(1)
  .parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));

const fileReportSchema = z.object({
  file: z.string(),
  kind: z.string().nullable(),
  outcome: z.enum(['imported', 'already', 'refused']),
  things: z.array(z.object({ id: z.string() })),
  notes: z.array(z.object({ text: z.string() })),
  error: z.object({ code: z.string(), sentence: z.string() }).nullable(),
});
const reportSchema = z.object({ files: z.array(fileReportSchema).length(1) });

/** Runs `rean pack …` as a person would, apart from the terminal. */
async function rean(...line: readonly string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  let exitCode = 0;
  const command = packCommand({
    disk: nodeDisk(),
    randomness: seededRandomness(line.length),
    appVersion: () => Promise.resolve(semverSchema.parse('0.1.0')),
    language: 'en',
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    setExitCode: (code) => {
      exitCode = code;
    },
  });
  await command.parseAsync([...line], { from: 'user' });
  return { out: out.join('\n'), complaints: complaints.join('\n'), exitCode };
}

async function imported(path: string) {
  const source = join(await temporaryFolder(), 'source');
  const ran = await rean('import', path, '--into', source, '--id', 'org.rean.sample', '--json');
  const [report] = reportSchema.parse(JSON.parse(ran.out)).files;
  return { source, report, exitCode: ran.exitCode };
}

/** Builds, signs and checks the pack that a sample became; what the check says. */
async function packed(source: string): Promise<string> {
  const root = await temporaryFolder();
  const pack = join(root, 'sample.kpack');
  const key = join(root, 'me');
  const built = await rean('build', source, '-o', pack);
  expect(built.complaints).toBe('');
  await rean('keygen', '-o', key);
  await rean('sign', pack, '--key', `${key}.key`);
  return (await rean('verify', pack, '--key', `${key}.pub`)).out;
}

/** A recording of a tenth of a second, for words that come without theirs. */
function silence(): Uint8Array {
  const rate = 8000;
  const bytes = Buffer.alloc(44 + rate / 10, 0x80);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(rate / 10, 40);
  return bytes;
}

/** Where a sample is imported from: words to a film lie beside one. */
async function placed({ file, kind }: Sample): Promise<string> {
  const path = join(folder, file);
  if (kind !== 'webvtt' && kind !== 'srt') return path;
  const beside = await temporaryFolder();
  const stem = basename(file, extname(file));
  await copyFile(path, join(beside, `${stem}.km${extname(file)}`));
  await writeFile(join(beside, `${stem}.wav`), silence());
  return join(beside, `${stem}.wav`);
}

const isBad = ({ kind }: Sample) => kind.endsWith('-negative');
const mayDegrade = ({ note }: Sample) => /degrade/.test(note);

const media = /^(?:webvtt|srt|video|audio|media|mp4|webm|mp3|m4a|ogg|wav)\b/;

/** `scorm-1.2` is imported as `scorm`, `epub-conformance` as `epub`; words come with a recording. */
const importerOf = ({ kind }: Sample) =>
  media.test(kind) ? 'media' : kind.replace(/-(?:\d.*|conformance|zip)$/, '');

describe('sample files made by others', () => {
  it.each(samples)('$file is the file its manifest means', async ({ file, sha256 }) => {
    const bytes = await readFile(join(folder, file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  it.each(samples.filter((sample) => !isBad(sample)))(
    '$file ($kind) becomes a sound pack [FRN1]',
    async (sample) => {
      const { report, source } = await imported(await placed(sample));
      expect({
        outcome: report?.outcome,
        kind: report?.kind,
        why: report?.error?.sentence,
      }).toEqual({
        outcome: 'imported',
        kind: importerOf(sample),
        why: undefined,
      });
      expect(await packed(source)).toContain('is whole');
    },
  );

  it.each(samples.filter((sample) => isBad(sample) && !mayDegrade(sample)))(
    '$file ($kind) is refused with its reason, and leaves nothing [FRN2]',
    async (sample) => {
      const { report, source, exitCode } = await imported(await placed(sample));
      expect(report).toMatchObject({ outcome: 'refused', things: [] });
      expect(report?.error?.sentence).toMatch(/\S.*\.$/);
      expect(exitCode).toBe(65);
      expect(await nodeDisk().list(source)).toEqual([]);
    },
  );

  it.each(samples.filter((sample) => isBad(sample) && mayDegrade(sample)))(
    '$file ($kind) is refused with its reason, or comes with a note [FRN1]',
    async (sample) => {
      const { report } = await imported(await placed(sample));
      const said = report?.error === null ? report.notes.length : report?.error.sentence.length;
      expect(said).toBeGreaterThan(0);
    },
  );
});
