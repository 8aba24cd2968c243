import { expect, it } from 'vitest';
import { numberPage } from './number-page.ts';

it('[SGN13] a strip has tile, name and number in both digits, and no markup that somebody typed', () => {
  const name = { km: 'សុខ <b>', en: 'Sok' };
  const line = { name, number: '472905', tile: '<i>tile</i>' };
  const page = numberPage([line], { style: '', drawings: '' });
  for (const part of ['សុខ &lt;b&gt;', '<i>tile</i>', '472 905', '៤៧២ ៩០៥']) {
    expect(page).toContain(part);
  }
  expect(page).not.toContain('<b>');
});
