import type { AuditDigest } from '../../shared/contracts/audit.ts';
import { isoMoment } from '../../shared/khmer/dates.ts';
import { escapeHtml } from '../print/html.ts';
import { printedPage } from '../print/printed-page.ts';
import { wordsOfKind } from './kind-words.ts';

/** The printed digest of a month: one A4 page, Khmer and English, without a script ([AUD4]). */

const groupLength = 4;
/** So many kinds of things that happened are one page at their usual size. */
const mostKinds = 28;

/** A hash as people compare it: groups of four, eight to a line. */
export function inGroups(hash: string): readonly string[] {
  const groups = hash.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < groups.length; at += 8) lines.push(groups.slice(at, at + 8).join(' '));
  return lines;
}

/** @param siteName the site as people know it */
export function digestPage(digest: AuditDigest, siteName: string): string {
  const { month, first, last, entries, elsewhere, counts, recovered, head, hubKeys } = digest;
  const entry = (place: AuditDigest['first']) =>
    place === null ? '–' : `${place.hubSeq} · ${isoMoment(place.wallMs)}`;
  const facts = [
    ['មជ្ឈមណ្ឌល', 'Site', `${escapeHtml(siteName)} · ${escapeHtml(digest.site)}`],
    ['ខែ', 'Month', month],
    ['ចំនួនកំណត់ត្រា', 'Entries', String(entries)],
    ['កំណត់ត្រាដំបូង', 'First entry', entry(first)],
    ['កំណត់ត្រាចុងក្រោយ', 'Last entry', entry(last)],
    ...(elsewhere > 0
      ? [['ក្នុងចន្លោះនោះ ខែផ្សេង', 'Between them, of another month', String(elsewhere)]]
      : []),
  ];
  return printedPage(
    'Rean audit digest',
    `
<h1>របាយការណ៍កំណត់ហេតុប្រចាំខែ<span>Monthly digest of the audit trail</span></h1>
<table class="facts">${facts.map(row).join('')}</table>
<h2>លេខសម្គាល់ចុងក្រោយ<span>Head of the chain: compare it with last month’s paper and with the hub</span></h2>
<pre>${inGroups(head).join('\n')}</pre>
<h2>អ្វីដែលបានកើតឡើង<span>What happened</span></h2>
<table class="counts">${counts.map(countRow).join('')}</table>
${cameBack(recovered)}
<h2>សោមជ្ឈមណ្ឌល<span>The hub’s public key</span></h2>
<pre>${hubKeys.map(escapeHtml).join('\n')}</pre>
<div class="signatures"><p>ហត្ថលេខា និងឈ្មោះ ១<span>Signature and name 1</span></p><p>ហត្ថលេខា និងឈ្មោះ ២<span>Signature and name 2</span></p><p>កាលបរិច្ឆេទ<span>Date</span></p></div>
<footer>បោះពុម្ព · Printed ${escapeHtml(isoMoment(digest.madeMs))}</footer>`,
    counts.length + recovered.length > mostKinds,
  );
}

function row([km, en, value]: readonly string[]): string {
  return `<tr><th>${km}<span>${en}</span></th><td>${value}</td></tr>`;
}

/** What a station brought back after a restore: it happened, perhaps in another month. */
function cameBack(recovered: AuditDigest['recovered']): string {
  if (recovered.length === 0) return '';
  return `<h2>អ្វីដែលបានមកវិញក្នុងខែនេះ<span>What came back this month with a journal that was lost</span></h2>
<table class="counts">${recovered.map(countRow).join('')}</table>`;
}

function countRow({ kind, count }: AuditDigest['counts'][number]): string {
  const { km, en } = wordsOfKind(kind);
  return `<tr><th>${escapeHtml(km)}<span>${escapeHtml(en)}</span></th><td>${count}</td></tr>`;
}
