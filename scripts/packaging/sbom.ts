import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ShippedPackage } from './shipped-packages.ts';

const componentSchema = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  licenses: z.array(z.unknown()).optional(),
});
const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  components: z.array(componentSchema),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** The program that runs it all, which is no package of npm's tree. */
export interface Runtime {
  readonly name: 'electron' | 'node';
  readonly version: string;
  readonly licence: string;
  /** Of its executable as it is in the package. */
  readonly sha256: string;
}

export interface SbomFacts {
  /** As npm prints it: `npm sbom --sbom-format cyclonedx`. */
  readonly npm: string;
  /** The package it is of, and its version. */
  readonly name: string;
  readonly version: string;
  readonly packages: readonly ShippedPackage[];
  readonly runtime: Runtime;
  /** Seconds since 1970. */
  readonly sourceDate: number;
}

/** A number for this list out of what it says: the same list has the same one, whenever it is made. */
function serialNumber(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * What is in a package, as CycloneDX: of npm's list the packages that are, and the runtime ([DEB6]).
 * @throws ZodError where npm's list is none
 */
export function sbom({ npm, name, version, packages, runtime, sourceDate }: SbomFacts): string {
  const bom = bomSchema.parse(JSON.parse(npm));
  const inside = new Map(packages.map((each) => [`${each.name}@${each.version}`, each]));
  const components = bom.components.flatMap((each) => {
    const found = inside.get(`${each.name}@${each.version}`);
    // Some old packages say their licence where npm does not look.
    return found ? [{ licenses: [{ license: { name: found.licence } }], ...each }] : [];
  });
  const runtimeRef = `${runtime.name}@${runtime.version}`;
  const refs = new Set([...components.map((each) => each['bom-ref']), runtimeRef]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => refs.has(ref)) }));
  const ref = `${name}@${version}`;
  const content = {
    metadata: {
      timestamp: new Date(sourceDate * 1_000).toISOString(),
      component: { 'bom-ref': ref, type: 'application', name, version },
    },
    components: [...components, runtimeComponent(runtime, runtimeRef)],
    dependencies: [{ ref, dependsOn: [...refs].toSorted() }, ...dependencies],
  };
  const head = {
    $schema: `http://cyclonedx.org/schema/bom-${bom.specVersion}.schema.json`,
    bomFormat: bom.bomFormat,
    specVersion: bom.specVersion,
    serialNumber: serialNumber(JSON.stringify(content)),
    version: 1,
  };
  return `${JSON.stringify({ ...head, ...content }, null, 2)}\n`;
}

const runtimeComponent = ({ name, version, licence, sha256 }: Runtime, ref: string) => ({
  'bom-ref': ref,
  type: 'framework',
  name,
  version,
  purl: `pkg:npm/${name}@${version}`,
  hashes: [{ alg: 'SHA-256', content: sha256 }],
  licenses: [{ license: { id: licence } }],
});
