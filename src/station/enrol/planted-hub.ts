import type { Disk } from '../../content/disk/disk.ts';
import { plantedSiteSchema } from '../../shared/contracts/planted-site.ts';

/**
 * Where the hub is by what was planted on this PC ([FBT1]); null where nothing was, or it can't be read. It is an offer
 * to a person and no more: who the hub is its certificate says, and the one-time code ([ENR2]).
 * @param path absolute, of the image's site.json
 */
export async function plantedHub(
  path: string,
  disk: Pick<Disk, 'readFile'>,
): Promise<string | null> {
  try {
    const bytes = await disk.readFile(path);
    if (bytes === null) return null;
    const read = plantedSiteSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data.hub.url.replace(/\/$/, '') : null;
  } catch {
    return null;
  }
}
