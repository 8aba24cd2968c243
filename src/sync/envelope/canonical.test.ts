import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalTexts } from './canonical.ts';

describe('[EVT4] the canonical form', () => {
  it('is what RFC 8785 says, whatever a value consists of', () => {
    const strings = fc.string({ unit: 'grapheme' });
    const anything = fc.anything({
      key: fc.oneof(strings, fc.nat().map(String)),
      values: [strings, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)],
      withDate: true,
      withNullPrototype: true,
    });
    const property = fc.property(anything, (value) => {
      expect(outcome(() => canonicalBytes(value).toString())).toEqual(
        outcome(() => String(canonicalize(value))),
      );
    });
    fc.assert(property, { seed: 20261122, numRuns: 2000 });
  });

  it('of an object less some of its members is that of what is left', () => {
    const names = fc.constantFrom<string>('sig', 'sealed', '_id', 'toJSON', 'b');
    const objects = fc.dictionary(names, fc.jsonValue(), { noNullPrototype: true });
    const property = fc.property(objects, fc.array(fc.array(names)), (object, lacking) => {
      const left = lacking.map((lacked) => {
        return Object.entries(object).filter(([name]) => !lacked.includes(name));
      });
      expect(canonicalTexts(object, lacking)).toEqual(
        left.map((members) => canonicalBytes(Object.fromEntries(members)).toString()),
      );
    });
    fc.assert(property, { seed: 20261122 });
  });

  it('sorts members by UTF-16 unit and escapes as JSON does, as in the example of RFC 8785', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const text = canonicalBytes(value).toString();
    const names = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    expect(names.map((name) => text.indexOf(`"${name}":`))).toEqual(
      names.map((name) => text.indexOf(`"${name}":`)).toSorted((one, other) => one - other),
    );
    expect(text).toContain('"\\r":"Carriage Return"');
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalBytes(undefined)).toThrow(
      expect.objectContaining({ code: 'shape.invalid' }),
    );
    expect(() => canonicalBytes({ text: '\ud83d' })).toThrow('surrogate');
    expect(() => canonicalBytes([Number.NaN])).toThrow('NaN');
  });
});

/** What a call returns, or that it throws. */
function outcome(call: () => string) {
  try {
    return call();
  } catch {
    return { threw: true };
  }
}
