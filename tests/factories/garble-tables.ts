import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a dying disk does: half of every table of a LevelDB folder turns to nonsense. It still opens,
 * as the end of each table is whole.
 *
 * @returns how many tables there were
 */
export async function garbleTables(folder: string): Promise<number> {
  const tables = (await readdir(folder)).filter((name) => name.endsWith('.ldb'));
  for (const table of tables) {
    const file = await open(join(folder, table), 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(Math.floor(size / 2), 0xa5), 0, Math.floor(size / 2), 0);
    await file.close();
  }
  return tables.length;
}
