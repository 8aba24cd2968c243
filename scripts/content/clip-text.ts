/**
 * What the English voice is given to read: Khmer script left out (the voice would spell it), curly
 * quotes straightened, and numbers without separators, which it reads as decimals otherwise.
 */
export function clipText(phrase: string): string {
  return phrase
    .replaceAll('’', "'")
    .replaceAll(/[\u1780-\u17ff«»]+/gu, ' ')
    .replaceAll(/(\d),(\d{3})/g, '$1$2')
    .replaceAll(/\s+([.,?:;!])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Where an item's prompt is kept in its pack. */
export function clipPath(lessonId: string, itemId: string): string {
  return `audio/en/${lessonId}-${itemId}.ogg`;
}
