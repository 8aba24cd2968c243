import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as dates from '../../src/shared/khmer/dates.ts';
import * as numbers from '../../src/shared/khmer/numbers.ts';
import { asScript } from './as-script.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/**
 * Written units that stand on two lines, and lines that are too wide, of texts in a place this wide, once
 * their letters are there.
 */
async function brokenUnits(
  texts: string[],
  width: number,
  unitsOf: (text: string) => string[],
): Promise<string[]> {
  const places = texts.map((text) => {
    const place = document.createElement('p');
    place.lang = 'km';
    place.style.cssText = `position: fixed; width: ${width}px; font-size: 22px`;
    place.textContent = text;
    document.body.append(place);
    // Laid out, it asks for its letters.
    place.getBoundingClientRect();
    return { text, place };
  });
  await document.fonts.ready;
  return places.flatMap(({ text, place }) => {
    const letters = place.firstChild;
    const range = document.createRange();
    let from = 0;
    const broken = unitsOf(text).filter((unit) => {
      if (letters === null) return true;
      range.setStart(letters, from);
      range.setEnd(letters, (from += unit.length));
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    });
    const wide = place.scrollWidth > place.clientWidth ? [`wide: ${text}`] : [];
    place.remove();
    return [...broken, ...wide];
  });
}

/** Node knows Khmer numbers and dates, the window's Chromium doesn't: what only Node can do shows here. */
describe('Khmer in a real window', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab();
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.waitForSelector('#root > *');
  });
  afterAll(() => lab.remove());

  it('[KHM3] numbers and money are written as in the tests of the formatter', async () => {
    const script = await asScript('src/shared/khmer/numbers.ts', 'numbers');
    const amounts = [0, 7, 999, 1000, 20_000, 1_234_567.5, -12.25, -0.001];
    const inWindow = await kiosk.page.evaluate(
      `${script}; ${JSON.stringify(amounts)}.flatMap((value) => [
        numbers.formatNumber(value, 'km'),
        numbers.formatRiel(value, 'km'),
        numbers.formatNumber(value, 'en'),
      ])`,
    );
    expect(inWindow).toEqual(
      amounts.flatMap((value) => [
        numbers.formatNumber(value, 'km'),
        numbers.formatRiel(value, 'km'),
        numbers.formatNumber(value, 'en'),
      ]),
    );
    expect(inWindow).toContain('២០.០០០៛');
  });

  it('[KHM3] days are named in Khmer, with the Buddhist year', async () => {
    const script = await asScript('src/shared/khmer/dates.ts', 'dates');
    const days = Array.from({ length: 12 }, (_, at) => ({ year: 2026, month: at + 1, day: 14 }));
    const inWindow = await kiosk.page.evaluate(
      `${script}; ${JSON.stringify(days)}.map((day) => dates.formatDayWithEra(day, 'km'))`,
    );
    expect(inWindow).toEqual(days.map((day) => dates.formatDayWithEra(day, 'km')));
    expect(inWindow).toContain('ថ្ងៃអង្គារ ទី១៤ ខែមេសា ឆ្នាំ២០២៦ (ព.ស. ២៥៦៩)');
  });

  it('[KHM6] names are in the order of dictionaries, which the window itself does not know', async () => {
    const script = await asScript('src/shared/khmer/collation.ts', 'collation');
    const names = ['ក្រុម ១០', 'ខៀវ', 'កំពត', 'ក្រុម ២', 'កែវ', 'ឥន្ទ្រ', 'កក់', 'ធម៌', 'អេង', 'Sok', 'កក'];
    const inWindow = await kiosk.page.evaluate(
      `${script}; collation.inNameOrder(${JSON.stringify(names)}, (name) => name)`,
    );
    const inNode = new Intl.Collator('km', { numeric: true });
    expect(inWindow).toEqual(names.toSorted(inNode.compare));
    const known = await kiosk.page.evaluate(() => Intl.Collator.supportedLocalesOf('km'));
    expect(known).toEqual([]);
  });

  it.each([90, 140, 220, 360])(
    '[KHM9] lines of %d px break beside written units, and hold what is in them',
    async (width) => {
      const script = await asScript('src/shared/khmer/clusters.ts', 'khmer');
      const texts = [
        'ខ្ញុំរៀនភាសាខ្មែរនៅសាលារៀនជារៀងរាល់ថ្ងៃ',
        'ស្ត្រីពេជ្រស្រីល័ក្ខណ៍ព្រះសង្ឃរដ្ឋាភិបាល',
        'ក្រុមអ្នកស្ម័គ្រចិត្តក្រៅប្រព័ន្ធ',
      ];
      const found = await kiosk.page.evaluate(
        `${script}; (${brokenUnits.toString()})(${JSON.stringify(texts)}, ${width}, khmer.clustersOf)`,
      );
      expect(found).toEqual([]);
    },
  );

  it('[KHM1] text is set in our own Khmer letters, from the window’s own files', async () => {
    await kiosk.page.evaluate(() => document.fonts.ready);
    const faces = await kiosk.page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(faces).toContain('Kantumruy Pro');
    const lines = await kiosk.page.evaluate(() => {
      const { fontSize, lineHeight } = getComputedStyle(document.body);
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    });
    expect(lines).toBeGreaterThanOrEqual(1.7);
  });
});
