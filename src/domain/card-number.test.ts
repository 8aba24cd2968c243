import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../tests/factories/seeded-randomness.ts';
import { cardDigits, drawCardNumber, isCardNumber } from './card-number.ts';

const random = seededRandomness(5);
const drawn = fc.integer().map(() => drawCardNumber(random, new Set()));
const place = fc.nat(cardDigits - 1);

describe('[ACC3] a card number', () => {
  it('fits, and is none of those that are taken', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 5_000; count += 1) taken.add(drawCardNumber(random, taken));
    expect(taken.size).toBe(5_000);
    expect([...taken].filter((number) => !isCardNumber(number))).toEqual([]);
  });

  it('with one digit misread fits no more', () => {
    fc.assert(
      fc.property(drawn, place, fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = (Number(number.charAt(at)) + by) % 10;
        expect(isCardNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('with two neighbours exchanged fits no more', () => {
    fc.assert(
      fc.property(drawn, fc.nat(cardDigits - 2), (number, at) => {
        const [a, b] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(a !== b);
        expect(isCardNumber(number.slice(0, at) + b + a + number.slice(at + 2))).toBe(false);
      }),
    );
  });

  it('is six digits and nothing else', () => {
    expect(['', '12345', '1234567', '00000a', '០០០០០០'].map(isCardNumber)).not.toContain(true);
  });
});
