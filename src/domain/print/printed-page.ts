import { escapeHtml } from './html.ts';

/**
 * A whole A4 page, without a script. In the app it is set in the font the app ships; elsewhere in one
 * the PC has.
 * @param body markup, with what people typed escaped in it
 * @param dense drawn smaller, so that what is longer than usual still is one page
 */
export function printedPage(title: string, body: string, dense = false): string {
  return `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'">
<style>
@page { size: A4; margin: 14mm 16mm; }
@font-face { font-family: 'Printed Khmer'; src: url('/khmer.woff2') format('woff2'); }
body { font: 10.5pt/1.6 'Printed Khmer', 'Noto Sans Khmer', 'Khmer OS', sans-serif; color: #1c1c28; margin: 0; }
h1 { font-size: 17pt; line-height: 1.5; margin: 0 0 4mm; }
h2 { font-size: 11.5pt; margin: 4mm 0 1mm; break-after: avoid; }
span { display: block; font-size: 9pt; font-weight: 400; color: #444; line-height: 1.3; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; padding: 0.5mm 0; }
td { text-align: right; font-variant-numeric: tabular-nums; vertical-align: top; padding: 0.5mm 0; }
tr { border-bottom: 0.2mm solid #bbb; break-inside: avoid; }
.facts span, .counts span { display: inline; margin-left: 1.5mm; }
.counts span { font-size: 8pt; }
.counts { font-size: 9pt; line-height: 1.45; columns: 2; column-gap: 8mm; display: block; } .counts tbody { display: block; }
.counts tr { display: flex; justify-content: space-between; break-inside: avoid; }
pre { font: 12pt/1.5 'DejaVu Sans Mono', monospace; margin: 0; white-space: pre-wrap; word-break: break-all; }
.signatures { display: flex; gap: 8mm; margin-top: 14mm; break-inside: avoid; }
.signatures p { flex: 1; border-top: 0.3mm solid #1c1c28; margin: 0; padding-top: 1mm; }
footer { margin-top: 5mm; font-size: 8.5pt; color: #444; }
${dense ? 'body { zoom: 0.76; }\n' : ''}</style></head><body>${body}</body></html>
`;
}
