import type { Localized } from '../../shared/contracts/phrase.ts';
import { formatDigits } from '../../shared/khmer/numbers.ts';
import { escapeHtml } from './html.ts';

/** One learner's strip: whose it is, and the number that opens their first sign-in ([SGN13]). */
export interface NumberLine {
  readonly name: Localized;
  /** Six digits. */
  readonly number: string;
  /** The tile, as markup of ours. */
  readonly tile: string;
}

/**
 * A4 sheets of strips to be cut apart, sixteen to a sheet, so that nobody sees another's. Neither site
 * nor group stands on them.
 * @param style of the tiles, @param drawings that several tiles use, both ours
 */
export function numberPage(
  lines: readonly NumberLine[],
  { style, drawings }: { readonly style: string; readonly drawings: string },
): string {
  return `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><title>Rean numbers</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'">
<style>${style}
@page { size: A4; margin: 10mm 12mm; }
@font-face { font-family: 'Printed Khmer'; src: url('/khmer.woff2') format('woff2'); }
body { font: 12pt/1.5 'Printed Khmer', 'Noto Sans Khmer', 'Khmer OS', sans-serif; color: #1c1c28; margin: 0; print-color-adjust: exact; font-synthesis: none; }
main { display: grid; grid-template-columns: repeat(2, 93mm); justify-content: center; }
article { display: grid; grid-template-columns: 22mm 1fr; gap: 4mm; align-items: center; box-sizing: border-box; height: 34mm; padding: 3mm 4mm; border: 0.2mm dashed #888; break-inside: avoid; }
.names { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-size: 11pt; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }
.number { font-size: 22pt; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
.latin { font-size: 12pt; color: #444; line-height: 1.2; font-variant-numeric: tabular-nums; }
.drawings { position: absolute; width: 0; height: 0; }
</style></head><body>
<svg class="drawing drawings">${drawings}</svg>
<main>${lines.map(strip).join('')}</main></body></html>
`;
}

function strip({ name, number, tile }: NumberLine): string {
  const parted = `${number.slice(0, 3)} ${number.slice(3)}`;
  return `<article>${tile}<div><div class="names">${escapeHtml(name.km)}</div><div class="number">${formatDigits(parted, 'km')}</div><div class="latin">${parted}</div></div></article>`;
}
