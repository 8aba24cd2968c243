import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { usualH5pPlayer } from '../../src/shared/contracts/h5p.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { h5pFiles, playerFiles } from './h5p-package.ts';
import { installImported } from './imported-pack.ts';
import { storeOptions } from './pack-press.ts';
import { rawZip } from './raw-zip.ts';

export const h5pCourse = courseIdSchema.parse('org.rean.test.h5p');
export const h5pCourseTitle = 'លំហាត់សាកល្បង';

/**
 * Installs a package of H5P of our own making in a station's store, and the pack with its player.
 * @returns where the player's first script lies
 */
export async function installH5p(scratch: string, store: string): Promise<string> {
  const player = join(scratch, 'h5p-standalone');
  for (const [path, text] of Object.entries(playerFiles)) {
    await mkdir(dirname(join(player, path)), { recursive: true });
    await writeFile(join(player, path), text);
  }
  const { pack, version } = usualH5pPlayer;
  await installImported(scratch, store, { paths: [player], id: pack, version });
  const quiz = join(scratch, 'pick.h5p');
  await writeFile(quiz, rawZip(h5pFiles()));
  const words = { paths: [quiz], id: h5pCourse, titleKm: h5pCourseTitle };
  await installImported(scratch, store, words);
  const reader = await (await openPackStore(storeOptions(store))).open(pack, version);
  const [item] = reader.manifest.items;
  return (await reader.file(item?.entry ?? '')).blobPath;
}
