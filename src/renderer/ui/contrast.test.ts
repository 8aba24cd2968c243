import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast.ts';

const renderer = join(import.meta.dirname, '..');
const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function token(name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  if (found === undefined) throw new Error(`no colour --${name} in tokens.css`);
  return found;
}

/** Text: 4.5 at least (AA). */
const texts: readonly (readonly [string, string])[] = [
  ...['paper', 'card', 'hollow'].flatMap((ground) => [['ink', ground] as const]),
  ...['paper', 'card', 'hollow'].flatMap((ground) => [['ink-soft', ground] as const]),
  ...['turmeric', 'turmeric-wash', 'leaf-wash', 'brick-wash'].map(
    (ground) => ['ink', ground] as const,
  ),
  ['ink-soft', 'turmeric-wash'],
  ['turmeric-deep', 'paper'],
  ['turmeric-deep', 'card'],
  ['turmeric-deep', 'turmeric-wash'],
  ['leaf', 'paper'],
  ['leaf', 'card'],
  ['leaf', 'hollow'],
  ['leaf', 'leaf-wash'],
  ['brick', 'paper'],
  ['brick', 'card'],
  ['brick', 'hollow'],
  ['brick', 'brick-wash'],
  ['card', 'ink'],
  ['card', 'leaf'],
  ['card', 'brick'],
  // Days of the week.
  ...[1, 3].map((day) => ['ink', `day-${day}`] as const),
  ...[2, 4, 5, 6, 7].map((day) => ['card', `day-${day}`] as const),
];

/** Edges of things to touch, and shapes that mean something: 3 at least. */
const shapes: readonly (readonly [string, string])[] = [
  ['line', 'paper'],
  ['line', 'card'],
  ...['indigo', 'leaf', 'brick', 'lotus', 'river', 'clay', 'night'].map(
    (tile) => ['draw-white', `tile-${tile}`] as const,
  ),
  // Turmeric is too light for a pale rim; the drawing's own dark line carries it.
  ['draw-line', 'tile-turmeric'],
  ['draw-line', 'draw-white'],
];

describe('colours [LUK1]', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#123456', '#123456')).toBe(1);
  });

  it.each(texts)('%s is readable on %s', (text, ground) => {
    expect(contrastRatio(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s stands out from %s', (shape, ground) => {
    expect(contrastRatio(token(shape), token(ground))).toBeGreaterThanOrEqual(3);
  });

  it('come from tokens.css alone [LUK2]', () => {
    const styles = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css') && !path.endsWith('tokens.css'))
      .filter((path) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(readStyle(path)));
    expect(styles).toEqual([]);
  });
});

/** Lines as far apart as a control is high are further than any text needs. */
const tightLine = /line-height: (?!inherit|var\(--leading\)|calc\(var\(--target\) \+)/;

describe('lines of text', () => {
  it('leave room for Khmer signs above and below, everywhere [KHM1]', () => {
    expect(tokens).toContain('--leading: 1.7;');
    const tight = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      // Letters over a page of PDF are there to be found, and unseen.
      .filter((path) => path !== 'players/pdf/sheet.css')
      .filter((path) => tightLine.test(readStyle(path)));
    expect(tight).toEqual([]);
  });
});

const readStyle = (path: string) => readFileSync(join(renderer, path), 'utf8');
