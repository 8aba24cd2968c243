import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedLayers, forbiddenLayers, layers, packages, worlds } from './layers.ts';
import type { Layer } from './layers.ts';
import { buildModelHouse } from './model-house.ts';
import type { ModelHouse } from './model-house.ts';

const kinds = ['value', 'type', 're-export', 'dynamic'] as const;
type Kind = (typeof kinds)[number];

/** Ways to reach for another layer: each kind of import, and each depth a file may lie at (the last deeper than any of ours). */
const ways: readonly { readonly kind: Kind; readonly depth: number }[] = [
  ...kinds.map((kind) => ({ kind, depth: 1 })),
  ...[2, 3, 4, 5, 6].map((depth) => ({ kind: 'value' as const, depth })),
];

function importOf(kind: Kind, name: string, from: string): string {
  const texts: Record<Kind, string> = {
    value: `import { ${name} } from '${from}';\nexport const planted = ${name};\n`,
    type: `import type { ${name} } from '${from}';\nexport type Planted = typeof ${name};\n`,
    're-export': `export { ${name} } from '${from}';\n`,
    dynamic: `export const planted = async () => (await import('${from}')).${name};\n`,
  };
  return texts[kind];
}

const layerFile = (layer: Layer, other: Layer, kind: Kind, depth: number) =>
  `${layer}/${'room/'.repeat(depth - 1)}plant-${other}-${kind}.ts`;
// The compiler names an unlisted file once, so each plant reaches for a file of its own.
const targetOf = (kind: Kind, depth: number) => `thing-${kind}-${depth}.ts`;
const upTo = (other: Layer, kind: Kind, depth: number) =>
  `${'../'.repeat(depth)}${other}/${targetOf(kind, depth)}`;
const targets = ways.map(({ kind, depth }) => targetOf(kind, depth));

interface Plant {
  readonly file: string;
  readonly text: string;
}

const layerPlants = (layer: Layer, others: readonly Layer[]): Plant[] =>
  others.flatMap((other) =>
    ways.map(({ kind, depth }) => ({
      file: layerFile(layer, other, kind, depth),
      text: importOf(kind, other, upTo(other, kind, depth)),
    })),
  );

const packagePlants = (layer: Layer, names: readonly string[]): Plant[] =>
  names.map((name) => ({
    file: `${layer}/plant-package-${name.replaceAll(/[^a-z]/g, '-')}.ts`,
    text: `import '${name}';\n`,
  }));

/**
 * The compiler follows references of references: `main` may name what `station` may. There the linter
 * stands alone, and `imports.test.ts` reads the real files.
 */
const isReferencedThrough = (layer: Layer, other: Layer) =>
  allowedLayers[layer].some((between) =>
    allowedLayers[between].some((reachable) => reachable === other),
  );

const isDynamic = ({ file }: Plant) => file.includes('-dynamic');
const filesOf = (plants: readonly Plant[]) => plants.map(({ file }) => file).sort();
const missing = (plants: readonly Plant[], found: ReadonlySet<string>) =>
  filesOf(plants.filter(({ file }) => !found.has(file)));
const present = (plants: readonly Plant[], found: ReadonlySet<string>) =>
  filesOf(plants.filter(({ file }) => found.has(file)));

describe('the layers', () => {
  let house: ModelHouse;
  let compiler: ReadonlySet<string>;
  let linter: ReadonlySet<string>;

  beforeAll(async () => {
    house = await buildModelHouse(targets);
    for (const layer of layers) {
      const plants = [
        ...layerPlants(layer, forbiddenLayers(layer)),
        ...layerPlants(layer, allowedLayers[layer]),
        { file: `${layer}/plant-dom.ts`, text: 'export const page = document.title;\n' },
        { file: `${layer}/plant-node.ts`, text: 'export const pid = process.pid;\n' },
      ];
      for (const { file, text } of plants) await house.plant(file, text);
    }
    compiler = await house.compilerFaults();
    // Planted after compiling: a package's own types would make Node's names known everywhere.
    for (const layer of layers) {
      const { forbidden, allowed } = packages[layer];
      for (const { file, text } of packagePlants(layer, [...forbidden, ...allowed])) {
        await house.plant(file, text);
      }
    }
    linter = await house.linterFaults();
  });

  afterAll(() => house.remove());

  describe.each(layers)('%s', (layer) => {
    it('[ARC1] does not compile with an import of a layer above or beside it', () => {
      const seen = forbiddenLayers(layer).filter((other) => !isReferencedThrough(layer, other));
      expect(missing(layerPlants(layer, seen), compiler)).toEqual([]);
    });

    it('[ARC1] is not passed by the linter with an import of a layer above or beside it', () => {
      const written = layerPlants(layer, forbiddenLayers(layer)).filter((it) => !isDynamic(it));
      expect(missing(written, linter)).toEqual([]);
    });

    it('[ARC1] compiles and is passed with imports of the layers below it', () => {
      const plants = layerPlants(layer, allowedLayers[layer]);
      expect(present(plants, compiler)).toEqual([]);
      expect(present(plants, linter)).toEqual([]);
    });

    it('[ARC1] is not passed by the linter with a package of another world', () => {
      expect(missing(packagePlants(layer, packages[layer].forbidden), linter)).toEqual([]);
      expect(present(packagePlants(layer, packages[layer].allowed), linter)).toEqual([]);
    });

    it('[ARC1] knows the names of its own world only', () => {
      const { dom, node } = worlds[layer];
      expect(compiler.has(`${layer}/plant-dom.ts`)).toBe(!dom);
      expect(compiler.has(`${layer}/plant-node.ts`)).toBe(!node);
    });
  });
});
