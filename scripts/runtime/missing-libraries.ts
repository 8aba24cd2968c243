/**
 * Pure knowledge about system libraries: what `ldd` said, which Debian package
 * brings which library, and how that package is called in which release.
 */

/** Packages that took a `t64` suffix with Debian 13 and Ubuntu 24.04 (64-bit time_t). */
const renamedForTime64 = new Set([
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libglib2.0-0',
  'libgtk-3-0',
]);

/** Releases before that change. Everything newer, derivatives included, has the new names. */
const codenamesBeforeTime64 = new Set([
  'buster',
  'bullseye',
  'bookworm',
  'bionic',
  'focal',
  'jammy',
]);

const packageOfLibrary: Readonly<Record<string, string>> = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** The libraries `ldd` could not find, each once, in its order. */
export function parseMissingLibraries(lddOutput: string): readonly string[] {
  const missing = lddOutput
    .split('\n')
    .map((line) => /^\s*(\S+) => not found/.exec(line)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(missing)];
}

/** The values of an os-release file; see os-release(5). */
export function parseOsRelease(text: string): ReadonlyMap<string, string> {
  const pairs = text
    .split('\n')
    .map((line) => /^([A-Z0-9_]+)=(?:"(.*)"|'(.*)'|(.*))$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map((match): [string, string] => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '']);
  return new Map(pairs);
}

/** Whether apt and Debian's package names apply: Debian, Ubuntu and what is made from them. */
export function isDebianLike(osRelease: ReadonlyMap<string, string>): boolean {
  const names = `${osRelease.get('ID') ?? ''} ${osRelease.get('ID_LIKE') ?? ''}`.split(' ');
  return names.includes('debian') || names.includes('ubuntu');
}

function hasTime64Names(osRelease: ReadonlyMap<string, string>): boolean {
  const codename =
    osRelease.get('UBUNTU_CODENAME') ??
    osRelease.get('DEBIAN_CODENAME') ??
    osRelease.get('VERSION_CODENAME') ??
    '';
  return !codenamesBeforeTime64.has(codename);
}

export interface PackageNames {
  /** To install, sorted, each once. */
  readonly packages: readonly string[];
  /** Libraries no known package brings. */
  readonly unknown: readonly string[];
}

/** The Debian packages that bring these libraries, as this release calls them. */
export function packagesFor(
  libraries: readonly string[],
  osRelease: ReadonlyMap<string, string>,
): PackageNames {
  const time64 = hasTime64Names(osRelease);
  const known = libraries
    .map((library) => packageOfLibrary[library])
    .filter((name) => name !== undefined);
  const named = known.map((name) => (time64 && renamedForTime64.has(name) ? `${name}t64` : name));
  return {
    packages: [...new Set(named)].toSorted(),
    unknown: libraries.filter((library) => packageOfLibrary[library] === undefined),
  };
}
