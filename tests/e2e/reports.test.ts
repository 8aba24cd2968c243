import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { deskTexts } from '../../src/renderer/i18n/texts/supervisor/desk.ts';
import { reportsTexts } from '../../src/renderer/i18n/texts/supervisor/reports.ts';
import { reportTitles, said } from '../../src/domain/reports/report-words.ts';
import type { ReportKind } from '../../src/shared/contracts/ipc/report-views.ts';
import { printTroubleOf, printersTexts } from '../../src/renderer/i18n/texts/printing.ts';
import { stickTroubleOf } from '../../src/renderer/i18n/texts/stick.ts';
import { printingService } from '../factories/printing-service.ts';
import type { PrintingService } from '../factories/printing-service.ts';
import { stickService } from '../factories/stick-service.ts';
import type { StickService } from '../factories/stick-service.ts';
import { answerOnScreen, signInOnScreen } from './learner-hand.ts';
import { jumpTo } from './lesson-jump.ts';
import { besideTheList, lookAtDesk, signInStaff, staffOf } from './staff-hand.ts';
import { openTestLab } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

const say = reportsTexts;
/** The table is wide and moves in itself; long names are cut beside bars. */
const within = '.reports__report, .reports__report *';

/** An officer looks at reports, and takes one out in every form: onto a stick, as on a PC of the image. */
describe('reports of groups', () => {
  let lab: TestLab;
  let desk: OpenWindow;
  let stick: StickService;
  let printing: PrintingService;

  beforeAll(async () => {
    stick = await stickService();
    process.env['REAN_STICK'] = stick.address;
    printing = await printingService();
    process.env['REAN_PRINT'] = printing.address;
    lab = await openTestLab(1);
    await lab.startHub();
    const [kiosk, opened] = await Promise.all([
      lab.openWindow('station-1'),
      lab.openWindow('supervisor'),
    ]);
    desk = opened;
    const [learner] = lab.signIns.learners;
    if (learner === undefined) throw new Error('There are no demo learners.');
    await signInOnScreen(kiosk.page, learner);
    const letters = ['org.rean.khmer-letters', 'letters-ka-kha-ko-ta'] as const;
    await answerOnScreen(kiosk.page, await jumpTo(kiosk.page, ...letters, 'type-first-of-cow'));
    await kiosk.page.waitForSelector('.lesson-done');
    await signInStaff(desk.page, staffOf(lab, 'officer'));
    await desk.page.locator('.rail button', { hasText: deskTexts['place.reports'].km }).click();
    await cells().first().waitFor();
  });
  afterAll(async () => {
    delete process.env['REAN_STICK'];
    delete process.env['REAN_PRINT'];
    await lab.remove();
    await stick.close();
    await printing.close();
  });

  const cells = () => desk.page.locator('.reports__table tbody td');
  const button = (words: { readonly km: string }) =>
    desk.page.getByRole('button', { name: words.km, exact: true });
  const choose = async (kind: ReportKind) => {
    await desk.page.locator('.reports__choices select').first().selectOption(kind);
    await desk.page.locator('.reports__report h2', { hasText: reportTitles[kind].km }).waitFor();
  };
  /** Where the one file of this kind lies on the stick. */
  const onStick = async (ending: string) => {
    const found = (await stick.files()).filter((name) => name.endsWith(ending));
    expect(found).toHaveLength(1);
    return join(stick.folder, ...found);
  };
  /** What the table says of one column, in the window. */
  const column = (place: number) =>
    desk.page.locator(`.reports__table tbody td:nth-child(${place})`).allTextContents();

  it('[RPT2] [WCA1] show each kind, and say where there is nothing', async () => {
    await expect
      .poll(
        async () => {
          await button(say.again).click();
          return column(6);
        },
        { timeout: 30_000 },
      )
      .toContain('១');
    await lookAtDesk(desk, 'supervisor-reports', within);
    await choose('hours');
    await lookAtDesk(desk, 'supervisor-reports-hours', within);
    const select = (place: number) => desk.page.locator('.reports__choices select').nth(place);
    await select(1).selectOption({ index: 1 });
    await select(2).selectOption({ index: 1 });
    await expect
      .poll(() => desk.page.locator('.reports__about dd').first().textContent(), {
        timeout: 30_000,
      })
      .toContain(', ');
    await lookAtDesk(desk, 'supervisor-reports-groups', within);
    for (const _chosen of [1, 2]) await select(1).selectOption({ index: 0 });
    await desk.page.locator('.reports__about dd', { hasText: said.everyGroup.km }).waitFor();
    await choose('help');
    await desk.page.getByText(say['empty.title'].km).waitFor();
    await lookAtDesk(desk, 'supervisor-reports-empty', within);
  });

  it('[RPT1] [RPT6] [STK1] are the same on the screen, in a workbook and on paper', async () => {
    await choose('items');
    await lookAtDesk(desk, 'supervisor-reports-items', within);
    await choose('skills');
    await lookAtDesk(desk, 'supervisor-reports-skills', within);
    const tried = await column(4);
    await stick.plug(0);
    await button(say['save.xlsx']).click();
    await desk.page.getByText(stickTroubleOf('none').what.km).waitFor();
    await lookAtDesk(desk, 'supervisor-reports-no-stick', within);
    await stick.plug(1);
    await button(say['save.xlsx']).click();
    await desk.page.getByText('.xlsx').waitFor();
    await lookAtDesk(desk, 'supervisor-reports-on-stick', within);
    const workbook = await onStick('.xlsx');
    const rows = await readSheet(await readFile(workbook));
    const first = rows.findIndex((row) => row.length > 5 && typeof row[3] === 'number');
    const inFile = rows.slice(first, first + tried.length).map((row) => row[3]);
    expect(inFile).toEqual(tried.map((text) => Number(latin(text))));
    await button(say['save.page']).click();
    await desk.page.getByText('.pdf').waitFor();
    const text = await textOf(await onStick('.pdf'));
    for (const shown of new Set([...tried, ...(await column(3))])) expect(text).toContain(shown);
  });

  it('[PTR2] [PTR3] [PTR6] come out of a printer, which shows a test page first', async () => {
    const words = printersTexts;
    await button(words.print).click();
    await desk.page.getByText(printTroubleOf('none').what.km).waitFor();
    await desk.page.locator('.rail button', { hasText: deskTexts['place.site'].km }).click();
    await button(words.open).click();
    await desk.page.getByText(words.nothing.km).waitFor();
    await lookAtDesk(desk, 'supervisor-printers-none', besideTheList);
    await printing.plug('usb-1');
    await printing.plug('usb-2');
    await button(words.use).last().click();
    await desk.page.getByText(words.used.km).waitFor();
    await printing.unplug('usb-1');
    await desk.page.getByText(words['state.away'].km).waitFor();
    await button(words.test).last().click();
    await desk.page.getByText(words['test.out'].km).waitFor({ timeout: 60_000 });
    await lookAtDesk(desk, 'supervisor-printers', besideTheList);
    const [test] = await printing.sheets();
    expect(await textOf(test ?? '')).toContain('Test page');
    await desk.page.locator('.rail button', { hasText: deskTexts['place.reports'].km }).click();
    await choose('skills');
    const tried = await column(4);
    await button(words.print).click();
    await desk.page.getByText(words.printed.km).waitFor({ timeout: 60_000 });
    await lookAtDesk(desk, 'supervisor-reports-printed', within);
    const text = await textOf((await printing.sheets()).at(-1) ?? '');
    for (const shown of new Set(tried)) expect(text).toContain(shown);
  });
});

const latin = (text: string) =>
  text.replaceAll(/[០-៩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x17e0));

/** What stands in a PDF, page by page, as its text is stored. */
async function textOf(path: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(await readFile(path)) }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1);
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  return pages.join(' ');
}
