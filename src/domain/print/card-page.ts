import type { Localized } from '../../shared/contracts/phrase.ts';
import { formatDigits } from '../../shared/khmer/numbers.ts';
import { escapeHtml } from './html.ts';

/** One learner's card: what to find their tile by, and nothing that opens an account ([CRD1]). */
export interface CardFace {
  readonly name: Localized;
  /** Six digits; null where the account has none. */
  readonly card: string | null;
  /** The tile, as markup of ours. */
  readonly tile: string;
}

/**
 * A4 sheets of cards of the size of a bank card, ten to a sheet, to be cut apart. Neither site nor group
 * stands on them.
 * @param style of the tiles, @param drawings that several tiles use, both ours
 */
export function cardPage(
  cards: readonly CardFace[],
  { style, drawings }: { readonly style: string; readonly drawings: string },
): string {
  return `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><title>Rean cards</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'">
<style>${style}
@page { size: A4; margin: 12mm 15mm; }
@font-face { font-family: 'Printed Khmer'; src: url('/khmer.woff2') format('woff2'); }
body { font: 12pt/1.5 'Printed Khmer', 'Noto Sans Khmer', 'Khmer OS', sans-serif; color: #1c1c28; margin: 0; print-color-adjust: exact; font-synthesis: none; }
main { display: grid; grid-template-columns: repeat(2, 85.6mm); gap: 0; justify-content: center; }
article { display: grid; grid-template-columns: 34mm 1fr; gap: 4mm; align-items: center; box-sizing: border-box; height: 54mm; padding: 5mm; border: 0.2mm dashed #888; break-inside: avoid; }
.names { font-size: 14pt; font-weight: 600; line-height: 1.5; overflow-wrap: anywhere; }
.latin { font-size: 10.5pt; color: #444; overflow-wrap: anywhere; }
.number { margin-top: 2mm; font-size: 20pt; font-weight: 700; line-height: 1.3; font-variant-numeric: tabular-nums; }
.khmer { font-size: 13pt; color: #444; }
.drawings { position: absolute; width: 0; height: 0; }
</style></head><body>
<svg class="drawing drawings">${drawings}</svg>
<main>${cards.map(face).join('')}</main></body></html>
`;
}

function face({ name, card, tile }: CardFace): string {
  const latin = name.en === undefined ? '' : `<div class="latin">${escapeHtml(name.en)}</div>`;
  return `<article>${tile}<div><div class="names">${escapeHtml(name.km)}</div>${latin}${numberOf(card)}</div></article>`;
}

function numberOf(card: string | null): string {
  if (card === null) return '';
  const parted = `${card.slice(0, 3)} ${card.slice(3)}`;
  return `<div class="number">${formatDigits(parted, 'km')}</div><div class="khmer">${parted}</div>`;
}
