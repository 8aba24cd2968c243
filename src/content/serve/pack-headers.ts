import type { StoredFile } from '../store/pack-reader.ts';

/**
 * The policy every file of a pack carries ([PKG12]): nothing from anywhere but the pack's own origin,
 * nothing sent anywhere else, no plug-ins, no forms, framed by our own windows only. `sandbox` without
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
  sandbox: 'allow-scripts allow-same-origin',
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

/** What a file's answer carries besides. An address names its version, so it never changes. */
export function fileHeaders({ mime, sha256, runs }: StoredFile): Readonly<Record<string, string>> {
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
