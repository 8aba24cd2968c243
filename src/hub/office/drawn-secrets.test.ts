import { describe, expect, it } from 'vitest';
import { isEasyPin } from '../../domain/easy-pin.ts';
import {
  handoverNumberSchema,
  pictureCodeSchema,
  pinSchema,
} from '../../shared/contracts/sign-in.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import {
  drawHandoverNumber,
  drawLearnerSecret,
  drawPassphrase,
  drawPictureCode,
} from './drawn-secrets.ts';

const random = systemRandomness();
const many = Array.from({ length: 400 });

describe('[IDN1] a drawn secret', () => {
  it('is four different pictures, hardly ever the same four', () => {
    const codes = many.map(() => pictureCodeSchema.parse(drawPictureCode(random)));
    expect(codes.every((code) => new Set(code).size === 4)).toBe(true);
    expect(new Set(codes.map(String)).size).toBeGreaterThan(350);
    expect(new Set(codes.flat()).size).toBe(12);
  });

  it('[SGN10] is five digits, none of those that are tried first', () => {
    const pins = many.map(() => {
      const secret = drawLearnerSecret('pin', random);
      return secret.kind === 'pin' ? pinSchema.parse(secret.digits) : 'pictures';
    });
    expect(pins.filter(isEasyPin)).toEqual([]);
    expect(new Set(pins).size).toBeGreaterThan(380);
  });

  it('[SGN9] is a number of six digits for an officer', () => {
    const numbers = many.map(() => handoverNumberSchema.parse(drawHandoverNumber(random)));
    expect(new Set(numbers).size).toBeGreaterThan(395);
  });

  it('is a passphrase of five words that can be read out', () => {
    const phrases = many.map(() => drawPassphrase(random));
    expect(phrases.filter((each) => !/^([a-z]{4}-){4}[a-z]{4}$/.test(each))).toEqual([]);
    expect(new Set(phrases).size).toBe(many.length);
  });
});
