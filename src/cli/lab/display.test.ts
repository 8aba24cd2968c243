import { expect, it } from 'vitest';
import { hasDisplay, noDisplaySentences } from './display.ts';

it('[RUN5] finds no screen on a Linux without one, and says how to get one', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
  expect(noDisplaySentences).toContain('--xvfb');
});
