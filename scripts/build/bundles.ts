import { join } from 'node:path';
import type { BuildOptions } from 'rolldown';

/**
 * Pure JavaScript that is worth bundling: hundreds of small files otherwise read one by one at each
 * start. Every other package stays outside, in node_modules: native ones must, and PouchDB's and
 * Express's own `require` tricks survive no bundler.
 */
const bundled = new Set(['zod', 'rxjs', 'canonicalize', 'commander', 'semver']);

const isPath = (id: string) => id.startsWith('.') || id.startsWith('/') || /^[A-Za-z]:\\/.test(id);
const packageOf = (id: string) =>
  id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');
const outsideNode = (id: string) => !isPath(id) && !bundled.has(packageOf(id));

function nodeBundle(root: string, folder: string, entries: Record<string, string>): BuildOptions {
  return {
    cwd: root,
    input: entries,
    platform: 'node',
    external: outsideNode,
    transform: { target: 'node20.18' },
    output: {
      dir: join(root, 'dist', folder),
      format: 'esm',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      cleanDir: true,
    },
  };
}

/** A sandboxed preload is one CommonJS file that may require nothing but `electron`. */
function preloadBundle(root: string, role: string): BuildOptions {
  return {
    cwd: root,
    input: join('src', 'preload', `${role}.ts`),
    platform: 'browser',
    external: ['electron'],
    transform: { target: 'chrome130' },
    output: { file: join(root, 'dist', 'preload', `${role}.cjs`), format: 'cjs', minify: true },
  };
}

/** Every bundle but the windows' pages, which Vite builds. */
export function bundles(root: string): BuildOptions[] {
  return [
    nodeBundle(root, 'main', {
      index: 'src/main/index.ts',
      'station-process': 'src/main/station-process.ts',
    }),
    nodeBundle(root, 'cli', {
      rean: 'src/cli/rean.ts',
      'signature-worker': 'src/hub/signatures/signature-worker.ts',
    }),
    preloadBundle(root, 'kiosk'),
    preloadBundle(root, 'supervisor'),
  ];
}
