import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The kinds of piece there are players for; each is a folder of `src/renderer/players`. */
const playerKinds = ['html', 'media'] as const;

/**
 * A player's page: flat, with relative addresses, as it is served on the origins of packs ([PCE1]).
 * Its files are named for what they are; the app's own version is what tells two of them apart.
 */
const playerPage = (root: string, kind: string): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  root: join(root, 'src', 'renderer', 'players', kind),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: join(root, 'dist', 'players', kind),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: { entryFileNames: 'player.js', assetFileNames: '[name][extname]' },
    },
  },
});

export const playerPages = (root: string): InlineConfig[] =>
  playerKinds.map((kind) => playerPage(root, kind));
