import { expect, it } from 'vitest';
import { sayBytes } from './bytes.ts';

it('[SUP12] bytes are said as people read them, in the digits of the language', () => {
  const nbsp = '\u00a0';
  expect(sayBytes(0, 'en')).toBe(`0${nbsp}KB`);
  expect(sayBytes(1, 'en')).toBe(`1${nbsp}KB`);
  expect(sayBytes(2_300, 'km')).toBe(`៣${nbsp}KB`);
  expect(sayBytes(420_000, 'en')).toBe(`420${nbsp}KB`);
  expect(sayBytes(999_000, 'en')).toBe(`999${nbsp}KB`);
  expect(sayBytes(999_900, 'en')).toBe(`1${nbsp}MB`);
  expect(sayBytes(1_240_000, 'km')).toBe(`១,២${nbsp}MB`);
  expect(sayBytes(38_400_000, 'en')).toBe(`38${nbsp}MB`);
  expect(sayBytes(999_900_000, 'en')).toBe(`1${nbsp}GB`);
  expect(sayBytes(1_240_000_000, 'km')).toBe(`១,២${nbsp}GB`);
});
