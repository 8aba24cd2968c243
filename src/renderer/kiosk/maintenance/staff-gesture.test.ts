import { expect, it } from 'vitest';
import { isChord, nothingHeld, pressed, released } from './staff-gesture.ts';

const both = pressed(pressed(nothingHeld, 'ShiftLeft'), 'ShiftRight');

it('[MNT1] the gesture is both Shift keys, in either order', () => {
  expect(isChord(both)).toBe(true);
  expect(isChord(pressed(pressed(nothingHeld, 'ShiftRight'), 'ShiftLeft'))).toBe(true);
});

it('[MNT1] one Shift, no Shift, or a further key is no gesture', () => {
  expect(isChord(nothingHeld)).toBe(false);
  expect(isChord(pressed(nothingHeld, 'ShiftLeft'))).toBe(false);
  expect(isChord(pressed(both, 'KeyA'))).toBe(false);
  expect(isChord(released(both, 'ShiftLeft'))).toBe(false);
});
