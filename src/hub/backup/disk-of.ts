import { stat } from 'node:fs/promises';

/** The disk a folder lies on, as the system numbers them. */
export async function diskOf(folder: string): Promise<number> {
  return (await stat(folder)).dev;
}
