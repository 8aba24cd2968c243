import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod';
import { forkWorker } from '../machine/fork-worker.ts';

export const plainPouchTitle =
  'plain PouchDB on LevelDB (no fsync), bulk write of the same documents';
const toldSchema = z.strictObject({ ms: z.number() });

/**
 * @param documents path of a JSON array of documents
 * @param folder where to write; not there yet
 * @returns ms
 */
export async function timePlainPouch(documents: string, folder: string): Promise<number> {
  const script = join(import.meta.dirname, 'plain-pouch-worker.ts');
  const { child, failed, stop } = forkWorker(script, [documents, folder]);
  const [told]: readonly unknown[] = await Promise.race([failed, once(child, 'message')]);
  await stop();
  return toldSchema.parse(told).ms;
}
