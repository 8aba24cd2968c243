import type { SelfTestOutcome } from '../../../shared/contracts/self-test.ts';
import { drawKhmer } from './draw-khmer.ts';
import type { InkGrid, KhmerSample } from './draw-khmer.ts';
import { khmerReference } from './khmer-reference.ts';

/**
 * How far a drawing may be from the reference, as a part of the reference's ink. Measured (docs/adr/0069): Chromium 130 and 156 are
 * 0.03 apart, the nearest of our faces to another 0.26, unjoined letters 0.9 and more.
 */
export const farthest = 0.15;

/** Subscripts, vowels before and around, two signs on one letter, a sign over a cluster; no space, which is of another font. */
const texts = ['ស្ត្រីខ្មែររៀនអក្សរ', 'ប្រវត្តិក្រៅញ៉ាំធម៌ដូច្នោះ'] as const;
const faces = ['Kantumruy Pro', 'Noto Sans Khmer', 'Battambang Khmer'] as const;

export const khmerSamples: readonly KhmerSample[] = faces.flatMap((face) =>
  texts.map((text) => ({ face, text })),
);

const coeng = '\u17D2';
const nonJoiner = '\u200C';
/** The first of each face as an app draws it that joins nothing: it has to be told from the reference. */
export const unjoined: readonly KhmerSample[] = faces.map((face) => ({
  face,
  text: texts[0].replaceAll(coeng, coeng + nonJoiner),
}));

/**
 * How far drawings are from a reference: the nearest of them, as the sum of differences over the reference's ink; 1 and more for another
 * text, infinite for none. Pure.
 */
export function distanceOf(expected: InkGrid, drawings: readonly InkGrid[]): number {
  const cells = Array.from(expected, (digit) => Number.parseInt(digit, 16));
  const ink = cells.reduce((sum, each) => sum + each, 0);
  const distances = drawings
    .filter(({ length }) => length === expected.length)
    .map((drawn) =>
      cells.reduce(
        (sum, each, at) => sum + Math.abs(each - Number.parseInt(drawn.charAt(at), 16)),
        0,
      ),
    );
  return distances.length === 0 || ink === 0
    ? Number.POSITIVE_INFINITY
    : Math.min(...distances) / ink;
}

/** Whether this window draws Khmer as it should, and would show if it did not ([SLF6]). */
export async function judgeKhmer(): Promise<SelfTestOutcome> {
  const drawn = await drawKhmer(khmerSamples);
  const broken = await drawKhmer(unjoined);
  const isRight = khmerReference.every(
    (expected, at) => distanceOf(expected, drawn[at] ?? []) <= farthest,
  );
  const wouldShow = broken.every((grids, at) => {
    const expected = khmerReference[at * texts.length];
    return expected !== undefined && distanceOf(expected, grids) > farthest;
  });
  return isRight && wouldShow && khmerReference.length === khmerSamples.length ? 'pass' : 'fail';
}
