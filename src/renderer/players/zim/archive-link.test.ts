import { describe, expect, it } from 'vitest';
import { readLink } from './archive-link.ts';

const archive = 'pack://org.rean.test--si-0123456789abcdef/1.0.0/wiki/archive.zim';
const page = `${archive}/A/Rice`;
const inner = (href: string) => readLink(href, page, archive);

describe('a link on a page of an archive', () => {
  it('leads to another page of it, however it is written [ZIM5]', () => {
    expect(inner('Water#Rain')).toEqual({ kind: 'page', inner: 'A/Water#Rain' });
    expect(inner('../I/map.png')).toEqual({ kind: 'page', inner: 'I/map.png' });
    expect(inner(`${archive}/A/AC%2FDC`)).toEqual({ kind: 'page', inner: 'A/AC%2FDC' });
  });

  it('leads nowhere where it leads out of the archive [ZIM5]', () => {
    const outside = ['https://example.org/', '//example.org/x', 'mailto:a@example.org', '/other'];
    for (const href of [...outside, '../../pack.json', 'http://[']) {
      expect(inner(href)).toEqual({ kind: 'outside' });
    }
  });

  it('is left to its page where it stays on it [ZIM5]', () => {
    expect(inner('#Growing')).toEqual({ kind: 'own' });
    expect(inner('javascript:void(0)')).toEqual({ kind: 'own' });
  });
});
