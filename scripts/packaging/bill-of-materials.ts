import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipped } from './deb/doc-files.ts';
import { licenceTexts, licenceTextsIn } from './licence-texts.ts';
import { runProgram } from './run-program.ts';
import { sbom } from './sbom.ts';
import type { Runtime } from './sbom.ts';
import { layersOf, shippedPackages } from './shipped-packages.ts';

export interface BillOfMaterials {
  readonly root: string;
  readonly kind: keyof typeof layersOf;
  /** The package's name and version. */
  readonly name: string;
  readonly version: string;
  readonly runtime: Runtime;
  /** Folder with the runtime's own licence. */
  readonly runtimeLicences: string;
  readonly sourceDate: number;
  /** Folder to write to; made where it is not there. */
  readonly to: string;
}

const npmWords = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];

/** Writes what is in a package and under which licences: `sbom.cdx.json`, `THIRD-PARTY-LICENCES.gz` ([DEB6]). */
export async function writeBillOfMaterials(bill: BillOfMaterials): Promise<void> {
  const { root, kind, runtime, runtimeLicences, to } = bill;
  const packages = await shippedPackages(root, layersOf[kind]);
  const npm = await runProgram('npm', npmWords, { cwd: root });
  const texts = await licenceTextsIn(runtimeLicences);
  const runtimeText = { title: `${runtime.name} ${runtime.version}`, text: texts.join('\n') };
  await mkdir(to, { recursive: true });
  await writeFile(join(to, 'sbom.cdx.json'), sbom({ ...bill, npm, packages }));
  const licences = await licenceTexts(root, packages, [runtimeText]);
  await writeFile(join(to, 'THIRD-PARTY-LICENCES.gz'), gzipped(licences));
}
