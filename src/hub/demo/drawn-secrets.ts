import { codePictures } from '../../shared/contracts/ipc/views.ts';
import type { CodePicture } from '../../shared/contracts/ipc/views.ts';
import type { Randomness } from '../../shared/ports.ts';

const codeLength = 4;
const syllables = { starts: 'bdfghjkmnprstvwz', ends: 'aeiou' } as const;
const passphraseWords = 5;

/** A picture code: 4 different ones of the 12 pictures, in order; each of 11,880 as likely. */
export function drawPictureCode(random: Randomness): readonly CodePicture[] {
  const left: CodePicture[] = [...codePictures];
  return Array.from({ length: codeLength }).flatMap(() =>
    left.splice(numberBelow(left.length, random), 1),
  );
}

/** A passphrase that can be read out and typed: five words of two syllables, 63 bits. */
export function drawPassphrase(random: Randomness): string {
  const syllable = () => pick(syllables.starts, random) + pick(syllables.ends, random);
  return Array.from({ length: passphraseWords }, () => syllable() + syllable()).join('-');
}

function pick(letters: string, random: Randomness): string {
  return letters.charAt(numberBelow(letters.length, random));
}

/** A whole number in [0, limit), limit at most 256, each as likely: bytes over the last multiple are drawn again. */
function numberBelow(limit: number, random: Randomness): number {
  const fair = 256 - (256 % limit);
  for (;;) {
    const [byte = 0] = random.bytes(1);
    if (byte < fair) return byte % limit;
  }
}
