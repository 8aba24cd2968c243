import type { StoredFile } from '../store/pack-reader.ts';

/**
 * The policy every file of a pack carries ([PKG12]): nothing from anywhere but the pack's own origin,
 * nothing sent anywhere else, no plug-ins, no forms, framed by our own windows only. `sandbox` without
 * `allow-modals`, `allow-popups` and `allow-top-navigation`: a pack can't print, open or leave.
 */
export const packContentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app:',
  'sandbox allow-scripts allow-same-origin',
].join('; ');

/** What every answer under `pack://` carries, errors too. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': packContentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // the kiosk's page has another origin and shows the pack's pictures and recordings
  'cross-origin-resource-policy': 'cross-origin',
};

/** What a file's answer carries besides. An address names its version, so it never changes. */
export function fileHeaders({ mime, sha256 }: StoredFile): Readonly<Record<string, string>> {
  return {
    ...safetyHeaders,
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
