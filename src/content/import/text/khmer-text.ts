import { khnormal } from 'khmer-normalizer';

/**
 * Text of others as it is shown: composed, and the signs of Khmer syllables in the one order in which they are stored
 * everywhere else in Rean, so that search and answers find it. The look stays the same.
 */
export function khmerText(text: string): string {
  return text.normalize('NFC').replaceAll(/[\u1780-\u17DD]+/gu, (run) => khnormal(run));
}
