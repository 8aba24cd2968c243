import { describe, expect, it } from 'vitest';
import { khmerKey } from './khmer-key.ts';

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('a field for Khmer at the officer’s desk [KHM5]', () => {
  it('is typed by the place of the keys, with Shift and the right Alt key', () => {
    expect(khmerKey({ ...none, key: 'k', code: 'KeyK' })).toBe('ក');
    expect(khmerKey({ ...none, key: 'K', code: 'KeyK', shiftKey: true })).toBe('គ');
    expect(khmerKey({ ...none, key: 'o', code: 'KeyO', altKey: true })).toBe('ឱ');
  });

  it('leaves commands, Enter, and what the PC wrote in Khmer by itself', () => {
    expect(khmerKey({ ...none, key: 'v', code: 'KeyV', ctrlKey: true })).toBeNull();
    expect(khmerKey({ ...none, key: 'Enter', code: 'Enter' })).toBeNull();
    expect(khmerKey({ ...none, key: 'ក', code: 'KeyK' })).toBeNull();
    expect(khmerKey({ ...none, key: 'Process', code: 'KeyK' })).toBeNull();
  });
});
