import { isReanError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/ids.ts';
import type { FileBeside } from '../foreign-file.ts';
import type { ImportNote } from '../importer.ts';
import { isKhmer } from '../name-things.ts';
import { decodeText } from '../text/decode-text.ts';
import { srtToVtt } from './srt-to-vtt.ts';

/** Words to a film, as WebVTT in UTF-8. */
export interface Captions {
  readonly kind: 'captions' | 'chapters';
  readonly language: Language;
  /** Name in the film's folder. */
  readonly name: string;
  readonly vtt: string;
}

const largest = 4 * 1024 * 1024;
const most = 8;

/** Reads the words that lie beside a film: `film.vtt`, `film.km.srt`, `film.en.chapters.vtt`. */
export async function readCaptions(beside: readonly FileBeside[]): Promise<{
  readonly captions: readonly Captions[];
  readonly notes: readonly ImportNote[];
}> {
  const captions: Captions[] = [];
  const notes: ImportNote[] = [];
  for (const file of beside) {
    if (!/\.(?:vtt|srt)$/i.test(file.name)) continue;
    const read = await readOne(file, captions);
    if ('vtt' in read) captions.push(read);
    else notes.push(read);
  }
  return { captions, notes };
}

async function readOne(
  file: FileBeside,
  earlier: readonly Captions[],
): Promise<Captions | ImportNote> {
  const text = await textOf(file);
  if (text === null) return left(file, 'it is larger than 4 MiB');
  const vtt = /\.srt$/i.test(file.name) ? srtToVtt(text) : checkedVtt(text);
  if (vtt === null) return left(file, 'no times and words were found in it');
  const { kind, language } = saidBy(file.name, vtt);
  if (language === null) return left(file, 'only captions in Khmer and English are shown');
  if (earlier.length === most) return left(file, `a film has at most ${most}`);
  if (earlier.some((one) => one.kind === kind && one.language === language)) {
    return left(file, `there are ${kind} in this language already`);
  }
  return { kind, language, vtt, name: `${kind}-${language}.vtt` };
}

async function textOf(file: FileBeside): Promise<string | null> {
  try {
    return decodeText(await file.bytes(largest)).text;
  } catch (error) {
    if (isReanError(error, 'pack.too-large')) return null;
    throw error;
  }
}

const checkedVtt = (text: string) =>
  /^WEBVTT(?:[ \t\n]|$)/.test(text) && text.includes('-->') ? text : null;

const languages: Readonly<Record<string, Language>> = { km: 'km', khm: 'km', en: 'en', eng: 'en' };

function saidBy(name: string, vtt: string) {
  const words = name.toLowerCase().split('.').slice(1, -1);
  const kind = words.some((word) => /^chapters?$/.test(word)) ? 'chapters' : 'captions';
  const said = words.find((word) => /^[a-z]{2,3}(?:-[a-z]+)?$/.test(word));
  const language: Language | null =
    said === undefined
      ? isKhmer(vtt)
        ? 'km'
        : 'en'
      : (languages[said.replace(/-.*$/, '')] ?? null);
  return { kind, language } as const;
}

const left = ({ name }: FileBeside, why: string): ImportNote => ({
  sort: 'file-left-out',
  at: name,
  text: `Left out: ${why}.`,
});
