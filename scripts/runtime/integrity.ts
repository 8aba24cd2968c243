import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetupError } from './setup-error.ts';

/** A file's sha512 in npm's spelling: `sha512-` and base64. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Accepts a file only if it is byte for byte the pinned one.
 *
 * @throws SetupError `checksum-mismatch`
 */
export async function verifyIntegrity(file: string, pinned: string): Promise<void> {
  const found = await integrityOf(file);
  if (found === pinned) return;
  throw new SetupError('checksum-mismatch', {
    happened: `The downloaded runtime is not the one this version of Rean expects (its checksum is ${found.slice(0, 19)}…, not ${pinned.slice(0, 19)}…).`,
    means:
      'It was damaged on the way, or changed by someone. It has been thrown away and was not run.',
    next: 'Run the command again. If it happens twice, ask whoever runs your package registry or proxy.',
  });
}
