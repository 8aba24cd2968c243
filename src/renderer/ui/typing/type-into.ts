import { deedOfKey, pressOf } from '../keyboard/physical-key.ts';
import type { KeyboardKind } from '../keyboard/boards.ts';
import { afterDeed, snapped } from './typed-text.ts';
import type { KeyDeed, TypedText } from './typed-text.ts';

type Field = HTMLInputElement;

const longestAnywhere = 10_000;
/** How the last key left a field: where it still stands so, a second one that erases takes more ([KHM2]). */
const left = new WeakMap<Field, { readonly typed: TypedText; readonly erased: boolean }>();

/**
 * Does in a field what a key of the desk or the screen asks for. The page hears of it as of any input:
 * by the event `input`, at which React calls `onChange`.
 */
export function typeInto(field: Field, deed: KeyDeed): void {
  if (deed.kind === 'nothing' || field.disabled || field.readOnly) return;
  const typed = typedIn(field);
  const longest = field.maxLength < 0 ? longestAnywhere : field.maxLength;
  const before = left.get(field);
  const again = before?.erased === true && same(before.typed, typed);
  const asked = deed.kind === 'erase' ? { ...deed, again } : deed;
  const next = afterDeed(typed, asked, longest, field.dataset['secret'] !== undefined);
  left.set(field, { typed: next, erased: deed.kind === 'erase' });
  if (next.text !== field.value) {
    field.setRangeText(next.text, 0, field.value.length, 'end');
    field.setSelectionRange(next.from, next.to);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(next.from, next.to);
}

/** Reads a key of the desk for a field; whether it was ours to do. */
export function pressInto(
  field: Field,
  event: KeyboardEvent,
  keyboard: KeyboardKind,
  localDigit: (digit: string) => string = String,
): boolean {
  const deed = deedOfKey(pressOf(event), keyboard, localDigit);
  if (deed === null) return false;
  event.preventDefault();
  typeInto(field, deed);
  return true;
}

/**
 * Sets a caret that the mouse or Chromium put inside a written unit beside it ([KHM2]).
 * @param ours where a key put it: between a coeng and the letter it waits for, say
 */
export function snapCaret(field: Field, ours: number | null = null): void {
  const typed = typedIn(field);
  if (typed.from !== typed.to || typed.from === ours || same(left.get(field)?.typed, typed)) return;
  const beside = snapped(typed);
  if (!same(beside, typed)) field.setSelectionRange(beside.from, beside.to);
}

function typedIn(field: Field): TypedText {
  const { value, selectionStart, selectionEnd } = field;
  return {
    text: value,
    from: selectionStart ?? value.length,
    to: selectionEnd ?? value.length,
  };
}

const same = (one: TypedText | undefined, other: TypedText) =>
  one?.text === other.text && one.from === other.from && one.to === other.to;
