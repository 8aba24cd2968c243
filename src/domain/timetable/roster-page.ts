import type { Localized } from '../../shared/contracts/phrase.ts';
import { formatDayWithEra } from '../../shared/khmer/dates.ts';
import { formatDigits } from '../../shared/khmer/numbers.ts';
import { sayTime } from '../../shared/khmer/times.ts';
import { escapeHtml } from '../print/html.ts';

/** One slot of a printed day; tiles and symbols are markup of ours. */
export interface RosterSlot {
  readonly begins: number;
  readonly ends: number;
  readonly groups: readonly { readonly name: Localized; readonly symbol: string }[];
  readonly people: readonly {
    readonly name: Localized;
    readonly tile: string;
    /** Null for whichever seat is free. */
    readonly seat: number | null;
  }[];
}

/**
 * The day in the lab on A4, in Khmer: by slot, the groups with their symbols, and everybody with tile, name,
 * seat, and a box to tick ([TTB11]).
 * @param style of tiles and symbols, @param drawings that several of them use, both ours
 */
export function rosterPage(
  { date, slots }: { readonly date: string; readonly slots: readonly RosterSlot[] },
  { style, drawings }: { readonly style: string; readonly drawings: string },
): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><title>Rean roster</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'">
<style>${style}
@page { size: A4; margin: 12mm 14mm; }
@font-face { font-family: 'Printed Khmer'; src: url('/khmer.woff2') format('woff2'); }
body { font: 11pt/1.6 'Printed Khmer', 'Noto Sans Khmer', 'Khmer OS', sans-serif; color: #1c1c28; margin: 0; print-color-adjust: exact; font-synthesis: none; }
h1 { font-size: 17pt; line-height: 1.5; margin: 0 0 4mm; }
section { margin: 0 0 6mm; }
header { display: flex; flex-wrap: wrap; gap: 2mm 6mm; align-items: center; border-bottom: 0.4mm solid #1c1c28; break-after: avoid; }
h2 { font-size: 13pt; margin: 0; }
.group { display: inline-flex; gap: 2mm; align-items: center; }
.group svg { width: 11mm; height: 11mm; }
ul { columns: 2; column-gap: 8mm; list-style: none; margin: 2mm 0 0; padding: 0; }
li { display: grid; grid-template-columns: 5mm 12mm 1fr auto; gap: 3mm; align-items: center; padding: 1mm 0; border-bottom: 0.2mm solid #bbb; break-inside: avoid; }
.box { width: 4.5mm; height: 4.5mm; border: 0.3mm solid #1c1c28; }
.name { font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }
.seat { font-size: 10pt; color: #444; }
.drawings { position: absolute; width: 0; height: 0; }
</style></head><body>
<svg class="drawing drawings">${drawings}</svg>
<h1>បញ្ជីអ្នករៀន ${formatDayWithEra({ year, month, day }, 'km')}</h1>
${slots.map(slotPart).join('')}</body></html>
`;
}

function slotPart({ begins, ends, groups, people }: RosterSlot): string {
  const names = groups
    .map(({ name, symbol }) => `<span class="group">${symbol}${escapeHtml(name.km)}</span>`)
    .join('');
  const count = `${formatDigits(people.length, 'km')} នាក់`;
  return `<section><header><h2>${sayTime(begins, 'km')} – ${sayTime(ends, 'km')}</h2>${names}<span>${count}</span></header><ul>${people.map(personLine).join('')}</ul></section>`;
}

function personLine({ name, tile, seat }: RosterSlot['people'][number]): string {
  const place = seat === null ? '' : `កន្លែងទី ${formatDigits(seat, 'km')}`;
  return `<li><span class="box"></span>${tile}<span class="name">${escapeHtml(name.km)}</span><span class="seat">${place}</span></li>`;
}
