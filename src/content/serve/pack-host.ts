import type { PackId } from '../../shared/ids.ts';

/**
 * Whether a pack id survives as the host of a URL ([PKG11]). Chromium decodes a host label that
 * begins with `xn--` as an international name and refuses or changes it. The sitting is glued to the
 * last label with `--`, so that label may not be just `xn` either.
 */
export function isHostSafe(id: PackId): boolean {
  const labels = id.split('.');
  return labels.at(-1) !== 'xn' && labels.every((label) => !label.startsWith('xn--'));
}
