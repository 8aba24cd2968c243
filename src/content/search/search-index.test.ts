import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { openRandomFile } from '../zim/random-file.ts';
import { IndexWriter } from './index-writer.ts';
import { pageText } from './page-text.ts';
import { SearchIndex } from './search-index.ts';

const texts: readonly (readonly [title: string, text: string])[] = [
  ['ស្រូវ', 'កសិករដាំស្រូវនៅខេត្តសៀមរាប។'],
  ['ភ្នំពេញ', 'រាជធានីនៃប្រទេសកម្ពុជា។ ស្រូវមកពីខេត្ត។'],
  ['Water', 'It rains in the café. Rice needs water.'],
  ['Watering rice', 'How it is done in 1998.'],
  ['Stone', 'Nothing grows on it, and no water is in it.'],
];

async function bytesOf(writer: IndexWriter): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writer.parts()) parts.push(part);
  return Buffer.concat(parts);
}

function written(): IndexWriter {
  const writer = new IndexWriter();
  for (const [number, [title, text]] of texts.entries()) {
    writer.add({ number: number + 10, title, lead: text.slice(0, 10) }, text);
  }
  writer.addName(4, 'Pebble');
  return writer;
}

async function opened(bytes: Uint8Array): Promise<SearchIndex | null> {
  const path = join(await temporaryFolder(), 'search.index');
  await writeFile(path, bytes);
  const file = await openRandomFile(path);
  onTestFinished(() => file.close());
  return SearchIndex.open(file);
}

async function titles(words: string): Promise<readonly string[]> {
  const index = await opened(await bytesOf(written()));
  return (await index?.find(words, 10))?.map(({ title }) => title) ?? [];
}

describe('words are looked up', () => {
  it('in Khmer, which puts no spaces between them, titles first [ZIM4]', async () => {
    expect(await titles('ស្រូវ')).toEqual(['ស្រូវ', 'ភ្នំពេញ']);
    expect(await titles('ខេត្តសៀម')).toEqual(['ស្រូវ']);
    expect(await titles('ភ្នំ ពេញ')).toEqual(['ភ្នំពេញ']);
    expect(await titles('ភ្នំ\u200bពេញ')).toEqual(['ភ្នំពេញ']);
    expect(await titles('ក្រ')).toEqual([]);
  });

  it('in either spelling of a Khmer word, whichever it was written in [KHM12]', async () => {
    const writer = new IndexWriter();
    writer.add({ number: 1, title: 'ឲ្យទឹក', lead: '' }, 'អ្នករំឭក');
    writer.add({ number: 2, title: 'ការរំលឹក', lead: '' }, 'គេឱ្យស្រូវ');
    const index = await opened(await bytesOf(writer));
    const found = async (words: string) =>
      (await index?.find(words, 10))?.map(({ number }) => number) ?? [];
    expect(await found('ឱ្យ')).toEqual([1, 2]);
    expect(await found('ឲ្យ')).toEqual([1, 2]);
    expect(await found('រំលឹក')).toEqual([2, 1]);
    expect(await found('រំឭក')).toEqual([2, 1]);
  });

  it('in Latin letters, whatever their capitals and accents, before they are typed to their end [ZIM4]', async () => {
    expect(await titles('WATER')).toEqual(['Water', 'Watering rice', 'Stone']);
    expect(await titles('wat')).toEqual(['Water', 'Watering rice', 'Stone']);
    expect(await titles('cafe rai')).toEqual(['Water']);
    expect(await titles('rice 1998')).toEqual(['Watering rice']);
    expect(await titles('rice ១៩៩៨')).toEqual(['Watering rice']);
    expect(await titles('wat rice')).toEqual([]);
  });

  it('by another name of what they stand in; all of them have to stand there [ZIM4]', async () => {
    expect(await titles('pebble')).toEqual(['Stone']);
    expect(await titles('pebble rains')).toEqual([]);
    expect(await titles(' … ')).toEqual([]);
  });

  it('and the same texts make the same list [PKG7]', async () => {
    expect((await bytesOf(written())).equals(await bytesOf(written()))).toBe(true);
  });

  it('in a list that somebody damaged, which finds less or nothing [ZIM4]', async () => {
    const whole = await bytesOf(written());
    expect(await opened(whole.subarray(0, -1))).toBeNull();
    expect(await opened(Buffer.from('REANIDX1'))).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const spoilt = Buffer.from(whole);
        spoilt.writeUInt8(byte, at);
        const found = (await (await opened(spoilt))?.find('water', 10)) ?? [];
        expect(found.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('the words of a page', () => {
  it('are those a person reads [ZIM4]', () => {
    const html = `<html><head><title>No</title><style>p{}</style></head><body><script>var a = '<p>no</p>';</script>
      <!-- no > no --><h1>Ri<b>ce</b></h1><p>wa&shy;ter &amp; 5 < 6&#x1780;<br>end`;
    expect(pageText(html, 1000)).toBe('Rice water & 5 < 6ក end');
    expect(pageText('<script>never ends', 1000)).toBe('');
    expect(pageText('a'.repeat(50), 10)).toBe('a'.repeat(10));
  });

  it('are read in one go, however the page is written', () => {
    expect(pageText('<script'.repeat(200_000), 1000)).toBe('');
    expect(pageText('<!--'.repeat(200_000), 1000)).toBe('');
  });
});
