import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { ReanError } from '../../shared/errors.ts';
import { sittingIdSchema } from '../../shared/ids.ts';
import type { SittingId } from '../../shared/ids.ts';
import { readByteRange } from './byte-range.ts';
import { openBody } from './body-stream.ts';
import { packContentPolicy } from './pack-headers.ts';
import { answerFile, servePackFile } from './serve-pack-file.ts';
import type { OpenPack, PackRequest } from './serve-pack-file.ts';
import { ZimDesk } from './zim-desk.ts';

const sitting = sittingIdSchema.parse('si-0123456789abcdef');
const otherSitting = sittingIdSchema.parse('si-ffffffffffffffff');
const base = 'pack://org.rean.test--si-0123456789abcdef/1.0.0/';
const film = {
  blobPath: '/store/blobs/aa/aa',
  size: 1000,
  mime: 'video/mp4',
  sha256: 'a'.repeat(64),
  runs: false,
};

const request = (over: Partial<PackRequest> = {}): PackRequest => ({
  method: 'GET',
  url: `${base}film.mp4`,
  range: null,
  ifRange: null,
  ...over,
});

const open =
  (path = 'film.mp4') =>
  () =>
    Promise.resolve({
      manifest: { items: [] },
      file: (asked: string) =>
        asked === path
          ? Promise.resolve(film)
          : Promise.reject(new ReanError('pack.file-missing', { path: asked })),
    });

const serve = (from: OpenPack, to: SittingId | null, asked: PackRequest) =>
  servePackFile(from, to, asked, new ZimDesk());

describe('a file of a pack', () => {
  it('is sent whole, with its type, its length and the policy of packs [PKG12]', async () => {
    expect(await serve(open(), sitting, request())).toEqual({
      status: 200,
      headers: {
        'content-security-policy': packContentPolicy,
        'x-content-type-options': 'nosniff',
        'x-dns-prefetch-control': 'off',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'cross-origin',
        'content-type': 'video/mp4',
        'content-length': '1000',
        'accept-ranges': 'bytes',
        etag: `"${'a'.repeat(64)}"`,
        'cache-control': 'private, max-age=31536000, immutable',
      },
      body: { blobPath: '/store/blobs/aa/aa', start: 0, length: 1000 },
    });
  });

  it('is sent in part, so that films can be wound on [PKG12]', async () => {
    const answer = await serve(open(), sitting, request({ range: 'bytes=100-199' }));
    expect(answer).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 100-199/1000', 'content-length': '100' },
      body: { start: 100, length: 100 },
    });
  });

  it('is sent whole for a part of another content [PKG12]', () => {
    const range = 'bytes=100-199';
    expect(answerFile(film, request({ range, ifRange: '"other"' })).status).toBe(200);
    expect(answerFile(film, request({ range, ifRange: `"${film.sha256}"` })).status).toBe(206);
  });

  it('is described without its bytes to HEAD', () => {
    expect(answerFile(film, request({ method: 'HEAD' }))).toMatchObject({
      status: 200,
      headers: { 'content-length': '1000' },
      body: null,
    });
  });

  it('is text in UTF-8 where it is text', () => {
    const drawing = { ...film, mime: 'image/svg+xml' };
    expect(answerFile(drawing, request()).headers['content-type']).toBe(
      'image/svg+xml; charset=utf-8',
    );
  });

  it('is refused a range beyond its end, saying its size [PKG12]', () => {
    expect(answerFile(film, request({ range: 'bytes=1000-' }))).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */1000' },
      body: null,
    });
  });

  it('is not found for another sitting, or with nobody signed in [PKG11]', async () => {
    expect((await serve(open(), otherSitting, request())).status).toBe(404);
    expect((await serve(open(), null, request())).status).toBe(404);
  });

  it('is not found where the pack has none, the pack is not there, or the address is no address', async () => {
    const none = () => Promise.reject(new ReanError('pack.not-installed'));
    expect((await serve(open('other.mp4'), sitting, request())).status).toBe(404);
    expect((await serve(none, sitting, request())).status).toBe(404);
    expect((await serve(open(), sitting, request({ url: `${base}../x` }))).status).toBe(404);
  });

  it('is an error, with the policy still, when the disk lost it', async () => {
    const damaged = () => Promise.reject(new ReanError('pack.checksum-mismatch'));
    expect(await serve(damaged, sitting, request())).toMatchObject({
      status: 500,
      headers: { 'content-security-policy': packContentPolicy },
      body: null,
    });
  });

  it('is only ever read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await serve(open(), sitting, request({ method }))).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD' },
      });
    }
  });
});

describe('the policy of packs [PKG12]', () => {
  it('allows nothing but the pack itself, scripts that take a form, and no way out', () => {
    const directives = new Map(
      packContentPolicy.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1)]),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('sandbox')).toEqual([
      'allow-scripts',
      'allow-same-origin',
      'allow-forms',
    ]);
    expect(directives.get('form-action')).toEqual(["'none'"]);
    const sources = [...directives].filter(([name]) => name?.endsWith('-src'));
    const allowed = new Set(sources.flatMap(([, values]) => values));
    expect([...allowed].sort()).toEqual(
      ["'none'", "'self'", "'unsafe-inline'", 'blob:', 'data:'].sort(),
    );
    expect(directives.get('script-src')).toEqual(["'self'"]);
  });
});

describe('a byte range', () => {
  it.each([
    ['bytes=0-0', { kind: 'part', start: 0, end: 0 }],
    ['bytes=10-', { kind: 'part', start: 10, end: 99 }],
    ['bytes=-10', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-1000', { kind: 'part', start: 0, end: 99 }],
    ['bytes=90-500', { kind: 'part', start: 90, end: 99 }],
    ['BYTES=1-2', { kind: 'part', start: 1, end: 2 }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=5-4', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['lines=1-2', { kind: 'whole' }],
    ['', { kind: 'whole' }],
    [null, { kind: 'whole' }],
  ])('%s of 100 bytes is %o', (header, range) => {
    expect(readByteRange(header, 100)).toEqual(range);
  });

  it('never leaves the file [PKG12]', () => {
    const digits = fc.option(fc.nat(), { nil: '' });
    fc.assert(
      fc.property(digits, digits, fc.nat(10_000), (first, last, size) => {
        const range = readByteRange(`bytes=${first}-${last}`, size);
        const { start, end } = range.kind === 'part' ? range : { start: 0, end: 0 };
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThan(Math.max(size, 1));
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});

describe('the body of an answer', () => {
  it('is the bytes asked for, or none', async () => {
    const blobPath = join(await temporaryFolder(), 'blob');
    await writeFile(blobPath, '0123456789');
    const read = async (start: number, length: number) => {
      const stream = openBody({ blobPath, start, length });
      if (stream === null) return null;
      let read = '';
      for await (const chunk of stream) read += Buffer.from(chunk).toString();
      return read;
    };
    expect(await read(3, 4)).toBe('3456');
    expect(await read(0, 10)).toBe('0123456789');
    expect(await read(0, 0)).toBeNull();
    expect(openBody(null)).toBeNull();
  });
});
