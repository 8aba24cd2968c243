import { join } from 'node:path';
import { freePort } from '../../../src/cli/lab/free-port.ts';
import { makeLargeSite } from '../../large-site/large-site.ts';
import type { LargeSite } from '../../large-site/large-site.ts';
import { seededStream } from '../../large-site/seeded-stream.ts';
import type { Bench } from '../bench.ts';
import type { HubPlace } from './bench-hub.ts';

/** A lab has eight. */
export const kiosks = 8;

const anyPort = 0;
const seed = 20261122;

export interface CrowdedSite extends LargeSite {
  readonly hub: HubPlace;
}

/** A site of eight kiosks and many learners in a folder of its own, its hub not running. */
export async function makeCrowdedSite(
  { folder }: Pick<Bench, 'folder'>,
  wish: { readonly name: string; readonly learners: number; readonly stations?: number },
): Promise<CrowdedSite> {
  const { name, learners, stations = kiosks } = wish;
  const port = await freePort(anyPort);
  const hubUrl = `https://127.0.0.1:${port}`;
  const random = seededStream(seed);
  const site = await makeLargeSite({
    folder: join(folder, name),
    hubUrl,
    stations,
    learners,
    random,
  });
  return { ...site, hub: { folder: site.hubFolder, port } };
}
