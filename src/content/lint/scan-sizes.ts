import { isAudioMime, isPictureMime, mimeOfPath } from '../pack/media-type.ts';
import { tellLint } from '../words/tell.ts';
import type { Finding } from './finding.ts';

const mebibyte = 1024 ** 2;
/** Larger ones come slowly to every PC of a lab, and show no more on its screens. */
const largest = { picture: mebibyte, recording: 4 * mebibyte };

/** Pictures and recordings that take more room than a lesson needs ([FRN5]). */
export async function scanSizes(
  paths: readonly string[],
  sizeOf: (path: string) => Promise<number | null>,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const file of paths) {
    const mime = mimeOfPath(file) ?? '';
    const kind = isPictureMime(mime) ? 'picture' : isAudioMime(mime) ? 'recording' : null;
    const size = kind === null ? 0 : ((await sizeOf(file)) ?? 0);
    if (kind === null || size <= largest[kind]) continue;
    const text = tellLint(`size.${kind}`, { size: (size / mebibyte).toFixed(1) });
    found.push({ rule: 'size', weight: 'look', file, at: null, line: null, text });
  }
  return found;
}
