/** What a key does where digits are asked for. */
export type DigitPress = { readonly digit: string } | 'erase' | null;

/** A key held down counts once, so that it uses up no tries ([SGN10]). */
export function digitPress({ key, repeat }: Pick<KeyboardEvent, 'key' | 'repeat'>): DigitPress {
  if (repeat) return null;
  if (/^[0-9]$/.test(key)) return { digit: key };
  return key === 'Backspace' ? 'erase' : null;
}
