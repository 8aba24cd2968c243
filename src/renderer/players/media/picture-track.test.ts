import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellsOfPictures } from './picture-track.ts';

const film = join(import.meta.dirname, '../../../../tests/fixtures/film.webm');

/** The box of an MP4 that says who handles a track. */
const handler = (kind: string) =>
  Buffer.from(`\0\0\0\u0021hdlr${'\0'.repeat(8)}${kind}\0\0\0\0`, 'latin1');

describe('what is in a film', () => {
  it('[PCE3] is told by a film in WebM and MP4, and not by a recording', async () => {
    expect(tellsOfPictures(await readFile(film))).toBe(true);
    expect(tellsOfPictures(handler('vide'))).toBe(true);
    expect(tellsOfPictures(handler('soun'))).toBe(false);
    expect(tellsOfPictures(new Uint8Array(64))).toBe(false);
  });
});
