import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allowedLayers, layers } from './layers.ts';
import { readSources } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** `from '…'`, `import '…'` and `import('…')`, as our formatter writes them. */
const importPattern = /\b(?:from|import)\s*\(?\s*'([^']+)'/g;

const importsOf = ({ text }: SourceFile): readonly string[] =>
  [...text.matchAll(importPattern)].map(([, from]) => from ?? '');

/** `src/main/ipc/x.ts` importing `../../hub/y.ts` reaches into `hub`. */
function reachedLayers(file: SourceFile): readonly string[] {
  const paths = importsOf(file).filter((from) => from.startsWith('.'));
  return paths.map((from) => join(file.path, '..', from).split('/').slice(0, 2).join('/'));
}

describe('the imports that are really there', () => {
  let sources: readonly SourceFile[];

  beforeAll(async () => {
    sources = await readSources('src');
  });

  it('[ARC1] are found by this test', () => {
    const planted = { path: 'src/main/ipc/x.ts', text: "await import('../../hub/y.ts');" };
    expect(reachedLayers(planted)).toEqual(['src/hub']);
    expect(sources.length).toBeGreaterThan(layers.length);
  });

  it.each(layers)('[ARC1] of %s reach only the layers below it', (layer) => {
    const allowed = new Set([layer, ...allowedLayers[layer]].map((name) => `src/${name}`));
    const own = sources.filter(
      ({ path }) => path.startsWith(`src/${layer}/`) && !/\.test\.tsx?$/.test(path),
    );
    const strays = own.flatMap((file) =>
      reachedLayers(file)
        .filter((reached) => !allowed.has(reached))
        .map((reached) => `${file.path} → ${reached}`),
    );
    expect(strays).toEqual([]);
  });
});
