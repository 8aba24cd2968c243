/** A path as a package names it, as its archive does: no `./`, no query, decoded. It may lead nowhere. */
export function cleanPath(href: string): string {
  const parts: string[] = [];
  for (const part of decoded(href.replace(/[?#].*$/, ''))
    .normalize('NFC')
    .split(/[/\\]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A path that is written from where another file lies. */
export function besides(file: string, href: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(href)) return href;
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
  return `${folder}${href}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
