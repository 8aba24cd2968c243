import { describe, expect, it } from 'vitest';
import { adaptStyles } from './book-styles.ts';

describe('a book’s styles', () => {
  it('end every family of fonts with Khmer letters that are here', () => {
    expect(adaptStyles('p { font-family: "Khmer OS", serif; }')).toBe(
      'p { font-family: "Khmer OS", serif, "Rean Khmer"; }',
    );
    expect(adaptStyles('h1{font-family:Moul!important}')).toBe(
      'h1{font-family:Moul, "Rean Khmer"!important}',
    );
    expect(adaptStyles('font: bold 16px/24px Hanuman')).toBe(
      'font: bold 1rem/1.5rem Hanuman, "Rean Khmer"',
    );
  });

  it('stay as they are where a name stands alone, or describes a font of the book', () => {
    for (const css of [
      'p { font-family: inherit; }',
      'p { font: inherit }',
      'p { font: var(--mine) }',
      '@font-face { font-family: "Mine"; src: url(a.otf) }',
    ]) {
      expect(adaptStyles(css)).toBe(css);
    }
  });

  it('grow with the size a reader chose, whatever they are measured in', () => {
    expect(adaptStyles('p{font-size:12pt;line-height:1.5}')).toBe(
      'p{font-size:1rem;line-height:1.5}',
    );
    expect(adaptStyles('p { font-size: 24px; margin: 10px }')).toBe(
      'p { font-size: 1.5rem; margin: 10px }',
    );
    expect(adaptStyles('p { font-size: 120% }')).toBe('p { font-size: 120% }');
  });
});
