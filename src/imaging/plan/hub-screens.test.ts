import { describe, expect, it } from 'vitest';
import { glyphSheets, sheetSize, drawSheet } from './glyph-sheet.ts';
import { hubPicture, hubScreens } from './hub-screens.ts';
import { pictureOf } from './screen-picture.ts';

const site = {
  name: { km: 'មណ្ឌល & <១>', en: 'Riverside' },
  manager: { km: 'ចាន់ សុភា', en: 'Chan Sophea' },
};
/** English of this many letters just has room on a line, by the width of its widest ones. */
const mostLetters = 86;

describe('[HBS1] what the hub’s own screen says', () => {
  it.each(Object.entries(hubScreens(site)))('%s in Khmer and English, with room', (_, words) => {
    for (const { km, en } of [words.title, ...words.lines]) {
      expect(km).toMatch(/[\u1780-\u17ff]/);
      expect(en.length).toBeLessThanOrEqual(mostLetters);
    }
    const picture = pictureOf(words, hubPicture);
    const lowest = Math.max(...[...picture.matchAll(/ y="(\d+)"/g)].map(([, y]) => Number(y)));
    expect(lowest).toBeLessThan(hubPicture.height - 4);
  });

  it('has a title of its own each, by which a screen is known', () => {
    const titles = Object.values(hubScreens(site)).map(({ title }) => title.km);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('names the site, and the manager who was planned', () => {
    const { welcome, name } = hubScreens(site);
    expect(pictureOf(welcome, hubPicture)).toContain('មណ្ឌល &amp; &lt;១&gt;');
    expect(name.lines[0]).toEqual(site.manager);
    const without = hubScreens({ name: { km: 'មណ្ឌល' }, manager: undefined });
    expect(without.serves.lines[1]?.en).toContain('មណ្ឌល');
    expect(without.name.lines).toHaveLength(2);
  });

  it('draws each letter of a keyboard in a cell of its own', () => {
    const sheet = drawSheet(glyphSheets.small);
    expect(sheetSize(glyphSheets.small).width).toBe(95 * 12);
    expect(sheet.match(/<text /g)).toHaveLength(95);
    expect(sheet).toContain('>&lt;</text>');
  });
});
