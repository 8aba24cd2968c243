import { describe, expect, it } from 'vitest';
import { findSenderFault } from './check-sender.ts';

const expected = { origin: 'app://kiosk', address: 'app://kiosk/?language=km' };
const frame = { origin: 'app://kiosk', url: 'app://kiosk/?language=km', parent: null };

describe('findSenderFault', () => {
  it('[IPC2] finds none in the top frame of a registered window at its own address', () => {
    expect(findSenderFault(frame, expected)).toBeNull();
  });

  it.each([
    ['unknown-window', frame, null],
    ['no-frame', null, expected],
    ['sub-frame', { ...frame, parent: {} }, expected],
    ['wrong-origin', { ...frame, origin: 'app://supervisor' }, expected],
    ['wrong-origin', { ...frame, origin: 'null' }, expected],
    ['wrong-address', { ...frame, url: 'app://kiosk/?language=km#x' }, expected],
    ['wrong-address', { ...frame, url: 'about:blank' }, expected],
  ] as const)('[IPC2] finds %s', (fault, sender, known) => {
    expect(findSenderFault(sender, known)).toBe(fault);
  });
});
