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

  it('[PCE8] hold what a PDF may need of letters, by the names it asks for', () => {
    expect(at('/~player/pdf/worker.js')).toBe('/players/pdf/worker.js');
    expect(at('/~player/pdf/cmaps/UniJIS2004-UTF16-H.bcmap')).toBe(
      '/players/pdf/cmaps/UniJIS2004-UTF16-H.bcmap',
    );
    expect(at('/~player/pdf/fonts/LiberationSans-Bold.ttf')).toBeDefined();
    expect(at('/~player/pdf/wasm/openjpeg_nowasm_fallback.js')).toBeDefined();
    expect(at('/~player/media/cmaps/H.bcmap')).toBeUndefined();
    expect(at('/~player/pdf/cmaps/.bcmap')).toBeUndefined();
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
