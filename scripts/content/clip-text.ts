/**
 * Khmer words and letter names in Latin letters, respelled so that an English voice comes near
 * their sound. Only those it gets wrong as they are written.
 */
const respelled: ReadonlyMap<string, string> = new Map([
  ['chan', 'chahn'],
  ['luy', 'looy'],
  ['phov', 'pow'],
  ['phteah', 'ptay-ah'],
  ['pu', 'poo'],
  ['siev', 'see-ev'],
  ['tuek', 'tuck'],
  ['tuk', 'took'],
]);

/**
 * What the English voice is given to read: Khmer script left out (the voice would spell it), curly
 * quotes straightened, Khmer words respelled by sound, and thousands without their comma.
 */
export function clipText(phrase: string): string {
  return phrase
    .replaceAll('’', "'")
    .replaceAll(/[\u1780-\u17ff«»]+/gu, ' ')
    .replaceAll('â', 'aw')
    .replaceAll('ô', 'oh')
    .replaceAll(/[a-z]+/gi, (word) => respelled.get(word) ?? word)
    .replaceAll(/(\d),(\d{3})/g, '$1$2')
    .replaceAll(/\s+([.,?:;!])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Where an item's prompt is kept in its pack. */
export function clipPath(lessonId: string, itemId: string): string {
  return `audio/en/${lessonId}-${itemId}.ogg`;
}
