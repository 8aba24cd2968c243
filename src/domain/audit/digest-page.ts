import type { AuditDigest } from '../../shared/contracts/audit.ts';
import { escapeHtml } from '../print/html.ts';
import { wordsOfKind } from './kind-words.ts';

/** The printed digest of a month: one A4 page, Khmer and English, without a script ([AUD4]). */

const groupLength = 4;

/** A hash as people compare it: groups of four, eight to a line. */
export function inGroups(hash: string): readonly string[] {
  const groups = hash.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < groups.length; at += 8) lines.push(groups.slice(at, at + 8).join(' '));
  return lines;
}

/**
 * @param siteName the site as people know it
 * @param printed the date and time printed, by the hub's clock
 */
export function digestPage(
  digest: AuditDigest,
  {
    siteName,
    printed,
    momentOf,
  }: { siteName: string; printed: string; momentOf: (ms: number) => string },
): string {
  const { month, first, last, entries, elsewhere, counts, head, hubKeys } = digest;
  const entry = (place: AuditDigest['first']) =>
    place === null ? '–' : `${place.hubSeq} · ${momentOf(place.wallMs)}`;
  const facts = [
    ['មណ្ឌល', 'Site', `${escapeHtml(siteName)} · ${escapeHtml(digest.site)}`],
    ['ខែ', 'Month', month],
    ['ចំនួនកំណត់ត្រា', 'Entries', String(entries)],
    ['កំណត់ត្រាដំបូង', 'First entry', entry(first)],
    ['កំណត់ត្រាចុងក្រោយ', 'Last entry', entry(last)],
    ...(elsewhere > 0
      ? [['ក្នុងចន្លោះនោះ ខែផ្សេង', 'Between them, of another month', String(elsewhere)]]
      : []),
  ];
  return page(`
<h1>របាយការណ៍កំណត់ហេតុប្រចាំខែ<span>Monthly digest of the audit trail</span></h1>
<table class="facts">${facts.map(row).join('')}</table>
<h2>លេខសម្គាល់ចុងក្រោយ<span>Head of the chain: compare it with last month’s paper and with the hub</span></h2>
<pre>${inGroups(head).join('\n')}</pre>
<h2>អ្វីដែលបានកើតឡើង<span>What happened</span></h2>
<table class="counts">${counts.map(countRow).join('')}</table>
<h2>សោមណ្ឌល<span>The hub’s public key</span></h2>
<pre>${hubKeys.map(escapeHtml).join('\n')}</pre>
<div class="signatures"><p>ហត្ថលេខា និងឈ្មោះ ១<span>Signature and name 1</span></p><p>ហត្ថលេខា និងឈ្មោះ ២<span>Signature and name 2</span></p><p>កាលបរិច្ឆេទ<span>Date</span></p></div>
<footer>បោះពុម្ព · Printed ${escapeHtml(printed)}</footer>`);
}

function row([km, en, value]: readonly string[]): string {
  return `<tr><th>${km}<span>${en}</span></th><td>${value}</td></tr>`;
}

function countRow({ kind, count }: AuditDigest['counts'][number]): string {
  const { km, en } = wordsOfKind(kind);
  return `<tr><th>${escapeHtml(km)}<span>${escapeHtml(en)}</span></th><td>${count}</td></tr>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><title>Rean audit digest</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
@page { size: A4; margin: 14mm 16mm; }
body { font: 10.5pt/1.6 'Noto Sans Khmer', 'Khmer OS', sans-serif; color: #1c1c28; margin: 0; }
h1 { font-size: 17pt; line-height: 1.5; margin: 0 0 4mm; }
h2 { font-size: 11.5pt; margin: 4mm 0 1mm; }
span { display: block; font-size: 9pt; font-weight: 400; color: #444; line-height: 1.3; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; padding: 0.5mm 0; }
td { text-align: right; font-variant-numeric: tabular-nums; vertical-align: top; padding: 0.5mm 0; }
tr { border-bottom: 0.2mm solid #bbb; }
.counts { columns: 2; display: block; } .counts tbody { display: block; }
.counts tr { display: flex; justify-content: space-between; break-inside: avoid; }
pre { font: 12pt/1.5 'DejaVu Sans Mono', monospace; margin: 0; white-space: pre-wrap; word-break: break-all; }
.signatures { display: flex; gap: 8mm; margin-top: 16mm; }
.signatures p { flex: 1; border-top: 0.3mm solid #1c1c28; margin: 0; padding-top: 1mm; }
footer { margin-top: 5mm; font-size: 8.5pt; color: #444; }
</style></head><body>${body}</body></html>
`;
}
