import { measureWav } from './measure-wav.ts';

/** Turns a recording of another format into WAV; null where this PC can't. */
export type DecodeClip = (path: string) => Promise<Uint8Array | null>;

/** What a recording may be ([AUT4]). */
const bounds = {
  seconds: { least: 0.3, most: 60 },
  rate: 16_000,
  loudness: { least: -35, most: -9 },
  clipped: 0.001,
  bytes: 4 * 1024 * 1024,
} as const;

const formats = ['wav', 'ogg', 'opus', 'mp3', 'm4a'];
export const isRecording = (name: string) => formats.includes(extensionOf(name));
export const extensionOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Why a recording can't be taken, in a sentence for who made it; null where it can. */
export async function clipFault(
  file: { readonly path: string; readonly bytes: Uint8Array },
  decode: DecodeClip,
): Promise<string | null> {
  if (file.bytes.byteLength > bounds.bytes) return 'It is larger than 4 MiB: save it as Opus.';
  const isWav = extensionOf(file.path) === 'wav';
  const wave = isWav ? file.bytes : await decode(file.path);
  if (wave === null) return 'It can’t be measured here: save it as WAV, or install ffmpeg.';
  const measure = measureWav(wave);
  if (measure === null) return 'It is no recording that can be read: save it as WAV with 16 bits.';
  const { seconds, rate, loudness, clipped } = measure;
  if (seconds < bounds.seconds.least) return `It lasts ${seconds.toFixed(1)} s only.`;
  if (seconds > bounds.seconds.most) return `It lasts ${seconds.toFixed(0)} s: 60 s at most.`;
  if (rate < bounds.rate) return `It has ${rate} samples a second: record with 16,000 at least.`;
  if (clipped > bounds.clipped) return 'It is cut off, too loud: record it again, further away.';
  if (loudness < bounds.loudness.least) return `It is too soft (${loudness.toFixed(0)} dB).`;
  if (loudness > bounds.loudness.most) return `It is too loud (${loudness.toFixed(0)} dB).`;
  return null;
}
