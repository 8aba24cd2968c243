import { writeFile } from 'node:fs/promises';
import type { SecretKey } from '../../content/minisign/keys.ts';
import { formatSignature, signBytes } from '../../content/minisign/signature.ts';

/** Writes a file, and its signature beside it (`.minisig`). */
export async function writeSigned(
  path: string,
  text: string,
  comment: string,
  key: SecretKey,
): Promise<void> {
  const bytes = Buffer.from(text);
  await writeFile(path, bytes);
  await writeFile(`${path}.minisig`, formatSignature(signBytes(bytes, comment, key)));
}
