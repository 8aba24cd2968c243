import { describe, expect, it } from 'vitest';
import { packRequestOf } from './pack-requests.ts';

const origin = 'pack://org.rean.test--si-0123456789abcdef';
const asked = (path: string, how?: RequestInit) => packRequestOf(new Request(origin + path, how));

describe('what the station is asked for a page', () => {
  it('is an address without its query, and which part of the file', () => {
    expect(asked(`/1.0.0/a.html?${'x'.repeat(5_000)}`)).toEqual({
      method: 'GET',
      url: `${origin}/1.0.0/a.html`,
      range: null,
      ifRange: null,
    });
    expect(asked('/1.0.0/a.mp4', { headers: { range: 'bytes=0-9' } })?.range).toBe('bytes=0-9');
  });

  it.each([
    ['address', `/1.0.0/${'x'.repeat(4_000)}`, {}],
    ['part', '/1.0.0/a.html', { headers: { range: `bytes=${'0'.repeat(300)}-` } }],
    ['method', '/1.0.0/a.html', { method: 'X'.repeat(30) }],
  ])('[PCE3] is nothing where no file has such an %s', (_what, path, how) => {
    expect(asked(path, how)).toBeNull();
  });
});
