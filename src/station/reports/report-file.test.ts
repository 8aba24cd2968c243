import { parse } from 'csv-parse/sync';
import { parse as parseHtml } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import {
  groundOf,
  lessonOf,
  lessonsOf,
  reportLearner,
  stateOf,
} from '../../../tests/factories/report-ground.ts';
import { lessonKey } from '../../domain/lesson-progress.ts';
import { hardestItems, itemsReport } from '../../domain/reports/items-report.ts';
import { makeReport } from '../../domain/reports/make-report.ts';
import { textIn } from '../../domain/reports/report-grid.ts';
import { reportPage } from '../../domain/reports/report-page.ts';
import { sayCell } from '../../domain/reports/say-cell.ts';
import { isShare, percentOf } from '../../domain/reports/report-parts.ts';
import { reportKinds } from '../../shared/contracts/ipc/report-views.ts';
import type { Report, ReportCell, ReportKind } from '../../shared/contracts/ipc/report-views.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';
import { harmless } from '../learner-file/write-list.ts';
import { reportFile } from './report-file.ts';

const hostile = ['=cmd|"/c calc"!A1', '+1+1', 'a"b,c\n<d>&', '\u200b=1'];
const touched = (at: number) => ({
  completedRuns: at % 2,
  finished: 20_700 + at,
  items: { a: { tries: 1, outcome: 'right' as const } },
  missed: { a: [1, [`=w${at % 3}`, 'ក']] as [number, string[]] },
});
const sums = lessonKey('org.rean.test', 'letters-sums');
const learners = Array.from({ length: 9 }, (_, at) =>
  reportLearner(
    at,
    stateOf(at, {
      lessons: lessonsOf(lessonOf('letters-one', touched(at)), lessonOf('numbers-two')),
      skills: { [sums]: { answers: 4, recent: 1, best: tens(at % 3) } },
      timeHere: {
        days: { '2026-10-04': [3_600_000 + at, 0], '2026-11-09': [90_000 * at + 1, 1] },
        months: {},
        open: null,
      },
      activeMs: 9_000_000,
      days: { '2026-10': 8 },
      attempts: 40,
      right: at,
    }),
    {
      name: { km: hostile[at] ?? `អ្នករៀន ${at}` },
      confirmed: [{ day: 20_700 + at, minutes: 30 + at }],
    },
  ),
);
const ground = groundOf(learners);

function tens(most: number): number[] {
  return Array.from({ length: 10 }, () => most);
}

function reportOn(kind: ReportKind): Report {
  const choice = { kind, groups: null, course: null, from: null, to: null };
  const items = hardestItems(ground, normalizeAnswer).map((each) => ({
    ...each,
    words: { question: { km: '=សំណួរ', en: '=A question' }, answers: [] },
  }));
  return makeReport(choice, ground) ?? itemsReport(choice, ground, items);
}

const asked = (format: 'csv' | 'xlsx', language: 'km' | 'en') => ({
  format,
  language,
  today: '2026-11-23',
});
const bytesOf = async (report: Report, format: 'csv' | 'xlsx', language: 'km' | 'en') =>
  Buffer.from((await reportFile(report, asked(format, language))).content, 'base64');

/** What the screen shows of a cell, as a value. */
function onScreen(cell: ReportCell, language: 'km' | 'en'): string | number | null {
  if (cell === null || typeof cell === 'number' || typeof cell === 'string') return cell;
  if (isShare(cell)) return percentOf(cell);
  return harmless(language === 'km' ? cell.km : (cell.en ?? cell.km));
}
const table = ({ columns, rows, totals }: Report, language: 'km' | 'en') => [
  columns.map(({ heading }) => onScreen(heading, language)),
  ...[...rows, ...(totals === null ? [] : [totals])].map((row) =>
    row.map((cell) => onScreen(cell, language)),
  ),
];
const drawn = ({ chart }: Report, language: 'km' | 'en') =>
  (chart?.bars ?? []).map(({ label, values }) => [onScreen(label, language), ...values]);

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

function elementsOf(node: Node, name: string): Element[] {
  const within = 'childNodes' in node ? node.childNodes : [];
  const found = within.flatMap((each) => elementsOf(each, name));
  return 'tagName' in node && node.tagName === name ? [node, ...found] : found;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

describe.each(reportKinds)('[RPT1] the files of a report of %s', (kind) => {
  const report = reportOn(kind);
  /** Behind the title, what is counted, what it is about, and an empty line. */
  const first = 3 + report.about.length;

  it.each(['km', 'en'] as const)(
    'as a workbook has the screen’s numbers as numbers, in %s',
    async (language) => {
      const read = await readSheet(await bytesOf(report, 'xlsx', language));
      const told = table(report, language);
      const held = read.slice(first, first + told.length).map((row, line) =>
        row.slice(0, report.columns.length).map((cell, place) => {
          if (cell instanceof Date) return cell.toISOString().slice(0, 10);
          const isShareHere = line > 0 && report.columns[place]?.type === 'share';
          return isShareHere && typeof cell === 'number' ? Math.round(cell * 100) : cell;
        }),
      );
      expect(held).toEqual(told);
      const bars = read.slice(
        first + told.length + 2,
        first + told.length + 2 + drawn(report, language).length,
      );
      const scale = report.chart?.unit === 'percent' ? 100 : 1;
      const values = bars.map((row) =>
        row
          .filter((cell) => cell !== null)
          .map((cell) => (typeof cell === 'number' ? Math.round(cell * scale) : cell)),
      );
      expect(values).toEqual(drawn(report, language));
    },
  );

  it.each(['km', 'en'] as const)('on paper has them as the screen says them, in %s', (language) => {
    const cellsOf = (row: Element) =>
      row.childNodes.flatMap((each) => ('tagName' in each ? [textOf(each)] : []));
    const rows = elementsOf(parseHtml(reportPage(report, language)), 'tr');
    const said = (row: readonly ReportCell[]) => row.map((cell) => sayCell(cell, language));
    expect(rows.map(cellsOf)).toEqual([
      report.columns.map(({ heading }) => textIn(heading, language)),
      ...report.rows.map(said),
      ...(report.totals === null ? [] : [said(report.totals)]),
    ]);
  });

  it.each(['km', 'en'] as const)(
    'as CSV has them in digits of every spreadsheet, in %s',
    async (language) => {
      const bytes = await bytesOf(report, 'csv', language);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const read: string[][] = parse(bytes, {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: false,
      });
      const at = read.findIndex(
        (row) => row.length === report.columns.length && row[0] === table(report, language)[0]?.[0],
      );
      const told = table(report, language).map((row, line) =>
        row.map((cell, place) => {
          if (cell === null) return '';
          const isShareHere = line > 0 && report.columns[place]?.type === 'share';
          return isShareHere && typeof cell === 'number' ? `${cell}%` : String(cell);
        }),
      );
      expect(read.slice(at, at + told.length)).toEqual(told);
    },
  );
});
