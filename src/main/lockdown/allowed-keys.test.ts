import { describe, expect, it } from 'vitest';
import { allowsKey } from './allowed-keys.ts';

type Held = 'control' | 'alt' | 'shift' | 'meta';

const allows = (code: string, ...held: readonly Held[]) => {
  const has = (one: Held) => held.includes(one);
  const key = /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : code;
  const modifiers = {
    control: has('control'),
    alt: has('alt'),
    shift: has('shift'),
    meta: has('meta'),
  };
  return allowsKey({ key, code, ...modifiers });
};

describe('allowsKey', () => {
  it.each<readonly [code: string, ...held: Held[]]>([
    ['KeyA'],
    ['KeyQ', 'shift'],
    ['Digit5'],
    ['Space'],
    ['Enter'],
    ['Tab'],
    ['Tab', 'shift'],
    ['Escape'],
    ['ArrowLeft', 'shift'],
    ['PageDown'],
    ['F1'],
    ['KeyA', 'control'],
    ['KeyV', 'control'],
    ['ArrowRight', 'control', 'shift'],
    ['Backspace', 'control'],
    ['KeyK', 'alt'],
    ['BracketLeft', 'alt', 'shift'],
    ['Quote', 'control', 'alt'],
    ['Alt', 'alt'],
    ['Control', 'control'],
  ])('[LCK2] leaves %s %s %s to who types', (code, ...held) => {
    expect(allows(code, ...held)).toBe(true);
  });

  it.each<readonly [code: string, ...held: Held[]]>([
    ['Meta', 'meta'],
    ['KeyL', 'meta'],
    ['Tab', 'alt'],
    ['F4', 'alt'],
    ['Space', 'alt'],
    ['ArrowLeft', 'alt'],
    ['Home', 'alt'],
    ['Escape', 'alt'],
    ['Enter', 'alt'],
    ['Delete', 'control', 'alt'],
    ['Backspace', 'control', 'alt'],
    ['F2', 'control', 'alt'],
    ['F1', 'control', 'alt'],
    ['Escape', 'control'],
    ['Escape', 'shift'],
    ['Tab', 'control'],
    ['PageUp', 'control'],
    ['KeyR', 'control'],
    ['KeyR', 'control', 'shift'],
    ['KeyW', 'control'],
    ['KeyQ', 'control'],
    ['KeyN', 'control'],
    ['KeyT', 'control', 'shift'],
    ['KeyP', 'control'],
    ['KeyS', 'control'],
    ['KeyO', 'control'],
    ['KeyU', 'control'],
    ['KeyF', 'control'],
    ['KeyI', 'control', 'shift'],
    ['KeyJ', 'control', 'shift'],
    ['KeyC', 'control', 'shift'],
    ['Equal', 'control'],
    ['Minus', 'control'],
    ['Digit0', 'control'],
    ['F5'],
    ['F7'],
    ['F10', 'shift'],
    ['F11'],
    ['F12'],
    ['PrintScreen'],
    ['Pause'],
    ['ContextMenu'],
    ['BrowserBack'],
    ['LaunchMail'],
    ['AudioVolumeUp'],
    ['Power'],
    ['Sleep'],
    ['ShowAllWindows'],
    [''],
  ])('[LCK2] keeps %s %s %s from every page', (code, ...held) => {
    expect(allows(code, ...held)).toBe(false);
  });
});
