import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stationFolder } from '../../src/cli/lab/set-up-lab.ts';
import { enrolInCourses } from '../../src/hub/office/people.ts';
import { bookTexts } from '../../src/renderer/i18n/texts/books.ts';
import { kioskTexts } from '../../src/renderer/i18n/texts/kiosk.ts';
import {
  bookCourse,
  bookCourseTitle,
  installBooks,
  shelvedTitles,
} from '../factories/book-pack.ts';
import { heardClass } from '../factories/kinds-of-books.ts';
import { keepOpenToAll } from './barriers.ts';
import { kioskSizes, resizeTo } from './fitting.ts';
import { kioskHand } from './kiosk-hand.ts';
import { lookAtKiosk } from './kiosk-look.ts';
import { pieceHand } from './piece-hand.ts';
import { keepScreenshot, openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** One of each level, of those that ship. */
const shipped = [
  ['ព្រឹកនេះ', 'រឿងខ្លី', 'this-morning'],
  ['ដំរី និងស្រមោច', 'រឿងខ្លី', 'the-elephant-and-the-ants'],
  ['ទឹកស្អាត', 'ចំណេះដឹងក្នុងជីវិត', 'clean-water'],
] as const;

/** Books in EPUB and PDF, an archive of pages, and the library, at a real kiosk. */
describe('books', { timeout: 60_000 }, () => {
  let lab: TestLab;
  let kiosk: OpenWindow;
  let page: Page;

  beforeAll(async () => {
    lab = await openTestLab(1);
    await installBooks(lab.folder, join(stationFolder(lab.folder, 'station-1'), 'packs'));
    const [person] = lab.signIns.learners;
    if (person === undefined) throw new Error('There is no demo learner.');
    await lab.inOffice((office) => enrolInCourses(office, person.learner, [bookCourse]));
    await lab.startHub();
    kiosk = await lab.openWindow('station-1');
    page = kiosk.page;
    await vi.waitFor(() => kioskHand.signIn(page, person), { timeout: 30_000, interval: 300 });
  });
  afterAll(() => lab.remove());

  const button = (label: string) => page.getByRole('button', { name: label, exact: true }).first();
  const cardOf = (title: string) =>
    page
      .locator('.lesson-card')
      .filter({ has: page.locator('.lesson-card__title', { hasText: new RegExp(`^${title}$`) }) });
  const open = async (title: string) => {
    if (await button(kioskTexts['done.home'].km).isVisible()) {
      await button(kioskTexts['done.home'].km).click();
    } else if (await button(kioskTexts['lesson.leave'].km).isVisible()) {
      await button(kioskTexts['lesson.leave'].km).click();
    }
    await page.waitForSelector('.home, .lesson-card');
    if (await page.locator('.home').isVisible()) {
      const course = page.locator('.course-card', { hasText: bookCourseTitle });
      if (!(await course.isVisible())) await button(kioskTexts['page.next'].km).click();
      await course.click();
    }
    await page.waitForSelector('.lesson-card');
    if (!(await cardOf(title).isVisible())) await button(kioskTexts['page.next'].km).click();
    await cardOf(title).click();
  };
  const player = (kind: string): Promise<Frame> =>
    vi.waitFor(
      async () => {
        const found = page.frames().find((frame) => frame.url().endsWith(`/~player/${kind}/`));
        if (found === undefined) throw new Error(`no player of ${kind}`);
        await found.locator('.book__foot').waitFor({ timeout: 2_000 });
        return found;
      },
      { timeout: 20_000, interval: 100 },
    );
  const press = (frame: Frame, name: string) =>
    frame.getByRole('button', { name, exact: true }).click();
  const where = (frame: Frame) => frame.locator('.book__page').textContent();
  const turnsTo = (frame: Frame, words: string | RegExp) =>
    vi.waitFor(async () => expect(await where(frame)).toMatch(words), 10_000);
  const shown = (frame: Frame) => frame.childFrames()[0]?.locator('body').innerText();
  const status = async (id: string) =>
    (await kioskHand.home(page)).courses
      .flatMap(({ lessons }) => lessons)
      .find(({ lesson }) => lesson === id)?.status;

  it('[PCE7] shows a book in EPUB, without its scripts, with controls that all can be hit', async () => {
    await open('book');
    const book = await player('epub');
    expect(await shown(book)).toContain('ជំពូកទី១');
    await keepOpenToAll(page, 'piece-book');
    const sizes = await book.locator('button').evaluateAll((all) =>
      all.map((each) => {
        const { width, height } = each.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(96);
  });

  it('[PCE7] shows its notes, and leads nowhere outside', async () => {
    const book = await player('epub');
    const text = book.childFrames()[0];
    await text?.getByText('១', { exact: true }).click();
    await book.locator('.book__note', { hasText: 'ស្រូវជាអាហារសំខាន់។' }).waitFor();
    await press(book, bookTexts.close.km);
    await text?.getByText('ខាងក្រៅ').click();
    await book.locator('.book__note', { hasText: bookTexts.outside.km }).waitFor();
    expect(await shown(book)).toContain('ជំពូកទី១');
    await keepOpenToAll(page, 'piece-book-outside');
    await press(book, bookTexts.close.km);
  });

  it('[PCE7] [PCE5] turns by button and key, and goes on where it was, with its letters and bookmark', async () => {
    const book = await player('epub');
    await press(book, bookTexts.larger.km);
    await press(book, bookTexts.next.km);
    await turnsTo(book, /^ទំព័រ ២ /);
    await page.keyboard.press('ArrowRight');
    await turnsTo(book, /^ទំព័រ ៣ /);
    await press(book, bookTexts.mark.km);
    const place = await where(book);
    await press(book, bookTexts.contents.km);
    await book.locator('.book__row').first().waitFor();
    expect(await book.locator('.book__row').allInnerTexts()).toHaveLength(3);
    await keepOpenToAll(page, 'piece-book-contents');
    await open('book');
    const again = await player('epub');
    await turnsTo(again, place ?? '');
    await press(again, bookTexts.contents.km);
    expect(await again.locator('.book__row').allInnerTexts()).toHaveLength(3);
    await again.getByRole('button', { name: 'ជំពូកទី២' }).last().click();
    await vi.waitFor(async () => expect(await shown(again)).toContain('ជំពូកទី២'), 10_000);
  });

  it('[PCE9] [PCE7] finds words in it, and is done at its end', async () => {
    const book = await player('epub');
    await press(book, bookTexts.find.km);
    // [KHM10]
    await book.locator('.keyboard--letters').first().waitFor();
    await keepOpenToAll(page, 'piece-book-find');
    await press(book, kioskTexts['key.keyboard'].km);
    await book.locator('.keyboard--keys').first().waitFor();
    await book.locator('.book__field').fill('កសិករ');
    await book.locator('.book__row', { hasText: 'កសិករ' }).first().click();
    await vi.waitFor(async () => expect(await shown(book)).toContain('ជំពូកទី១'), 10_000);
    await page.keyboard.press('End');
    await vi.waitFor(async () => expect(await status('book')).toBe('done'), 15_000);
  });

  it('[WCA1] keeps nobody out in English either: the book, its contents, its search and its notes', async () => {
    await pieceHand.inEnglish(kiosk, async () => {
      const book = await player('epub');
      await keepOpenToAll(page, 'piece-book-en');
      await press(book, bookTexts.contents.en);
      await keepOpenToAll(page, 'piece-book-contents-en');
      await press(book, bookTexts.find.en);
      await keepOpenToAll(page, 'piece-book-find-en');
      await press(book, bookTexts.contents.en);
      await book.getByRole('button', { name: 'ជំពូកទី១' }).last().click();
      await vi.waitFor(async () => expect(await shown(book)).toContain('ជំពូកទី១'), 10_000);
      await book.childFrames()[0]?.getByText('១', { exact: true }).click();
      await book.locator('.book__note').waitFor();
      await keepOpenToAll(page, 'piece-book-note-en');
    });
  });

  it('[PCE7] reads a book aloud, sentence by sentence, until its reader’s word', async () => {
    await open('talking');
    const book = await player('epub');
    const marked = (id: string) =>
      book.childFrames()[0]?.locator(`#${id}.${heardClass}`).waitFor({ timeout: 10_000 });
    await press(book, bookTexts.listen.km);
    await marked('first');
    await marked('second');
    expect(await book.childFrames()[0]?.locator(`.${heardClass}`).count()).toBe(1);
    await press(book, bookTexts.quiet.km);
    await book.getByRole('button', { name: bookTexts.listen.km, exact: true }).waitFor();
  });

  it('[PCE7] shows a book page by page as it was laid out, and one in EPUB 2 by its contents', async () => {
    await open('laid-out');
    const pages = await player('epub');
    await turnsTo(pages, 'ទំព័រ ១ / ៣');
    await press(pages, bookTexts.next.km);
    await turnsTo(pages, 'ទំព័រ ២ / ៣');
    const texts = () => Promise.all(pages.childFrames().map((each) => each.innerText('body')));
    await vi.waitFor(async () => expect((await texts()).join()).toContain('two'), 10_000);
    await press(pages, bookTexts.next.km);
    await vi.waitFor(async () => expect(await status('laid-out')).toBe('done'), 15_000);
    await open('older');
    const older = await player('epub');
    await press(older, bookTexts.contents.km);
    expect(await older.locator('.book__row').allInnerTexts()).toEqual(['ជំពូកទី១', 'ជំពូកទី២']);
    await older.locator('.book__row').last().click();
    await vi.waitFor(async () => expect(await shown(older)).toContain('ចប់'), 10_000);
  });

  it('[PCE7] shows a book whose lines run down, turned to the left', async () => {
    await open('downward');
    const book = await player('epub');
    await turnsTo(book, /^ទំព័រ ១ /);
    await keepScreenshot(page, 'piece-book-downward');
    const first = book.childFrames()[0]?.locator('p').first();
    const stage = await book.locator('.book__stage').boundingBox();
    const top = async () => ((await first?.boundingBox())?.y ?? 0) - (stage?.y ?? 0);
    expect(await top()).toBeGreaterThan(0);
    expect(await top()).toBeLessThan(stage?.height ?? 0);
    await press(book, bookTexts.next.km);
    await vi.waitFor(async () => expect(await top()).toBeLessThan(0), 10_000);
    await page.keyboard.press('End');
    await vi.waitFor(async () => expect(await status('downward')).toBe('done'), 15_000);
  });

  it('[PCE7] shows laid-out pages that say little of their size, each to its full', async () => {
    await open('loose');
    const book = await player('epub');
    await turnsTo(book, 'ទំព័រ ១ / ៣');
    const stage = await book.locator('.book__stage').boundingBox();
    const widths = () =>
      Promise.all(
        book.childFrames().map(async (each) => {
          const element = await each.frameElement();
          return Math.round((await element.boundingBox())?.width ?? 0);
        }),
      );
    expect(await widths()).toEqual([Math.round(stage?.width ?? 0)]);
    await press(book, bookTexts.next.km);
    await turnsTo(book, /^ទំព័រ [២៣] \/ ៣$/);
    // Both are as high as the room, and three quarters as wide.
    const wide = Math.round(((stage?.height ?? 0) * 600) / 800);
    await vi.waitFor(async () => expect(await widths()).toEqual([wide, wide]), 10_000);
    await keepScreenshot(page, 'piece-book-loose');
    await vi.waitFor(async () => expect(await status('loose')).toBe('done'), 15_000);
  });

  it('[PCE8] [PCE9] shows a PDF page by page, finds words in it, and is done at its end', async () => {
    await open('sheet');
    const sheet = await player('pdf');
    expect(await where(sheet)).toBe('ទំព័រ ១ / ៣');
    await press(sheet, bookTexts.find.km);
    // [KHM10]
    await sheet.locator('.keyboard--keys').first().waitFor();
    await press(sheet, kioskTexts['key.letters'].km);
    await sheet.locator('.keyboard--letters').first().waitFor();
    await sheet.locator('.book__field').fill('PLANTS');
    await sheet.locator('.book__row', { hasText: 'plants rice' }).click();
    await turnsTo(sheet, 'ទំព័រ ២ / ៣');
    await sheet.locator('.sheet__found', { hasText: 'plants' }).waitFor();
    await keepOpenToAll(page, 'piece-pdf');
    await press(sheet, bookTexts.next.km);
    await turnsTo(sheet, 'ទំព័រ ៣ / ៣');
    await vi.waitFor(async () => expect(await status('sheet')).toBe('done'), 15_000);
  });

  it('[PCE8] [PCE5] is read to the end of each page when it is larger than its room, and gone on with there', async () => {
    await open('map');
    const map = await player('pdf');
    const down = (frame: Frame) =>
      frame.locator('.book__stage').evaluate(({ scrollTop, scrollHeight, clientHeight }) => ({
        top: scrollTop,
        rest: Math.round(scrollHeight - clientHeight - scrollTop),
      }));
    const step = async (frame: Frame) => {
      const seen = async () => [await where(frame), (await down(frame)).top];
      const before = await seen();
      await press(frame, bookTexts.next.km);
      await vi.waitFor(async () => expect(await seen()).not.toEqual(before), 10_000);
    };
    for (let size = 0; size < 2; size += 1) await press(map, bookTexts.larger.km);
    await vi.waitFor(async () => expect((await down(map)).rest).toBeGreaterThan(100), 10_000);
    let presses = 0;
    while ((await where(map)) !== 'ទំព័រ ២ / ២') {
      await step(map);
      presses += 1;
    }
    expect(presses).toBeGreaterThan(2);
    expect((await down(map)).top).toBe(0);
    await step(map);
    const left = await down(map);
    expect(left.top).toBeGreaterThan(100);
    await keepScreenshot(page, 'piece-pdf-large');
    await open('map');
    const again = await player('pdf');
    await turnsTo(again, 'ទំព័រ ២ / ២');
    await vi.waitFor(
      async () => expect(Math.abs((await down(again)).top - left.top)).toBeLessThan(10),
      10_000,
    );
    expect(await status('map')).toBe('begun');
    while ((await down(again)).rest >= 2) await step(again);
    const onwards = again.getByRole('button', { name: bookTexts.next.km, exact: true });
    await vi.waitFor(async () => expect(await onwards.isDisabled()).toBe(true), 10_000);
    await vi.waitFor(async () => expect(await status('map')).toBe('done'), 15_000);
  });

  it('[ZIM5] shows pages of an archive, which lead to each other and nowhere else', async () => {
    await open('wiki');
    const wiki = await player('zim');
    const text = () => wiki.childFrames()[0];
    await vi.waitFor(async () => expect(await shown(wiki)).toContain('ទំព័រដើម'), 10_000);
    const dot = text()?.locator('img');
    expect(await dot?.evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).toBe(8);
    await keepScreenshot(page, 'piece-archive');
    await text()?.getByText('ខាងក្រៅ').click();
    await wiki.locator('.book__note', { hasText: bookTexts.outside.km }).waitFor();
    await text()?.getByText('Gone').click();
    await wiki.locator('.book__note', { hasText: bookTexts['not-here'].km }).waitFor();
    await keepOpenToAll(page, 'piece-archive-note');
    await press(wiki, bookTexts.close.km);
    await text()?.getByText('ស្រូវ').click();
    await vi.waitFor(async () => expect(await shown(wiki)).toContain('កសិករដាំស្រូវ'), 10_000);
    expect(text()?.url()).toMatch(/archive\.zim\/C\/plants\/Rice$/);
    await press(wiki, bookTexts['page-before'].km);
    await vi.waitFor(async () => expect(await shown(wiki)).toContain('Gone'), 10_000);
  });

  it('[ZIM5] [ZIM4] finds pages, goes on where it was, and is done when its learner says so', async () => {
    const wiki = await player('zim');
    await press(wiki, bookTexts.find.km);
    await wiki.locator('.book__field').fill('ស្រូវ');
    await wiki.locator('.book__row', { hasText: 'សៀមរាប' }).waitFor();
    await keepOpenToAll(page, 'piece-archive-find');
    await wiki.locator('.book__row', { hasText: 'សៀមរាប' }).click();
    await vi.waitFor(async () => expect(await shown(wiki)).toContain('កសិករដាំស្រូវ'), 10_000);
    await press(wiki, bookTexts.mark.km);
    await press(wiki, bookTexts.down.km);
    const down = () =>
      wiki.childFrames()[0]?.evaluate(() => document.scrollingElement?.scrollTop ?? 0) ?? 0;
    await vi.waitFor(async () => expect(await down()).toBeGreaterThan(200), 10_000);
    const was = await down();
    await open('wiki');
    const again = await player('zim');
    await vi.waitFor(async () => expect(await shown(again)).toContain('កសិករដាំស្រូវ'), 10_000);
    const place = () =>
      again.childFrames()[0]?.evaluate(() => document.scrollingElement?.scrollTop ?? 0);
    await vi.waitFor(
      async () => expect(Math.abs(((await place()) ?? 0) - was)).toBeLessThan(30),
      5_000,
    );
    await press(again, bookTexts.contents.km);
    await again.locator('.book__row', { hasText: 'ទឹក' }).waitFor();
    expect(await again.locator('.book__row').allInnerTexts()).toEqual(['ស្រូវ', 'ស្រូវ', 'ទឹក']);
    await press(again, bookTexts.close.km);
    expect(await status('wiki')).toBe('begun');
    await button(kioskTexts['piece.finish'].km).click();
    await vi.waitFor(async () => expect(await status('wiki')).toBe('done'), 15_000);
  });

  it('[PCE3] [PCE8] says calmly that a locked one can’t be shown, and to the officer why', async () => {
    await open('locked');
    await page.getByText(kioskTexts['piece.failed'].km).waitFor({ timeout: 20_000 });
    // The window knows first, then its station.
    await vi.waitFor(async () => {
      const told = (await lab.log('station-1')).filter((line) => line.includes('"piece.failed"'));
      expect(told.at(-1)).toContain('the PDF is locked by a password');
    }, 10_000);
  });

  const library = (screen: string) => lookAtKiosk(kiosk, screen);
  const cover = (title: string) => page.locator('.book-card', { hasText: title });

  const onShelf = (title: string) => page.locator('.shelf-list__shelf', { hasText: title }).click();

  it('[LIB2] [KSK1] shows the library from home: covers in pages, by shelf and level', async () => {
    await button(kioskTexts['done.home'].km).click();
    await page.waitForSelector('.home');
    expect(await library('home-library')).toEqual([]);
    await page.locator('.record-card', { hasText: kioskTexts['library.title'].km }).click();
    await cover('ព្រឹកនេះ').waitFor();
    expect(await library('library')).toEqual([]);
    await button(kioskTexts['page.next'].km).click();
    await cover(shelvedTitles[4] ?? '').waitFor();
    await onShelf('រឿងនិទាន');
    await button(kioskTexts['library.level.all'].km).click();
    await expect.poll(() => page.locator('.book-card').count()).toBe(3);
    expect(await library('library-level')).toEqual([]);
  });

  it('[LIB2] opens a book, and comes back to where it was taken', async () => {
    await cover('កុលាបប៉ៃលិន').click();
    await player('epub');
    await button(kioskTexts['lesson.leave'].km).click();
    await page.waitForSelector('.book-card--begun');
    expect(await page.locator('.book-card').allInnerTexts()).toMatchObject([
      expect.stringContaining('កុលាបប៉ៃលិន'),
      expect.stringContaining('ទុំទាវ'),
      {},
    ]);
  });

  it('[LIB3] finds by keys of the screen and of the desk', async () => {
    await button(kioskTexts['library.search'].km).click();
    await page.locator('.keyboard__key', { hasText: /^ធ$/ }).click();
    await expect.poll(() => page.locator('.book-card').first().innerText()).toContain('ធនញ្ជ័យ');
    expect(await library('library-search')).toEqual([]);
    await page.getByRole('button', { name: 'ABC', exact: true }).click();
    await page.locator('.library__field').focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('rean');
    await expect.poll(() => page.locator('.book-card').count()).toBeGreaterThan(3);
    await page.keyboard.type('zz');
    await page.getByText(kioskTexts['library.none'].km).waitFor();
    expect(await library('library-none')).toEqual([]);
  });

  it('[LIB7] [LIB1] has a shelf from the first day: books of three levels that can be read to their end', async () => {
    await button(kioskTexts.back.km).click();
    for (const [title, shelf, picture] of shipped) {
      await onShelf(shelf);
      await cover(title).click();
      const book = await player('epub');
      const drawn = () =>
        book
          .childFrames()[0]
          ?.locator('img')
          .first()
          .evaluate((image) => 'naturalWidth' in image && image.naturalWidth);
      await expect.poll(drawn).toBeGreaterThan(0);
      for (const size of kioskSizes) {
        await resizeTo(kiosk, size);
        await keepScreenshot(page, `library-book-${picture}-${size.width}`);
      }
      await page.keyboard.press('End');
      await vi.waitFor(async () => expect(await shown(book)).toMatch(/[a-z]{4}/), 10_000);
      await button(kioskTexts['lesson.leave'].km).click();
      await page.waitForSelector('.book-card');
    }
  });
});
