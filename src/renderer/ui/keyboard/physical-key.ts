import type { KeyDeed } from '../typing/typed-text.ts';
import type { KeyboardKind } from './boards.ts';
import { isKhmerKey, khmerSign } from './nida.ts';

/** What of a key press decides what is typed. */
export interface PhysicalPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** AltGr is down, where the PC's layout has one. */
  readonly altGraph: boolean;
  /** An input method of the PC is at work: what it writes is taken as it is. */
  readonly composing: boolean;
}

const named: Readonly<Record<string, KeyDeed>> = {
  Backspace: { kind: 'erase' },
  Delete: { kind: 'erase-ahead' },
  ArrowLeft: { kind: 'left' },
  ArrowRight: { kind: 'right' },
};

/**
 * What a key of the desk does to a text ([KHM5]); null where the browser does it: commands, Enter, Home,
 * and whatever an input method writes. Khmer goes by the place of the key, whatever layout the PC has.
 *
 * @param localDigit writes a digit 0–9 as the language does
 */
export function deedOfKey(
  press: PhysicalPress,
  keyboard: KeyboardKind,
  localDigit: (digit: string) => string,
): KeyDeed | null {
  // Windows tells the right Alt key as Ctrl and Alt together.
  if (press.composing || press.metaKey || (press.ctrlKey && !press.altKey)) return null;
  const deed = named[press.key];
  if (deed !== undefined) return press.shiftKey && deed.kind !== 'erase' ? null : deed;
  if (keyboard === 'khmer') return khmerDeed(press);
  if (press.altKey || Array.from(press.key).length !== 1) return null;
  const isDigit = keyboard === 'digits' && /^\d$/.test(press.key);
  return { kind: 'type', sign: isDigit ? localDigit(press.key) : press.key };
}

function khmerDeed(press: PhysicalPress): KeyDeed | null {
  // Khmer that the PC's own layout wrote; its invisible space is the space bar, which is ours.
  if (/^\p{Script=Khmer}+$/u.test(press.key)) return { kind: 'type', sign: press.key };
  if (!isKhmerKey(press.code)) return null;
  const sign = khmerSign({ ...press, alternate: press.altKey || press.altGraph });
  return sign === null ? { kind: 'nothing' } : { kind: 'type', sign };
}

/** What a press says of itself; the event of the DOM, not React's. */
export function pressOf(event: KeyboardEvent): PhysicalPress {
  const { key, code, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event;
  const held = { key, code, shiftKey, ctrlKey, metaKey, altKey };
  const altGraph = event.getModifierState('AltGraph');
  return { ...held, altGraph, composing: isComposing || key === 'Process' };
}
