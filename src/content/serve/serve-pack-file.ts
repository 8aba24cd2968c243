import { isReanError } from '../../shared/errors.ts';
import type { PackId, Semver, SittingId } from '../../shared/ids.ts';
import type { StoredFile } from '../store/pack-reader.ts';
import { readByteRange } from './byte-range.ts';
import { entityTag, fileHeaders, safetyHeaders } from './pack-headers.ts';
import { parsePackUrl } from './pack-url.ts';

/** What a window asked for under `pack://`. */
export interface PackRequest {
  readonly method: string;
  readonly url: string;
  readonly range: string | null;
  readonly ifRange: string | null;
}

/** The answer, as plain data: it may cross to the process that owns the protocol. */
export interface PackAnswer {
  readonly status: 200 | 206 | 404 | 405 | 416 | 500;
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes to send, or null for none. */
  readonly body: PackBody | null;
}

export interface PackBody {
  readonly blobPath: string;
  /** First byte. */
  readonly start: number;
  /** Bytes to send; 0 sends none. */
  readonly length: number;
}

/** Where files come from: `PackStore.open`, perhaps remembered. */
export type OpenPack = (
  pack: PackId,
  version: Semver,
) => Promise<{ file(path: string): Promise<StoredFile> }>;

/**
 * Answers a request under `pack://` ([PKG11], [PKG12]). `sitting` is the one signed in: addresses of
 * any other are not found. Never throws for what a pack or page may ask; a damaged file is a 500.
 */
export async function servePackFile(
  open: OpenPack,
  sitting: SittingId | null,
  request: PackRequest,
): Promise<PackAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plainAnswer(405, { allow: 'GET, HEAD' });
  }
  const address = parsePackUrl(request.url);
  if (address === null || address.sitting !== sitting) return plainAnswer(404);
  try {
    const reader = await open(address.pack, address.version);
    return answerFile(await reader.file(address.path), request);
  } catch (error) {
    if (!isReanError(error)) throw error;
    const absent = error.code === 'pack.not-installed' || error.code === 'pack.file-missing';
    return plainAnswer(absent ? 404 : 500);
  }
}

/** The answer for a file that is there. Pure. */
export function answerFile(file: StoredFile, request: PackRequest): PackAnswer {
  const range = readByteRange(validRange(file, request), file.size);
  const headers = fileHeaders(file);
  if (range.kind === 'unsatisfiable') {
    return plainAnswer(416, { 'content-range': `bytes */${file.size}` });
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: file.size - 1 };
  const length = end - start + 1;
  const body = request.method === 'HEAD' ? null : { blobPath: file.blobPath, start, length };
  const sized = { ...headers, 'content-length': String(length) };
  if (range.kind === 'whole') return { status: 200, headers: sized, body };
  const contentRange = `bytes ${start}-${end}/${file.size}`;
  return { status: 206, headers: { ...sized, 'content-range': contentRange }, body };
}

/** A range is for the content the asker already has a part of; for another it gets the whole. */
function validRange({ sha256 }: StoredFile, { range, ifRange }: PackRequest): string | null {
  return ifRange === null || ifRange === entityTag(sha256) ? range : null;
}

function plainAnswer(
  status: 404 | 405 | 416 | 500,
  headers: Readonly<Record<string, string>> = {},
): PackAnswer {
  return { status, headers: { ...safetyHeaders, 'content-length': '0', ...headers }, body: null };
}
