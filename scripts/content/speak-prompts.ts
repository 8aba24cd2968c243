/**
 * Makes the English clips of every lesson's prompts with a synthetic voice, and names them in the
 * lessons. They stand in until someone records them: a clip that is there is kept, so a recording
 * laid at the same path is never written over, unless `--all` asks for it.
 *
 *   node scripts/content/speak-prompts.ts [--all] [PACK_FOLDER…]
 *
 * Needs espeak-ng and ffmpeg (both in Debian).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Item, type Lesson, lessonSchema } from '../../src/shared/contracts/lesson.ts';
import { packSourceSchema } from '../../src/shared/contracts/pack-manifest.ts';
import { clipPath, clipText } from './clip-text.ts';

/** Slower and lower than the voice's own setting, with short gaps: easier for a second language. */
const voice = ['-v', 'en-us', '-s', '132', '-p', '36', '-g', '3', '-a', '160'];

/** Takes off the buzz and the hiss, evens the loudness, leaves a breath at the end. */
const filters = 'highpass=f=90,lowpass=f=6500,loudnorm=I=-19:TP=-2:LRA=7,apad=pad_dur=0.15';

function speak(text: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const wave = execFileSync('espeak-ng', [...voice, '--stdout', text], { maxBuffer: 2 ** 26 });
  const input = ['-loglevel', 'error', '-y', '-f', 'wav', '-i', 'pipe:0', '-af', filters];
  const opus = ['-ac', '1', '-ar', '24000', '-c:a', 'libopus', '-b:a', '24k'];
  // Without these two the same words give another file each time.
  const steady = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
  execFileSync('ffmpeg', [...input, ...opus, ...steady, file], { input: wave });
}

function withClip(item: Item, clip: string): Item {
  return { ...item, prompt: { ...item.prompt, audio: { ...item.prompt.audio, en: clip } } };
}

type Totals = { made: number; kept: number };

function voicedItem(item: Item, pack: string, lesson: Lesson, all: boolean, totals: Totals): Item {
  if (item.prompt.en === undefined) return item;
  const clip = item.prompt.audio?.en ?? clipPath(lesson.id, item.id);
  const file = join(pack, clip);
  if (all || !existsSync(file)) {
    speak(clipText(item.prompt.en), file);
    totals.made += 1;
  } else {
    totals.kept += 1;
  }
  return withClip(item, clip);
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function voicePack(pack: string, all: boolean): Totals {
  const totals: Totals = { made: 0, kept: 0 };
  const source = packSourceSchema.parse(readJson(join(pack, 'pack.source.json')));
  for (const { id } of source.lessons) {
    const file = join(pack, 'lessons', id, 'lesson.json');
    const lesson = lessonSchema.parse(readJson(file));
    const activities = lesson.activities.map((activity) => ({
      ...activity,
      items: activity.items.map((item) => voicedItem(item, pack, lesson, all, totals)),
    }));
    writeFileSync(file, `${JSON.stringify({ ...lesson, activities }, null, 2)}\n`);
  }
  return totals;
}

function shippedPacks(): string[] {
  const root = join(import.meta.dirname, '../../content-packs');
  return readdirSync(root)
    .map((name) => join(root, name))
    .filter((folder) => existsSync(join(folder, 'pack.source.json')));
}

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
});
for (const pack of positionals.length > 0 ? positionals : shippedPacks()) {
  const { made, kept } = voicePack(pack, values.all);
  process.stdout.write(`${pack}: ${made} clips made, ${kept} kept\n`);
}
