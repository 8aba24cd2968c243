import { expect, it } from 'vitest';
import { sayBytes } from './bytes.ts';

it('[SUP12] bytes are said as people read them, in the digits of the language', () => {
  const nbsp = '\u00a0';
  expect(sayBytes(0, 'en')).toBe(`0${nbsp}MB`);
  expect(sayBytes(420_000, 'en')).toBe(`0.4${nbsp}MB`);
  expect(sayBytes(38_400_000, 'en')).toBe(`38${nbsp}MB`);
  expect(sayBytes(1_240_000_000, 'km')).toBe(`១,២${nbsp}GB`);
});
