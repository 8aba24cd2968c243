import { pieceSandbox } from '../../shared/contracts/piece-bridge.ts';
import type { StoredFile } from '../store/pack-reader.ts';

/**
 * The policy every file of a pack carries ([PKG12]): nothing from anywhere but the pack's own origin,
 * nothing sent anywhere else, no plug-ins, no form sent, framed by our own windows only. `sandbox` without
 * `allow-modals`, `allow-popups` and `allow-top-navigation`: a pack can't print, open or leave.
 */
const packPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self' app:",
  sandbox: pieceSandbox,
} as const;

/**
 * Of files that run code: pages as others write them, with scripts in them. What they may run is theirs
 * to say; where it can reach stays the same.
 */
const codePolicy = {
  ...packPolicy,
  'script-src': "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
  'media-src': "'self' data: blob:",
  'connect-src': "'self' data: blob:",
  'worker-src': "'self' blob:",
  'frame-src': "'self' blob:",
} as const;

/**
 * Of the page that shows books: their parts are made anew there, as blobs, which are on its origin. What a
 * book brings along runs nothing, nor does what else is on that origin: only this player's own code does.
 */
const bookPolicy = (origin: string) =>
  ({
    ...packPolicy,
    'script-src': `${origin}/~player/epub/`,
    'style-src': "'self' 'unsafe-inline' blob:",
    'font-src': "'self' data: blob:",
    'frame-src': 'blob:',
    'worker-src': "'none'",
  }) as const;

/**
 * Of the page that plays H5P, where the player and the libraries of the pack run: they make code out of
 * texts, and reach no further than pages of the pack.
 */
const h5pPolicy = { ...codePolicy, 'script-src': "'self' 'unsafe-eval'" } as const;

const write = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');

export const packContentPolicy = write(packPolicy);

/** What every answer under `pack://` carries, errors too. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': packContentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  // the kiosk's page has another origin and shows the pack's pictures and recordings
  'cross-origin-resource-policy': 'cross-origin',
};

/** What the pages and files of players carry, on the origin of a pack. */
export const playerHeaders = (
  kind: string | null,
  origin: string,
): Readonly<Record<string, string>> => ({
  ...safetyHeaders,
  ...(kind === 'epub' && { 'content-security-policy': write(bookPolicy(origin)) }),
  ...(kind === 'h5p' && { 'content-security-policy': write(h5pPolicy) }),
});

/** What is sent, wherever it lies. `sha256` tells it apart from all other content. */
export type ServedContent = Omit<StoredFile, 'blobPath'>;

/** What a file's answer carries besides. An address names its version, so it never changes. */
export function fileHeaders({
  mime,
  sha256,
  runs,
}: ServedContent): Readonly<Record<string, string>> {
  return {
    ...safetyHeaders,
    ...(runs && { 'content-security-policy': write(codePolicy) }),
    'content-type': isText(mime) ? `${mime}; charset=utf-8` : mime,
    'accept-ranges': 'bytes',
    etag: entityTag(sha256),
    'cache-control': 'private, max-age=31536000, immutable',
  };
}

/** A strong tag: the content's own hash. */
export const entityTag = (sha256: string) => `"${sha256}"`;

const isText = (mime: string) =>
  mime.startsWith('text/') || mime === 'application/json' || mime === 'image/svg+xml';
