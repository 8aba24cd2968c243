import { absences } from '../../shared/contracts/lab-attendance.ts';
import type { AttendanceWord } from '../../shared/contracts/lab-attendance.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { formatDate, monthName } from '../../shared/khmer/dates.ts';
import { formatDigits, formatNumber } from '../../shared/khmer/numbers.ts';
import { escapeHtml } from '../print/html.ts';
import { printedPage } from '../print/printed-page.ts';
import { absenceWords } from './absence-words.ts';
import type { AttendanceFigures } from './attendance-figures.ts';

/** Attendance on A4, in Khmer and English, to be signed by hand ([ATT9]). The site is not named on it. */

export interface PrintedLine {
  readonly name: Localized;
  readonly word: AttendanceWord;
  readonly confirmed: boolean;
}

export interface PrintedMonthRow {
  readonly name: Localized;
  readonly figures: AttendanceFigures;
}

const style = `<style>
.sheet { font-size: 9.5pt; } .sheet th, .sheet td { padding: 1mm 2mm; border: 0.2mm solid #888; text-align: left; vertical-align: middle; }
.sheet thead th { background: #eee; } .sheet thead { display: table-header-group; }
.sheet .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .sheet .sign { width: 34mm; }
</style>`;

/** A group's sheet of one day: each line with room for the learner's own sign. @param today `YYYY-MM-DD` */
export function dayPage(
  {
    group,
    day,
    today,
  }: { readonly group: Localized; readonly day: string; readonly today: string },
  lines: readonly PrintedLine[],
): string {
  const there = lines.filter(({ word }) => word.there).length;
  const waiting = lines.filter(({ confirmed }) => !confirmed).length;
  const rows = lines.map(
    (line, at) => `<tr><td class="number">${String(at + 1)}</td><td>${names(line.name)}</td>
<td>${inBoth(line.word.there ? { km: 'មក', en: 'present' } : { km: 'អវត្តមាន', en: 'absent' })}</td>
<td class="number">${line.word.there ? minutes(line.word) : ''}</td>
<td>${line.word.there ? '' : inBoth(absenceWords[line.word.absence])}</td>
<td>${inBoth(line.confirmed ? confirmedWords : proposedWords)}</td><td class="sign"></td></tr>`,
  );
  const heads = [
    '№',
    both({ km: 'ឈ្មោះ', en: 'Name' }),
    both({ km: 'វត្តមាន', en: 'Attendance' }),
    both({ km: 'នាទី', en: 'Minutes' }),
    both({ km: 'មូលហេតុ', en: 'Why away' }),
    both({ km: 'ស្ថានភាព', en: 'How it stands' }),
    both({ km: 'ហត្ថលេខា', en: 'Signature' }),
  ];
  return page('Rean attendance', {
    heading: { km: 'បញ្ជីវត្តមាន', en: 'Attendance' },
    group,
    span: { km: formatDate(day, 'km'), en: formatDate(day, 'en') },
    summary: {
      km: `មក ${formatNumber(there, 'km')} នាក់ · អវត្តមាន ${formatNumber(lines.length - there, 'km')} នាក់ · មិនទាន់បញ្ជាក់ ${formatNumber(waiting, 'km')} នាក់`,
      en: `${formatNumber(there, 'en')} present · ${formatNumber(lines.length - there, 'en')} absent · ${formatNumber(waiting, 'en')} not confirmed`,
    },
    heads,
    rows,
    today,
  });
}

/** A group's month: what is confirmed and what is proposed, apart ([ATT7]). @param month `YYYY-MM` */
export function monthPage(
  {
    group,
    month,
    today,
  }: { readonly group: Localized; readonly month: string; readonly today: string },
  rows: readonly PrintedMonthRow[],
): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const heads = [
    '№',
    both({ km: 'ឈ្មោះ', en: 'Name' }),
    both({ km: 'ថ្ងៃបានបញ្ជាក់', en: 'Days confirmed' }),
    both({ km: 'នាទីបានបញ្ជាក់', en: 'Minutes confirmed' }),
    both({ km: 'ថ្ងៃអវត្តមាន', en: 'Days away' }),
    both({ km: 'មិនទាន់បញ្ជាក់ (ថ្ងៃ)', en: 'Not confirmed (days)' }),
  ];
  return page('Rean attendance', {
    heading: { km: 'វត្តមានប្រចាំខែ', en: 'Attendance of a month' },
    group,
    span: {
      km: `${monthName(number, 'km')} ${formatDigits(year, 'km')}`,
      en: `${monthName(number, 'en')} ${formatDigits(year, 'en')}`,
    },
    summary: null,
    heads,
    rows: rows.map(({ name, figures: { confirmed, proposed } }, at) => {
      const away = absences
        .filter((each) => confirmed.away[each] > 0)
        .map(
          (each) => `${inBoth(absenceWords[each])}: ${formatNumber(confirmed.away[each], 'en')}`,
        );
      return `<tr><td class="number">${String(at + 1)}</td><td>${names(name)}</td>
<td class="number">${formatNumber(confirmed.days, 'en')}</td><td class="number">${minutes(confirmed)}</td>
<td>${away.join('<br>')}</td><td class="number">${formatNumber(proposed.days, 'en')}</td></tr>`;
    }),
    today,
  });
}

interface Page {
  readonly heading: Localized;
  readonly group: Localized;
  readonly span: Localized;
  readonly summary: Localized | null;
  readonly heads: readonly string[];
  readonly rows: readonly string[];
  readonly today: string;
}

function page(title: string, { heading, group, span, summary, heads, rows, today }: Page): string {
  return printedPage(
    title,
    `${style}
<h1>${both(heading)}</h1>
<h2>${names(group)} — ${inBoth(span)}</h2>
${summary === null ? '' : `<p>${inBoth(summary)}</p>`}
<table class="sheet"><thead><tr>${heads.map((each) => `<th>${each}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<div class="signatures"><p>${both({ km: 'មន្ត្រី (ឈ្មោះ និងហត្ថលេខា)', en: 'Officer (name and signature)' })}</p><p>${both({ km: 'ប្រធានមជ្ឈមណ្ឌល', en: 'Site manager' })}</p></div>
<footer>${escapeHtml(formatDate(today, 'km'))} · ${escapeHtml(formatDate(today, 'en'))}</footer>`,
  );
}

const confirmedWords = { km: 'បានបញ្ជាក់', en: 'confirmed' };
const proposedWords = { km: 'មិនទាន់បញ្ជាក់', en: 'not confirmed' };

function minutes({ minutes: count, about }: { readonly minutes: number; readonly about: boolean }) {
  return `${about ? '± ' : ''}${formatNumber(count, 'en')}`;
}

const names = ({ km, en }: Localized) =>
  `${escapeHtml(km)}${en === undefined ? '' : ` · ${escapeHtml(en)}`}`;

const both = ({ km, en }: Localized) =>
  `${escapeHtml(km)}${en === undefined ? '' : `<span>${escapeHtml(en)}</span>`}`;

const inBoth = ({ km, en }: Localized) => escapeHtml(en === undefined ? km : `${km} · ${en}`);
