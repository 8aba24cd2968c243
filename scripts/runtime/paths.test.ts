import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runtimePaths } from './paths.ts';

describe('where the set-up works', () => {
  it('keeps runtimes in the cache folder of the user, outside node_modules', () => {
    const paths = runtimePaths('/house', {});
    expect(paths.dist).toBe(join('/house', 'node_modules', 'electron', 'dist'));
    expect(paths.cacheRoot).toBe(join(homedir(), '.cache', 'rean', 'runtime'));
  });

  it('follows XDG_CACHE_HOME when it is absolute, and only then', () => {
    const at = (named: string): string =>
      runtimePaths('/house', { XDG_CACHE_HOME: named }).cacheRoot;
    expect(at('/var/cache/me')).toBe(join('/var/cache/me', 'rean', 'runtime'));
    expect(at('relative')).toBe(join(homedir(), '.cache', 'rean', 'runtime'));
  });

  it('takes a ready Electron folder by its full path only', () => {
    expect(runtimePaths('/house', { REAN_ELECTRON_DIST: '/media/usb/electron' }).given).toBe(
      '/media/usb/electron',
    );
    expect(() => runtimePaths('/house', { REAN_ELECTRON_DIST: 'electron' })).toThrow(
      'REAN_ELECTRON_DIST',
    );
  });
});
