import { khmerSign } from '../../../ui/keyboard/nida.ts';
import type { KeyboardKind } from '../../../ui/keyboard/boards.ts';

/** What of a key press decides what is typed. */
export interface PhysicalPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a physical key does to the answer: a sign typed, the last one erased, or null where the
 * browser does it (arrows, Home, Enter…). Khmer is read by the place of the key ([KHM5]).
 *
 * @param localDigit writes a digit 0–9 as the language does
 */
export function typedSign(
  press: PhysicalPress,
  keyboard: KeyboardKind,
  localDigit: (digit: string) => string,
): { readonly text: string } | 'erase' | null {
  if (press.ctrlKey || press.metaKey) return null;
  if (press.key === 'Backspace') return 'erase';
  if (keyboard === 'khmer') {
    const sign = khmerSign({ ...press, alternate: press.altKey });
    return sign === null ? null : { text: sign };
  }
  if (press.altKey || Array.from(press.key).length !== 1) return null;
  if (keyboard === 'digits' && /^\d$/.test(press.key)) return { text: localDigit(press.key) };
  return { text: press.key };
}
