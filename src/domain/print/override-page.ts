import type { Localized } from '../../shared/contracts/phrase.ts';
import { formatDigits } from '../../shared/khmer/numbers.ts';
import { escapeHtml } from './html.ts';

/** One seat's sheet of codes ([OVR2]). */
export interface PrintedSheet {
  readonly name: Localized;
  /** The seat's number in the room. */
  readonly seat: number;
  readonly sheet: number;
  /** Nine digits each, in their order. */
  readonly codes: readonly string[];
}

/** Three groups of three. */
export const parted = (code: string): string => code.replaceAll(/(\d{3})(?=\d)/g, '$1 ');

/**
 * A4 sheets, one for each seat, to be folded and sealed: its codes in their order with a box to cross each out, how they
 * are used, and room for whoever sealed it. The site does not stand on them.
 */
export function overridePage(sheets: readonly PrintedSheet[]): string {
  return `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><title>Rean codes</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'">
<style>
@page { size: A4; margin: 14mm 16mm; }
@font-face { font-family: 'Printed Khmer'; src: url('/khmer.woff2') format('woff2'); }
body { font: 11pt/1.6 'Printed Khmer', 'Noto Sans Khmer', 'Khmer OS', sans-serif; color: #1c1c28; margin: 0; font-synthesis: none; }
article { break-after: page; } article:last-child { break-after: auto; }
header { display: flex; justify-content: space-between; align-items: flex-start; border-bottom: 0.4mm solid #1c1c28; padding-bottom: 2mm; }
h1 { font-size: 17pt; line-height: 1.5; margin: 0; overflow-wrap: anywhere; } h1 small, .about small, .signatures small { display: block; font-size: 9pt; font-weight: 400; line-height: 1.4; color: #444; }
.sheet { font-size: 12pt; text-align: right; white-space: nowrap; }
.about { margin: 3mm 0 0; padding-left: 6mm; } .about li { margin-bottom: 1.5mm; }
ol.codes { display: grid; grid-template-columns: repeat(2, 1fr); grid-template-rows: repeat(10, auto); grid-auto-flow: column; column-gap: 12mm; margin: 5mm 0 0; padding: 0; list-style: none; }
ol.codes li { display: grid; grid-template-columns: 12mm 1fr 7mm; align-items: center; border-bottom: 0.2mm solid #bbb; padding: 0.8mm 0; }
.codes b { font-size: 11pt; font-weight: 500; } .codes span { font: 700 17pt/1.4 'DejaVu Sans Mono', 'Liberation Mono', monospace; letter-spacing: 0.5pt; }
.codes i { display: block; width: 6mm; height: 6mm; border: 0.3mm solid #1c1c28; }
.signatures { display: flex; gap: 8mm; margin-top: 16mm; } .signatures p { flex: 1; border-top: 0.3mm solid #1c1c28; margin: 0; padding-top: 1mm; }
</style></head><body>${sheets.map(sheetOf).join('')}</body></html>
`;
}

const about: readonly Localized[] = [
  {
    km: 'សម្រាប់តែមន្ត្រីប៉ុណ្ណោះ។ បត់ បិទស្រោម ហើយទុកឱ្យជិត។ ប្រើតែពេលបណ្ដាញ ឬម៉ាស៊ីនមេខូច ហើយដោះសោតាមធម្មតាមិនបាន។',
    en: 'For officers only. Fold it, seal it, keep it locked away. For when hub or network are down and the seat can’t be opened as usual.',
  },
  {
    km: 'នៅកុំព្យូទ័រដែលជាប់សោ ចុចលើរូបសោ ៥ ដង រួចវាយលេខកូដបន្ទាប់ដែលមិនទាន់គូសចេញ។',
    en: 'At the locked seat press the padlock five times. Then type the next code that is not crossed out.',
  },
  {
    km: 'គូសលេខកូដចេញពេលប្រើរួច។ លេខកូដនីមួយៗប្រើបានតែម្ដង ហើយលេខកូដមុនៗលែងប្រើបាន។',
    en: 'Cross the code out. Each works once, and none before it works any more.',
  },
  {
    km: 'ការប្រើរាល់ដងត្រូវបានកត់ត្រា។ សន្លឹកថ្មីធ្វើឱ្យសន្លឹកនេះលែងប្រើបាន។',
    en: 'Each use is on record. A new sheet ends this one.',
  },
];

const signing: readonly Localized[] = [
  { km: 'អ្នកបិទស្រោម ថ្ងៃទី', en: 'Sealed by, date' },
  { km: 'អ្នកបើកស្រោម ថ្ងៃទី', en: 'Opened by, date' },
];

function sheetOf({ name, seat, sheet, codes }: PrintedSheet): string {
  const [seatKm, sheetKm] = [formatDigits(seat, 'km'), formatDigits(sheet, 'km')];
  const english = name.en === undefined ? '' : ` · ${escapeHtml(name.en)}`;
  return `<article><header><h1>លេខកូដដោះសោ កន្លែងទី ${seatKm} · ${escapeHtml(name.km)}<small>Opening codes, seat ${seat}${english}</small></h1><div class="sheet">សន្លឹកទី ${sheetKm}<br>Sheet ${sheet}</div></header>
<ol class="about">${about.map(bothIn('li')).join('')}</ol>
<ol class="codes">${codes.map(lineOf).join('')}</ol>
<div class="signatures">${signing.map(bothIn('p')).join('')}</div></article>`;
}

const lineOf = (code: string, at: number) =>
  `<li><b>${formatDigits(at + 1, 'km')} · ${at + 1}</b><span>${parted(code)}</span><i></i></li>`;

const bothIn =
  (tag: string) =>
  ({ km, en }: Localized) =>
    `<${tag}>${km}<small>${en ?? ''}</small></${tag}>`;
