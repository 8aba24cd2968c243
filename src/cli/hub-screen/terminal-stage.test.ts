import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { glyphAt, glyphSheets, sheetSize } from '../../imaging/plan/glyph-sheet.ts';
import { hubPicture } from '../../imaging/plan/hub-screens.ts';
import { rowsFrom } from './compose.ts';
import { Pictures } from './pictures.ts';
import { TerminalStage } from './terminal-stage.ts';

const site = { name: { km: 'មណ្ឌល', en: 'Riverside' } };
const pixel = 4;

/** Pictures of one colour, letters of which each byte is its letter, and a screen that is files. */
async function stageWith(facts: Readonly<Record<string, string>>, bytes: number) {
  const folder = await temporaryFolder();
  const [pictures, fb] = [join(folder, 'pictures'), join(folder, 'fb0')];
  for (const each of [pictures, fb]) await mkdir(each);
  for (const [name, sheet] of Object.entries(glyphSheets)) {
    const { width, height } = sheetSize(sheet);
    const pixels = Buffer.alloc(width * height * pixel);
    for (let code = 0x20; code < 0x7f; code += 1) {
      const left = glyphAt(sheet, String.fromCharCode(code));
      for (let row = 0; row < height; row += 1) {
        const from = (row * width + left) * pixel;
        pixels.fill(code, from, from + sheet.width * pixel);
      }
    }
    await writeFile(join(pictures, `glyphs-${name}.raw.gz`), gzipSync(pixels));
  }
  for (const [name, fill] of [
    ['serves', 1],
    ['name', 2],
  ] as const) {
    const pixels = Buffer.alloc(hubPicture.width * hubPicture.height * pixel, fill);
    await writeFile(join(pictures, `${name}.raw.gz`), gzipSync(pixels));
    await writeFile(join(pictures, `${name}.txt`), `\n  ${name} in English\n`);
  }
  const device = join(folder, 'device');
  await writeFile(device, Buffer.alloc(bytes, 9));
  for (const [name, said] of Object.entries(facts)) await writeFile(join(fb, name), said);
  const [keys, terminal] = [new PassThrough(), new PassThrough()];
  let told = '';
  terminal.on('data', (part: Buffer) => {
    told += part.toString();
  });
  const failed = vi.fn<(error: unknown) => void>();
  const place = { device, facts: fb };
  const parts = { pictures: await Pictures.open(pictures, site), place, keys, terminal, failed };
  const stage = new TerminalStage(parts);
  stage.begin();
  onTestFinished(() => stage.end());
  return { stage, keys, failed, screen: () => readFile(device), told: () => told };
}

const wide = { width: 1024, height: 768, stride: 4224 };
const facts = {
  bits_per_pixel: '32\n',
  stride: `${wide.stride}\n`,
  modes: 'U:1024x768p-0\n',
  virtual_size: '1024,1536\n',
};

describe('[HBS1] the hub’s own screen', () => {
  it('has the picture in its middle, paper around it, and letters where they belong', async () => {
    const size = wide.stride * wide.height;
    const { stage, screen, failed } = await stageWith(facts, size * 2);
    stage.show({ screen: 'name', small: ['> A'], beside: { 1: 'Z' } });
    await stage.end();
    const shown = await screen();
    const [left, top] = [(wide.width - 800) / 2, (wide.height - 600) / 2];
    const at = (x: number, y: number) => [
      ...shown.subarray((top + y) * wide.stride + (left + x) * pixel).subarray(0, pixel),
    ];
    expect(at(0, 0)).toEqual([2, 2, 2, 2]);
    expect(at(799, 599)).toEqual([2, 2, 2, 2]);
    expect(at(-1, 0)).toEqual([0xe1, 0xf0, 0xf7, 0]);
    expect(at(56 + 2 * 12, rowsFrom(2) + 3)).toEqual(Array(4).fill('A'.charCodeAt(0)));
    expect(at(400, hubPicture.top + hubPicture.step - 5)).toEqual(Array(4).fill('Z'.charCodeAt(0)));
    // Beneath what is seen nothing was written.
    expect(shown.subarray(size).every((byte) => byte === 9)).toBe(true);
    expect(failed).not.toHaveBeenCalled();
  });

  it.each([
    ['there is none', {}],
    ['it has too few colours', { ...facts, bits_per_pixel: '16\n' }],
    ['what it says of itself is no size', { ...facts, stride: 'x', modes: '' }],
  ])('is English text where %s', async (_, given) => {
    const { stage, screen, told, failed } = await stageWith(given, 16);
    stage.show({ screen: 'serves', beside: { 2: 'https://192.0.2.1' } });
    await stage.end();
    expect(told()).toContain('serves in English');
    expect(told()).toContain('https://192.0.2.1');
    expect([...(await screen())]).toEqual(Array(16).fill(9));
    expect(failed).not.toHaveBeenCalled();
  });

  it('takes no key that was pressed before its question, and none for long as none', async () => {
    const { stage, keys } = await stageWith(facts, wide.stride * wide.height);
    stage.show({ screen: 'serves' });
    keys.write('early\r');
    await vi.waitFor(() => expect(keys.readableLength).toBe(0));
    stage.show({ screen: 'name' });
    const next = stage.key();
    keys.write('late');
    expect(await next).toEqual({ kind: 'letter', letter: 'l' });
    expect(await stage.key()).toEqual({ kind: 'letter', letter: 'a' });
    stage.show({ screen: 'serves' });
    expect(await stage.key(1)).toBeNull();
  });

  it('says in its log what could not be shown, and goes on', async () => {
    const { stage, failed } = await stageWith(facts, wide.stride * wide.height);
    stage.show({ screen: 'menu' });
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    stage.show({ screen: 'serves' });
    await stage.end();
    expect(failed).toHaveBeenCalledOnce();
  });
});
