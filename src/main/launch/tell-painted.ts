import { writeFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import type { Log } from '../../shared/ports.ts';

/** A file that the image of a PC waits for before it says that its system works ([IMG5]). */
const settingSchema = z.looseObject({
  REAN_PAINTED: z.string().refine(isAbsolute, 'must be an absolute path').optional(),
});

/**
 * Says in the file of `REAN_PAINTED`, where that is set, that a window is in sight which a person can use. Never a
 * reason not to go on: a PC whose image hears nothing starts the system of before.
 */
export async function tellPainted(
  env: Readonly<Record<string, string | undefined>>,
  log: Log,
): Promise<void> {
  const read = settingSchema.safeParse(env);
  if (!read.success) {
    log.error('painted.setting', { setting: 'REAN_PAINTED' });
    return;
  }
  const path = read.data.REAN_PAINTED;
  if (path === undefined) return;
  try {
    await writeFile(path, '');
  } catch (error) {
    log.error('painted.file', { error });
  }
}
