import { expect, it } from 'vitest';
import { printerState } from './printer-state.ts';

it('[PTR2] a printer stands as it says, in one word; what is only low is no trouble', () => {
  expect(printerState(3, ['none'])).toBe('ready');
  expect(printerState(3, ['media-low-warning', 'toner-low-report'])).toBe('ready');
  expect(printerState(4, ['none'])).toBe('printing');
  expect(printerState(5, ['media-empty-error'])).toBe('paper');
  expect(printerState(4, ['media-needed'])).toBe('paper');
  expect(printerState(5, ['media-jam-error', 'cover-open'])).toBe('jam');
  expect(printerState(5, ['door-open-report'])).toBe('door');
  expect(printerState(3, ['marker-supply-empty-warning'])).toBe('ink');
  expect(printerState(3, ['offline-report', 'media-empty'])).toBe('away');
  expect(printerState(5, ['paused'])).toBe('stopped');
});
