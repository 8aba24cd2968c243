import { clustersOf } from '../../../shared/khmer/clusters.ts';
import { inNormalOrder, withVowelBehind } from '../../../shared/khmer/normal-order.ts';

/** A text that is being typed, and what of it is marked; nothing is where both ends are one. */
export interface TypedText {
  readonly text: string;
  /** Places in UTF-16 units from the start. */
  readonly from: number;
  readonly to: number;
}

/** What a key does to a text; `again` where the key before it erased as well. */
export type TypingDeed =
  | { readonly kind: 'type'; readonly sign: string }
  | { readonly kind: 'erase'; readonly again: boolean }
  | { readonly kind: 'erase-ahead' | 'left' | 'right' };

/** What a key asks for, whatever was pressed before it; `nothing` of nobody, not of the browser either. */
export type KeyDeed =
  | Exclude<TypingDeed, { kind: 'erase' }>
  | { readonly kind: 'erase' }
  | { readonly kind: 'nothing' };

/**
 * The text after it; the same object where nothing changes.
 * @param longest UTF-16 units
 * @param secret a passphrase: what is typed is kept just as it is, spaces and order too
 */
export function afterDeed(
  typed: TypedText,
  deed: TypingDeed,
  longest: number,
  secret = false,
): TypedText {
  switch (deed.kind) {
    case 'type':
      return typeSign(typed, deed.sign, { longest, secret });
    case 'erase':
      return eraseBack(typed, deed.again);
    case 'erase-ahead':
      return eraseAhead(typed);
    case 'left':
      return typed.from < typed.to ? at(typed.text, typed.from) : step(typed, -1);
    case 'right':
      return typed.from < typed.to ? at(typed.text, typed.to) : step(typed, 1);
  }
}

const coeng = '\u17d2';

/** A text with its caret there, or right after the written unit that place is inside of. */
const at = (text: string, place: number): TypedText => snapped({ text, from: place, to: place });

/** Types at the caret; the written unit it lands in is brought to its normal order at once ([KHM7]). */
function typeSign(
  typed: TypedText,
  sign: string,
  { longest, secret }: { readonly longest: number; readonly secret: boolean },
): TypedText {
  const { text, from } = withoutMarked(typed);
  const before = text.slice(0, from);
  const after = text.slice(from);
  const inOrder = () => withVowelBehind(before, sign) ?? repaired(before + sign);
  const written = secret ? before + sign : inOrder();
  if (written.length + after.length > longest) return typed;
  // A space beside a space would be seen nowhere, and be too much all the same.
  if (!secret && sign === ' ' && (before.endsWith(' ') || before === '')) return typed;
  // A coeng waits for its letter right here, though the letter that stands after it looks like it.
  if (sign === coeng) return { text: written + after, from: written.length, to: written.length };
  return at(written + after, written.length);
}

function repaired(text: string): string {
  const last = clustersOf(text).at(-1) ?? '';
  return text.slice(0, text.length - last.length) + inNormalOrder(last);
}

/**
 * Erases before the caret ([KHM2]): first the sign typed last, a subscript with its coeng; pressed again,
 * the rest of that written unit, and then one whole unit after the other.
 */
function eraseBack(typed: TypedText, again: boolean): TypedText {
  if (typed.from < typed.to) return withoutMarked(typed);
  const before = typed.text.slice(0, typed.from);
  const unit = clustersOf(before).at(-1) ?? '';
  const kept = before.slice(0, before.length - unit.length) + (again ? '' : withoutLast(unit));
  return before === '' ? typed : at(kept + typed.text.slice(typed.from), kept.length);
}

/** What prints nothing goes with what was seen. */
const withoutLast = (unit: string) =>
  unit.replace(/(?:\u17d2[\u1780-\u17b3]|[^\u200b-\u200d])?[\u200b-\u200d]*$/u, '');

function eraseAhead(typed: TypedText): TypedText {
  if (typed.from < typed.to) return withoutMarked(typed);
  const unit = clustersOf(typed.text.slice(typed.from))[0] ?? '';
  if (unit === '') return typed;
  return at(
    typed.text.slice(0, typed.from) + typed.text.slice(typed.from + unit.length),
    typed.from,
  );
}

/** Whole written units go, where a part of them is marked. */
function withoutMarked(typed: TypedText): TypedText {
  const { text, from, to } = typed.from < typed.to ? snapped(typed) : typed;
  return from < to ? at(text.slice(0, from) + text.slice(to), from) : typed;
}

function step({ text, from }: TypedText, by: 1 | -1): TypedText {
  const ends = endsOf(text);
  const next = by > 0 ? ends.find((end) => end > from) : ends.findLast((end) => end < from);
  return at(text, next ?? (by > 0 ? text.length : 0));
}

/** The same, with both ends beside written units, never inside: Chromium puts carets there. */
export function snapped({ text, from, to }: TypedText): TypedText {
  const ends = endsOf(text);
  const start = ends.findLast((end) => end <= from) ?? 0;
  const end = ends.find((each) => each >= to) ?? text.length;
  return { text, from: from === to ? end : start, to: end };
}

/** Every place beside a written unit, the start among them. */
function endsOf(text: string): number[] {
  let end = 0;
  return [0, ...clustersOf(text).map((unit) => (end += unit.length))];
}
