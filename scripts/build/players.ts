import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The kinds of piece there are players for; each is a folder of `src/renderer/players`. */
const playerKinds = ['html', 'media', 'epub', 'pdf', 'scorm', 'cmi5', 'h5p', 'zim'] as const;

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
    // A reader of PDF is large, and is loaded whole when a PDF is opened.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: { entryFileNames: 'player.js', assetFileNames: '[name][extname]' },
    },
  },
});

/** What pdf.js reads as it goes, by the folder it is served in: its own worker, tables and fonts. */
const pdfFiles = {
  '.': ['legacy/build/pdf.worker.min.mjs'],
  cmaps: ['cmaps'],
  fonts: ['standard_fonts'],
  icc: ['iccs'],
  wasm: ['wasm/openjpeg_nowasm_fallback.js'],
} as const;

/** Lays beside the built players what no bundler takes in. */
export async function copyPlayerFiles(root: string): Promise<void> {
  const from = join(root, 'node_modules', 'pdfjs-dist');
  const to = join(root, 'dist', 'players', 'pdf');
  await Promise.all(
    Object.entries(pdfFiles).flatMap(([folder, paths]) =>
      paths.map((path) => {
        const name = path.endsWith('.mjs') ? 'worker.js' : basename(path);
        const target = path.includes('.') ? join(to, folder, name) : join(to, folder);
        return cp(join(from, path), target, { recursive: true });
      }),
    ),
  );
}

export const playerPages = (root: string): InlineConfig[] =>
  playerKinds.map((kind) => playerPage(root, kind));
