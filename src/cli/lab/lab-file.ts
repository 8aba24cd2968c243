import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';

/**
 * `rean-lab.json`: what a lab on one PC consists of. Written when the set-up is complete, so a folder
 * without it holds no lab; it also tells `--reset` that the folder is one ([RUN3]).
 */
export const labFileSchema = z.strictObject({
  v: z.literal(1),
  hubPort: z.number().int().min(1).max(65_535),
  stations: z.array(z.strictObject({ name: z.string(), kind: stationKindSchema })).min(1),
});
export type LabFile = z.infer<typeof labFileSchema>;

export const labFileName = 'rean-lab.json';
const pathIn = (folder: string) => join(folder, labFileName);

/**
 * The lab in a folder, or null where there is none.
 * @throws ReanError `config.invalid` when the file is damaged
 */
export async function readLabFile(folder: string): Promise<LabFile | null> {
  const text = await readFile(pathIn(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return labFileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ReanError('config.invalid', { path: pathIn(folder) }, error);
  }
}

export async function writeLabFile(folder: string, lab: LabFile): Promise<void> {
  const staging = `${pathIn(folder)}.new`;
  await writeFile(staging, `${JSON.stringify(lab, null, 2)}\n`);
  await rename(staging, pathIn(folder));
}
