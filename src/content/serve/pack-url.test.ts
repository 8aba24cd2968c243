import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPathSchema } from '../../shared/contracts/phrase.ts';
import { packIdSchema, semverSchema, sittingIdSchema } from '../../shared/ids.ts';
import { isHostSafe } from './pack-host.ts';
import { packBase, packOrigin, packUrl, parsePackUrl } from './pack-url.ts';

const sitting = sittingIdSchema.parse('si-0123456789abcdef');
const address = {
  pack: packIdSchema.parse('org.rean.khmer-letters'),
  version: semverSchema.parse('1.2.0'),
  sitting,
  path: packPathSchema.parse('pictures/ka.svg'),
};
const good = 'pack://org.rean.khmer-letters--si-0123456789abcdef/1.2.0/pictures/ka.svg';

describe('an address of a pack', () => {
  it('has an origin for each pack and sitting, and the version in its base [PKG11]', () => {
    expect(packOrigin(address)).toBe('pack://org.rean.khmer-letters--si-0123456789abcdef');
    expect(packBase(address)).toBe('pack://org.rean.khmer-letters--si-0123456789abcdef/1.2.0/');
    expect(packUrl(address)).toBe(good);
    expect(parsePackUrl(good)).toEqual(address);
  });

  it('resolves pack paths against its base, as a page does', () => {
    expect(new URL('audio/en/a.ogg', packBase(address)).href).toBe(
      `${packBase(address)}audio/en/a.ogg`,
    );
  });

  it('is the same in capitals, as hosts are, and with a query or fragment', () => {
    expect(parsePackUrl(good.replace('org.rean', 'Org.REAN'))).toEqual(address);
    expect(parsePackUrl(`${good}?again=1`)).toEqual(address);
    expect(parsePackUrl(`${good}#part`)).toEqual(address);
  });

  it('comes back whatever pack, sitting and path it is made of [PKG11]', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const packId = fc
      .array(label, { minLength: 2, maxLength: 4 })
      .map((labels) => packIdSchema.parse(labels.join('.')))
      .filter(isHostSafe);
    const sittingId = fc
      .stringMatching(/^si-[a-hjkmnp-tv-z0-9]{16}$/)
      .map((text) => sittingIdSchema.parse(text));
    fc.assert(
      fc.property(packId, sittingId, (pack, who) => {
        const made = { ...address, pack, sitting: who };
        expect(parsePackUrl(packUrl(made))).toEqual(made);
        // a web URL goes through the host rules that Chromium has for a standard scheme
        const host = packOrigin(made).slice('pack://'.length);
        expect(new URL(`https://${host}/`).hostname).toBe(host);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it.each([
    ['of another scheme', good.replace('pack:', 'https:')],
    ['without a sitting', good.replace('--si-0123456789abcdef', '')],
    ['with a sitting that is none', good.replace('si-0', 'si-u')],
    ['with a port', good.replace('abcdef/', 'abcdef:80/')],
    ['with a user', good.replace('pack://', 'pack://me@')],
    ['climbing out', good.replace('pictures/', '../../')],
    ['climbing out in percent signs', good.replace('pictures/', '%2e%2e/')],
    ['with a backslash', good.replace('pictures/', 'pictures\\')],
    ['of a folder', good.replace('ka.svg', '')],
    ['without a version', good.replace('1.2.0/', '')],
    ['of the origin alone', 'pack://org.rean.khmer-letters--si-0123456789abcdef/'],
    ['of nothing', ''],
  ])('is none %s [PKG11]', (_, url) => {
    expect(parsePackUrl(url)).toBeNull();
  });
});

describe('a pack id', () => {
  it.each(['org.xn--rean', 'xn--a.rean', 'org.rean.xn'])('%s can be no host [PKG11]', (id) => {
    expect(isHostSafe(packIdSchema.parse(id))).toBe(false);
  });

  it.each(['org.rean.numbers', 'org.re--an.x', 'org.rean.12', 'org.0x7f'])('%s can', (id) => {
    expect(isHostSafe(packIdSchema.parse(id))).toBe(true);
  });
});
