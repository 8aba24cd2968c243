import { isEasyPin } from '../../domain/easy-pin.ts';
import {
  codeLength,
  codePictures,
  handoverDigits,
  pinDigits,
} from '../../shared/contracts/sign-in.ts';
import type { CodePicture, LearnerSecret, SignInForm } from '../../shared/contracts/sign-in.ts';
import type { Randomness } from '../../shared/ports.ts';

const syllables = { starts: 'bdfghjkmnprstvwz', ends: 'aeiou' } as const;
const passphraseWords = 5;

/** A picture code: 4 different ones of the 12 pictures, in order; each of 11,880 as likely. */
export function drawPictureCode(random: Randomness): readonly CodePicture[] {
  const left: CodePicture[] = [...codePictures];
  return Array.from({ length: codeLength }).flatMap(() =>
    left.splice(numberBelow(left.length, random), 1),
  );
}

/** What a learner is to sign in with: each of its form as likely, but for PINs that are tried first. */
export function drawLearnerSecret(form: SignInForm, random: Randomness): LearnerSecret {
  if (form === 'pictures') return { kind: 'pictures', code: [...drawPictureCode(random)] };
  for (;;) {
    const digits = drawDigits(pinDigits, random);
    if (!isEasyPin(digits)) return { kind: 'pin', digits };
  }
}

/** The number that an officer is told, and a new sign-in is sealed under; each of a million as likely. */
export function drawHandoverNumber(random: Randomness): string {
  return drawDigits(handoverDigits, random);
}

/** A passphrase that can be read out and typed: five words of two syllables, 63 bits. */
export function drawPassphrase(random: Randomness): string {
  const syllable = () => pick(syllables.starts, random) + pick(syllables.ends, random);
  return Array.from({ length: passphraseWords }, () => syllable() + syllable()).join('-');
}

function drawDigits(count: number, random: Randomness): string {
  return Array.from({ length: count }, () => String(numberBelow(10, random))).join('');
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
