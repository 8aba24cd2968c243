import { describe, expect, it } from 'vitest';
import { playerFile } from './player-files.ts';

const origin = 'pack://org.rean.test--si-0123456789abcdef';
const at = (path: string) => playerFile('/players', origin + path)?.path;

describe('the players’ files', () => {
  it('[PCE1] stand under every pack’s origin, in a place no pack can have', () => {
    expect(at('/~player/media/')).toBe('/players/media/index.html');
    expect(at('/~player/media/?x=1')).toBe('/players/media/index.html');
    expect(at('/~player/html/player.js')).toBe('/players/html/player.js');
    expect(at('/~player/khmer.woff2')).toBe('/players/khmer.woff2');
  });

  it.each([
    '/1.0.0/index.html',
    '/~player/',
    '/~player/../main/index.js',
    '/~player/%2e%2e/index.js',
    '/~player/media/../../secret.js',
    '/~player/media/deeper/player.js',
    '/~player/media/index.html',
    '/~player/media/.hidden.js',
  ])('[PCE1] are not %s', (path) => {
    expect(at(path)).toBeUndefined();
  });
});
