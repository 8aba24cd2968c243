import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { takeRecordings } from './take-recordings.ts';
import type { Recordings } from './take-recordings.ts';
import { listVoices } from './voice-list.ts';

const tools = { disk: nodeDisk(), randomness: seededRandomness(1), decode: async () => null };
const rate = 16_000;

/** A tone in a WAV of 16 bits. @param loud part of full scale */
function wav(seconds: number, loud = 0.2): Uint8Array {
  const count = Math.round(seconds * rate);
  const bytes = Buffer.alloc(44 + count * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + count * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(count * 2, 40);
  for (let index = 0; index < count; index += 1) {
    const sample = Math.round(Math.sin(index / 10) * loud * 32_767);
    bytes.writeInt16LE(sample, 44 + index * 2);
  }
  return new Uint8Array(bytes);
}

async function voicesOf(folder: string) {
  const listed = await listVoices(tools.disk, folder, 'km');
  if (listed.kind === 'refused') throw new Error('was refused');
  return listed.voices;
}

/** Takes a folder of these files into a source. */
async function take(source: string, files: Record<string, Uint8Array>, replace = false) {
  const from = await temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(from, name), bytes);
  const recordings: Recordings = { source, from, language: 'km', replace };
  return takeRecordings(tools, recordings, await voicesOf(source));
}

describe('recordings of a source folder', () => {
  it('are listed by the names they are to have, with what is to be said [AUT4]', async () => {
    const voices = await voicesOf(await writePackSource(packSource()));
    expect(voices.map(({ name, isPrompt }) => `${name}${isPrompt ? ' !' : ''}`)).toEqual(
      expect.arrayContaining([
        'first-title',
        'first-practise-title',
        'first-look !',
        'first-choose !',
        'first-choose-ka',
      ]),
    );
    expect(new Set(voices.map(({ name }) => name)).size).toBe(voices.length);
  });

  it('are laid into it, and named where they belong [AUT4]', async () => {
    const source = await writePackSource(packSource());
    expect(await take(source, { 'first-choose.wav': wav(1) })).toEqual([
      { kind: 'taken', file: 'first-choose.wav', as: 'audio/km/first-choose.wav' },
    ]);
    const lesson = await readFile(join(source, 'lessons/first/lesson.json'), 'utf8');
    expect(lesson).toContain('"km": "audio/km/first-choose.wav"');
    const missing = (await voicesOf(source)).filter(({ recording }) => recording === null);
    expect(missing.map(({ name }) => name)).not.toContain('first-choose');
  });

  it('are never written over, unless that is asked for [AUT4]', async () => {
    const source = await writePackSource(packSource());
    await take(source, { 'first-choose.wav': wav(1) });
    const [again] = await take(source, { 'first-choose.wav': wav(2) });
    expect(again).toMatchObject({ kind: 'there-already' });
    const [replaced] = await take(source, { 'first-choose.wav': wav(2) }, true);
    expect(replaced).toMatchObject({ kind: 'taken' });
    const kept = await readFile(join(source, 'audio/km/first-choose.wav'));
    expect(kept.byteLength).toBe(wav(2).byteLength);
  });

  it('are never written over where no lesson names them either [AUT4]', async () => {
    const source = await writePackSource(packSource());
    const lying = join(source, 'audio/km/first-choose.wav');
    await mkdir(dirname(lying), { recursive: true });
    await writeFile(lying, 'somebody’s');
    expect(await take(source, { 'first-choose.wav': wav(1) })).toMatchObject([
      { kind: 'there-already' },
    ]);
    expect(await readFile(lying, 'utf8')).toBe('somebody’s');
  });

  it.each([
    ['too short', wav(0.1), 'lasts 0.1 s only'],
    ['too long', wav(61), '60 s at most'],
    ['too soft', wav(1, 0.005), 'too soft'],
    ['cut off', wav(1, 1), 'too loud'],
    ['none at all', new TextEncoder().encode('no sound'), 'no recording that can be read'],
  ])('are refused with the reason where they are %s [AUT4]', async (_, bytes, why) => {
    const source = await writePackSource(packSource());
    expect(await take(source, { 'first-choose.wav': bytes })).toMatchObject([
      { kind: 'refused', why: expect.stringContaining(why) },
    ]);
    await expect(readFile(join(source, 'audio/km/first-choose.wav'))).rejects.toThrow('ENOENT');
  });

  it('are asked for where the folder holds none, or is not there [AUT4]', async () => {
    const source = await writePackSource(packSource());
    const missing = { code: 'pack.file-missing', facts: { folder: true } };
    await expect(take(source, {})).rejects.toMatchObject(missing);
    const from = join(source, 'nowhere');
    const recordings: Recordings = { source, from, language: 'km', replace: false };
    await expect(takeRecordings(tools, recordings, await voicesOf(source))).rejects.toMatchObject(
      missing,
    );
  });

  it('are told where nothing is called so, or this PC can’t measure them [AUT4]', async () => {
    const source = await writePackSource(packSource());
    expect(await take(source, { 'other.wav': wav(1), 'first-choose.mp3': wav(1) })).toMatchObject([
      { kind: 'refused', why: expect.stringContaining('ffmpeg') },
      { kind: 'unknown', file: 'other.wav' },
    ]);
  });
});
