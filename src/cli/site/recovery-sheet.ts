import type { SheetFacts } from '../../hub/backup/recovery-sheet-command.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');

/** A sentence in Khmer, and in English beneath. */
const both = (km: string, en: string) => `<span>${km}</span><small lang="en">${en}</small>`;

const blank = (km: string, en: string) =>
  `<div class="blank"><div>${both(km, en)}</div><i></i></div>`;

const steps = [
  both(
    'យកកុំព្យូទ័រថ្មី ដំឡើង Rean។ រក USB ដែលមានការចម្លងទុក និងឯកសារសោ។',
    'Take another PC and install Rean. Find the backup and the file of the keys.',
  ),
  both(
    'វាយ៖ rean hub restore --data /var/lib/rean --keys ឯកសារសោ --from ថតចម្លងទុក',
    'Type: rean hub restore --data /var/lib/rean --keys FILE --from FOLDER (or --empty without a backup)',
  ),
  both('ពេលសួររកពាក្យសម្ងាត់ សូមវាយលេខកូដខាងលើ។', 'Asked for the passphrase, type the code above.'),
  both(
    'បើកម៉ាស៊ីនមេនៅអាសយដ្ឋានដដែល។ ស្ថានីយ៍នឹងយកកិច្ចការមកវិញដោយខ្លួនឯង។',
    'Start the hub at the address it had. Stations bring back what they hold by themselves.',
  ),
  both(
    'បន្ទាប់មក បោះពុម្ពសន្លឹកថ្មី៖ rean site recovery-sheet។ បំផ្លាញសន្លឹកនេះ។',
    'Afterwards print a new sheet (rean site recovery-sheet) and destroy this one.',
  ),
];

/**
 * The recovery sheet: one A4 page that stands by itself, to be printed and locked away ([REC6]).
 * @param date `YYYY-MM-DD`, by this PC
 */
export function recoverySheet({ site, name, authority, code }: SheetFacts, date: string): string {
  const groups = (text: string) => text.match(/.{1,8}/g)?.join(' ') ?? text;
  return `<!doctype html>
<html lang="km">
<head>
<meta charset="utf-8">
<title>${escapeHtml(site)}</title>
<style>
@page { size: A4; margin: 15mm; }
body { max-width: 180mm; margin: 0 auto; color: #000; font: 11pt/1.5 'Noto Sans Khmer', 'Khmer OS', 'Khmer UI', sans-serif; }
h1 { font-size: 20pt; margin: 0 0 2mm; }
span, small { display: block; }
small { font-size: 9pt; line-height: 1.3; }
h1 small { font-size: 11pt; font-weight: 400; }
dl { display: grid; grid-template-columns: 45mm 1fr; gap: 1mm 4mm; margin: 4mm 0; }
dd { margin: 0; overflow-wrap: anywhere; }
code { font: 11pt/1.5 'DejaVu Sans Mono', 'Courier New', monospace; }
.secret { border: 1mm solid #000; padding: 4mm; margin: 4mm 0; text-align: center; }
.secret code { font-size: 18pt; font-weight: 700; display: block; }
ol { padding-left: 6mm; margin: 3mm 0; } li { margin-bottom: 1.5mm; }
.blank { display: grid; grid-template-columns: 70mm 1fr; align-items: end; margin-top: 2mm; }
.blank i { border-bottom: 0.3mm solid #000; }
</style>
</head>
<body>
<h1>${both('សន្លឹកសង្គ្រោះទីតាំង', 'Recovery sheet of a site')}</h1>
<dl>
<dt>${both('ទីតាំង', 'Site')}</dt><dd>${escapeHtml(name.km)}<br>${escapeHtml(name.en ?? '')}</dd>
<dt>${both('លេខទីតាំង', 'Site id')}</dt><dd><code>${escapeHtml(site)}</code></dd>
<dt>${both('ស្នាមម្រាមដៃនៃអាជ្ញាធរ', "Authority's fingerprint")}</dt><dd><code>${groups(authority)}</code></dd>
<dt>${both('ថ្ងៃបោះពុម្ព', 'Printed')}</dt><dd><code>${escapeHtml(date)}</code></dd>
</dl>
<div class="secret">${both('លេខកូដសង្គ្រោះ', 'Recovery code')}<code>${escapeHtml(code)}</code></div>
<p>${both(
    'អ្នកណាមានសន្លឹកនេះ និងឯកសារសោ អាចបើកអ្វីៗទាំងអស់នៃទីតាំងនេះ។ សូមចាក់សោទុក ឆ្ងាយពីម៉ាស៊ីនមេ និងពី USB។',
    'Whoever has this sheet and a file of the keys can open everything of this site. Lock it away, apart from the hub and from the sticks.',
  )}</p>
<ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>
${blank('ការចម្លងទុកនៅឯណា?', 'Where the backups are')}
${blank('ឯកសារសោនៅឯណា?', 'Where the file of the keys is')}
${blank('អ្នកណាដឹងពាក្យសម្ងាត់?', 'Who knows the passphrase; a hint to it')}
${blank('អាសយដ្ឋានម៉ាស៊ីនមេ', 'The address of the hub')}
${blank('ហត្ថលេខា និងថ្ងៃខែ', 'Signature and date')}
</body>
</html>
`;
}
