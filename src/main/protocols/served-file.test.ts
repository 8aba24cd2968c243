import { describe, expect, it } from 'vitest';
import { servedFile } from './served-file.ts';

const served = (pathname: string) => servedFile('/built', 'kiosk', pathname);

describe('servedFile', () => {
  it("[WIN3] serves the role's own page at its root, and what all pages share", () => {
    expect(served('/')?.path).toBe('/built/kiosk/index.html');
    expect(served('/assets/kiosk-D1Mb_daIM.js')).toEqual({
      path: '/built/assets/kiosk-D1Mb_daIM.js',
      mime: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    '/supervisor/index.html',
    '/kiosk/index.html',
    '/index.html',
    '/assets',
    '/assets/',
    '/assets/../kiosk/index.html',
    '/assets/%2e%2e/secret.js',
    '/assets/..%2fsecret.js',
    '/assets/a%00.js',
    '/assets/.hidden.js',
    '/assets/a..js',
    '/assets//a.js',
    '/assets/a\\b.js',
    '/assets/kiosk.js.map',
    '/assets/a.json',
    '/assets/a',
    '',
    '//etc/passwd.js',
  ])('[WIN3] does not serve %j', (pathname) => {
    expect(served(pathname)).toBeNull();
  });
});
