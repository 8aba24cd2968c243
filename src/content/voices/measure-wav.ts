/** What can be said of a recording without hearing it. */
export interface ClipMeasure {
  readonly seconds: number;
  /** Samples a second. */
  readonly rate: number;
  /** Of the parts in which something is said, dB below full scale (negative). */
  readonly loudness: number;
  /** Part of the samples that are cut off at full scale, 0 to 1. */
  readonly clipped: number;
}

/** Measures a WAV of 16-bit samples; null where it is none, or holds no sound. */
export function measureWav(bytes: Uint8Array): ClipMeasure | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = chunkOf(view, 'fmt ');
  const data = chunkOf(view, 'data');
  if (format === null || data === null || format.size < 16) return null;
  const channels = view.getUint16(format.at + 2, true);
  const rate = view.getUint32(format.at + 4, true);
  const samples = samplesOf(view, data);
  const isPlain = view.getUint16(format.at + 14, true) === 16 && channels > 0 && rate > 0;
  if (!isPlain || samples.length === 0) return null;
  return {
    seconds: samples.length / channels / rate,
    rate,
    loudness: loudnessOf(samples, Math.max(1, Math.round(rate * channels * windowSeconds))),
    clipped: samples.filter((sample) => Math.abs(sample) >= fullScale).length / samples.length,
  };
}

const fullScale = 32_700;
/** Silence between words is left out, window by window. */
const windowSeconds = 0.05;
const silence = -50;

interface Chunk {
  readonly at: number;
  readonly size: number;
}

function chunkOf(view: DataView, name: string): Chunk | null {
  const text = (at: number) =>
    String.fromCodePoint(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
  if (view.byteLength < 12 || text(0) !== 'RIFF' || text(8) !== 'WAVE') return null;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - at - 8);
    if (text(at) === name) return { at: at + 8, size };
    at += 8 + size + (size % 2);
  }
  return null;
}

function samplesOf(view: DataView, { at, size }: Chunk): Int16Array {
  const samples = new Int16Array(Math.floor(size / 2));
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = view.getInt16(at + index * 2, true);
  }
  return samples;
}

function loudnessOf(samples: Int16Array, window: number): number {
  const powers: number[] = [];
  for (let at = 0; at < samples.length; at += window) {
    const part = samples.subarray(at, at + window);
    const power = part.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / part.length;
    if (decibels(power) > silence) powers.push(power);
  }
  const mean = powers.reduce((sum, power) => sum + power, 0) / Math.max(1, powers.length);
  return decibels(mean);
}

const decibels = (power: number) => (power === 0 ? -100 : 10 * Math.log10(power));
