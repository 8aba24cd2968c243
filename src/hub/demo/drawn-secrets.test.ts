import { describe, expect, it } from 'vitest';
import { pictureCodeSchema } from '../../shared/contracts/ipc/views.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { drawPassphrase, drawPictureCode } from './drawn-secrets.ts';

const random = systemRandomness();
const many = Array.from({ length: 400 });

describe('[IDN1] a drawn secret', () => {
  it('is four different pictures, hardly ever the same four', () => {
    const codes = many.map(() => pictureCodeSchema.parse(drawPictureCode(random)));
    expect(codes.every((code) => new Set(code).size === 4)).toBe(true);
    expect(new Set(codes.map(String)).size).toBeGreaterThan(350);
    expect(new Set(codes.flat()).size).toBe(12);
  });

  it('is a passphrase of five words that can be read out', () => {
    const phrases = many.map(() => drawPassphrase(random));
    expect(phrases.filter((each) => !/^([a-z]{4}-){4}[a-z]{4}$/.test(each))).toEqual([]);
    expect(new Set(phrases).size).toBe(many.length);
  });
});
