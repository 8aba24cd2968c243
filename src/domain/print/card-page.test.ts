import { describe, expect, it } from 'vitest';
import { cardPage } from './card-page.ts';

const drawn = { style: '', drawings: '' };

describe('[CRD1] a printed card', () => {
  it('has the names, the tile and the number in both digits, and no markup that somebody typed', () => {
    const name = { km: 'សុខ <b>', en: 'Sok' };
    const page = cardPage([{ name, card: '572400', tile: '<i>tile</i>' }], drawn);
    for (const part of ['សុខ &lt;b&gt;', 'Sok', '<i>tile</i>', '572 400', '៥៧២ ៤០០']) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('<b>');
  });

  it('leaves out a number there is not', () => {
    const page = cardPage([{ name: { km: 'សុខ' }, card: null, tile: '' }], drawn);
    expect(page).not.toContain('class="number"');
  });
});
