import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { isReanError } from '../../shared/errors.ts';
import type { PackId, Semver, SittingId } from '../../shared/ids.ts';
import type { StoredFile } from '../store/pack-reader.ts';
import { readByteRange } from './byte-range.ts';
import { entityTag, fileHeaders, safetyHeaders } from './pack-headers.ts';
import { h5pFile, parseH5pUrl } from './h5p-view.ts';
import type { ServedContent } from './pack-headers.ts';
import { parsePackPlace, parsePackUrl, withinArchive } from './pack-url.ts';
import type { ZimDesk } from './zim-desk.ts';

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

export type PackBody =
  | {
      readonly blobPath: string;
      /** First byte. */
      readonly start: number;
      /** Bytes to send; 0 sends none. */
      readonly length: number;
    }
  /** What lies packed in a file. */
  | { readonly bytes: Uint8Array<ArrayBuffer> };

/** Where files come from: `PackStore.open`, perhaps remembered. */
export type OpenPack = (
  pack: PackId,
  version: Semver,
) => Promise<{
  readonly manifest: Pick<PackManifest, 'items' | 'requires'>;
  file(path: string): Promise<StoredFile>;
}>;

/** Which sitting an address under `pack://` is of; null where it is none. */
export const sittingOf = (url: string): SittingId | null => parsePackPlace(url)?.sitting ?? null;

/**
 * Answers a request under `pack://` ([PKG11], [PKG12]). `sitting` is the one signed in: addresses of
 * any other are not found. Never throws for what a pack or page may ask; a damaged file is a 500.
 */
export async function servePackFile(
  open: OpenPack,
  sitting: SittingId | null,
  request: PackRequest,
  zims: ZimDesk,
): Promise<PackAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plainAnswer(405, { allow: 'GET, HEAD' });
  }
  if (sitting === null || sittingOf(request.url) !== sitting) return plainAnswer(404);
  try {
    return await answerAddress(open, request, zims);
  } catch (error) {
    if (!isReanError(error)) throw error;
    const absent = error.code === 'pack.not-installed' || error.code === 'pack.file-missing';
    return plainAnswer(absent ? 404 : 500);
  }
}

/** What is at an address, whatever sitting it is of. */
async function answerAddress(
  open: OpenPack,
  request: PackRequest,
  zims: ZimDesk,
): Promise<PackAnswer> {
  const place = parsePackPlace(request.url);
  if (place === null) return plainAnswer(404);
  const reader = await open(place.pack, place.version);
  const within = withinArchive(place.rest, reader.manifest.items);
  if (within !== null) {
    return zims.answer({ ...within, request, file: (path) => reader.file(path) });
  }
  const ofH5p = parseH5pUrl(request.url);
  if (ofH5p !== null) return answerFile(await h5pFile(open, ofH5p), request);
  const address = parsePackUrl(request.url);
  if (address === null) return plainAnswer(404);
  return answerFile(await reader.file(address.path), request);
}

/** The answer for a file that is there. Pure. */
export function answerFile(file: StoredFile, request: PackRequest): PackAnswer {
  const { blobPath } = file;
  return answerContent(file, request, (start, length) => ({ blobPath, start, length }));
}

/**
 * The answer for content that is there, wherever it lies. Pure.
 * @param body gives its bytes from `start` on
 */
export function answerContent(
  file: ServedContent,
  request: PackRequest,
  body: (start: number, length: number) => PackBody,
): PackAnswer {
  const range = readByteRange(validRange(file, request), file.size);
  const headers = fileHeaders(file);
  if (range.kind === 'unsatisfiable') {
    return plainAnswer(416, { 'content-range': `bytes */${file.size}` });
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: file.size - 1 };
  const length = end - start + 1;
  const sent = request.method === 'HEAD' ? null : body(start, length);
  const sized = { ...headers, 'content-length': String(length) };
  if (range.kind === 'whole') return { status: 200, headers: sized, body: sent };
  const contentRange = `bytes ${start}-${end}/${file.size}`;
  return { status: 206, headers: { ...sized, 'content-range': contentRange }, body: sent };
}

/** A range is for the content the asker already has a part of; for another it gets the whole. */
function validRange({ sha256 }: ServedContent, { range, ifRange }: PackRequest): string | null {
  return ifRange === null || ifRange === entityTag(sha256) ? range : null;
}

/** An answer without bytes. */
export function plainAnswer(
  status: 404 | 405 | 416 | 500,
  headers: Readonly<Record<string, string>> = {},
): PackAnswer {
  return { status, headers: { ...safetyHeaders, 'content-length': '0', ...headers }, body: null };
}
