import type { ScormLaunch } from './scorm-package.ts';

/** An address below a base (`xml:base`); null where neither is there. Windows' backslashes are slashes. */
export function joinHref(base: string | null, href: string | null): string | null {
  const path = href?.replaceAll('\\', '/') ?? null;
  if (base === null) return path;
  const below = base.replaceAll('\\', '/');
  if (path === null) return below;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path)) return path;
  return below.endsWith('/') ? `${below}${path}` : `${below}/${path}`;
}

/** Appends an item's parameters as IMS content packaging has it. */
export function withParameters(launch: ScormLaunch, parameters: string | null): ScormLaunch {
  const rest = parameters?.replace(/^[?&]+/, '') ?? '';
  if (rest === '') return launch;
  const { href } = launch;
  if (rest.startsWith('#')) return href.includes('#') ? launch : { ...launch, href: href + rest };
  return { ...launch, href: `${href}${href.includes('?') ? '&' : '?'}${rest}` };
}

/** The file an address opens, as the package names it; null where that lies outside the package. */
export function fileOfHref(href: string): string | null {
  const path = href.replace(/[?#].*$/s, '');
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path)) return null;
  const parts: string[] = [];
  for (const part of decode(path).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/').normalize('NFC');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
