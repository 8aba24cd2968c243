/** The table of layers (ARCHITECTURE.md, DESIGN section 3), as the canary checks it. */
export const allowedLayers = {
  shared: [],
  domain: ['shared'],
  sync: ['shared', 'domain'],
  content: ['shared', 'domain'],
  imaging: ['shared', 'domain', 'content'],
  station: ['shared', 'domain', 'sync', 'content'],
  hub: ['shared', 'domain', 'sync', 'content'],
  main: ['shared', 'station'],
  preload: ['shared'],
  renderer: ['shared', 'domain'],
  cli: ['shared', 'domain', 'sync', 'content', 'imaging', 'station', 'hub'],
} as const;

export type Layer = keyof typeof allowedLayers;

export const layers: readonly Layer[] = [
  'shared',
  'domain',
  'sync',
  'content',
  'imaging',
  'station',
  'hub',
  'main',
  'preload',
  'renderer',
  'cli',
];

const allows = (layer: Layer, other: Layer) =>
  allowedLayers[layer].some((allowed) => allowed === other);

export const forbiddenLayers = (layer: Layer): readonly Layer[] =>
  layers.filter((other) => other !== layer && !allows(layer, other));

/** Packages a layer may not load, and one it may; references can't forbid these, the linter does. */
export const packages: Readonly<
  Record<Layer, { readonly forbidden: readonly string[]; readonly allowed: readonly string[] }>
> = {
  shared: {
    forbidden: ['node:fs', 'fs', 'electron', 'rxjs', 'react', 'pouchdb-core', 'express'],
    allowed: ['zod'],
  },
  domain: {
    forbidden: ['node:fs', 'zod', 'electron', 'rxjs', 'react', 'pouchdb-core'],
    allowed: [],
  },
  sync: {
    forbidden: ['electron', 'react', 'react-dom/client', 'express', 'express-pouchdb'],
    allowed: ['node:crypto', 'rxjs', 'pouchdb-core'],
  },
  content: {
    forbidden: ['electron', 'react', 'pouchdb-core', 'leveldown', 'express'],
    allowed: ['node:fs', 'yauzl'],
  },
  imaging: {
    forbidden: ['electron', 'react', 'rxjs', 'pouchdb-core', 'leveldown', 'express'],
    allowed: ['node:fs', 'zod'],
  },
  station: {
    forbidden: ['electron', 'react', 'pouchdb-core', 'leveldown', 'express'],
    allowed: ['node:fs', 'rxjs'],
  },
  hub: { forbidden: ['electron', 'react', 'react-dom/client'], allowed: ['node:fs', 'express'] },
  main: {
    forbidden: ['react', 'pouchdb-core', 'leveldown', 'express', 'express-pouchdb'],
    allowed: ['electron', 'node:fs'],
  },
  preload: {
    forbidden: ['node:fs', 'fs', 'child_process', 'react', 'pouchdb-core', 'express'],
    allowed: ['electron'],
  },
  renderer: {
    forbidden: ['node:fs', 'fs', 'child_process', 'electron', 'pouchdb-core', 'leveldown'],
    allowed: ['react', 'rxjs'],
  },
  cli: { forbidden: ['electron', 'react'], allowed: ['node:fs', 'commander'] },
};

/** Names only some layers may know: the compiler's `lib` and `types` decide. */
export const worlds: Readonly<Record<Layer, { readonly dom: boolean; readonly node: boolean }>> = {
  shared: { dom: false, node: false },
  domain: { dom: false, node: false },
  sync: { dom: false, node: true },
  content: { dom: false, node: true },
  imaging: { dom: false, node: true },
  station: { dom: false, node: true },
  hub: { dom: false, node: true },
  main: { dom: false, node: true },
  preload: { dom: true, node: false },
  renderer: { dom: true, node: false },
  cli: { dom: false, node: true },
};
