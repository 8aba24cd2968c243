import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const pages = join(import.meta.dirname, 'src', 'renderer');

/** The windows' pages. Served by the `app://` protocol under a strict policy, so nothing is inlined. */
export default defineConfig({
  root: pages,
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        kiosk: join(pages, 'kiosk', 'index.html'),
        supervisor: join(pages, 'supervisor', 'index.html'),
        // No window's: `rean pack dev` shows it in an author's own browser.
        preview: join(pages, 'preview', 'index.html'),
      },
    },
  },
});
