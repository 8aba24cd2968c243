import { expect, it, vi } from 'vitest';
import { spellings } from './spellings.ts';

it('[LIB3] spellings are worked out ahead of time in small parts, or when they are needed', async () => {
  const asked: string[] = [];
  const { of, prepare } = spellings((text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  const texts = Array.from({ length: 1000 }, (_, number) => `text ${number}`);
  prepare(texts);
  prepare(texts);
  expect(asked).toEqual([]);
  expect(of('text 999')).toBe('TEXT 999');
  expect(asked).toEqual(['text 999']);
  await vi.waitFor(() => expect(asked.length).toBe(1001));
  expect(new Set(asked)).toEqual(new Set(texts));
  expect(of('text 0')).toBe('TEXT 0');
  expect(asked.length).toBe(1001);
});
