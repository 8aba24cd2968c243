import { describe, expect, it } from 'vitest';
import { allowsKey } from './allowed-keys.ts';

/** @param press as `control+alt+KeyT` */
const allows = (press: string) => {
  const names = press.split('+');
  const code = names.at(-1) ?? '';
  const has = (name: string) => names.slice(0, -1).includes(name);
  return allowsKey({
    key: code.startsWith('Key') ? code.slice(3) : code,
    code,
    control: has('control'),
    alt: has('alt'),
    shift: has('shift'),
    meta: has('meta'),
  });
};

describe('allowsKey', () => {
  it.each([
    'KeyA',
    'shift+KeyQ',
    'Digit5',
    'Space',
    'Enter',
    'Tab',
    'shift+Tab',
    'Escape',
    'shift+ArrowLeft',
    'PageDown',
    'F1',
    'control+KeyA',
    'control+KeyV',
    'control+shift+ArrowRight',
    'control+Backspace',
    'alt+KeyK',
    'alt+shift+BracketLeft',
    'control+alt+Quote',
    'alt+Alt',
    'control+Control',
  ])('[LCK2] leaves %s to who types', (press) => {
    expect(allows(press)).toBe(true);
  });

  it.each([
    'meta+Meta',
    'meta+KeyL',
    'alt+Tab',
    'alt+F4',
    'alt+Space',
    'alt+ArrowLeft',
    'alt+Home',
    'alt+Escape',
    'alt+Enter',
    'control+alt+Delete',
    'control+alt+Backspace',
    'control+alt+F2',
    'control+alt+F1',
    'control+Escape',
    'shift+Escape',
    'control+Tab',
    'control+PageUp',
    'control+KeyR',
    'control+shift+KeyR',
    'control+KeyW',
    'control+KeyQ',
    'control+KeyN',
    'control+shift+KeyT',
    'control+KeyP',
    'control+KeyS',
    'control+KeyO',
    'control+KeyU',
    'control+KeyF',
    'control+shift+KeyI',
    'control+shift+KeyJ',
    'control+shift+KeyC',
    'control+Equal',
    'control+Minus',
    'control+Digit0',
    'F5',
    'F7',
    'shift+F10',
    'F11',
    'F12',
    'PrintScreen',
    'Pause',
    'ContextMenu',
    'BrowserBack',
    'LaunchMail',
    'AudioVolumeUp',
    'Power',
    'Sleep',
    'ShowAllWindows',
    '',
  ])('[LCK2] keeps %s from every page', (press) => {
    expect(allows(press)).toBe(false);
  });
});
