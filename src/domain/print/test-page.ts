/** Lighter and lighter, percent of black. */
const greys = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 5, 0] as const;
/** How far from the edge of the paper each frame runs, mm: what is missing of one, the printer can't reach. */
const frames = [4, 8, 12] as const;

/** One page of A4 that shows what a printer does with letters, greys and edges ([PTR6]); it says nothing of anybody. */
export function testPage(): string {
  const frame = (mm: number) =>
    // The page is a millimetre lower than the paper, or there would be a second one.
    `<div class="frame" style="inset: ${mm}mm ${mm}mm ${mm - 1}mm"><span>${mm} mm</span></div>`;
  const grey = (percent: number) =>
    `<li><i style="background: hsl(0 0% ${100 - percent}%)"></i>${percent}%</li>`;
  return `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><title>Rean test page</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'">
<style>
@page { size: A4; margin: 0; }
@font-face { font-family: 'Printed Khmer'; src: url('/khmer.woff2') format('woff2'); }
body { position: relative; box-sizing: border-box; width: 210mm; height: 296mm; padding: 24mm; margin: 0; font: 12pt/1.7 'Printed Khmer', 'Noto Sans Khmer', 'Khmer OS', sans-serif; color: #000; print-color-adjust: exact; font-synthesis: none; }
h1 { font-size: 22pt; margin: 0 0 6mm; }
.frame { position: absolute; border: 0.2mm solid #000; }
.frame span { position: absolute; left: 40mm; top: 0; font-size: 7pt; line-height: 1.1; padding-top: 0.5mm; }
.small { font-size: 8pt; }
.large { font-size: 18pt; }
ul { display: flex; list-style: none; margin: 6mm 0; padding: 0; font-size: 8pt; text-align: center; }
li { flex: 1; }
i { display: block; height: 18mm; border: 0.1mm solid #000; }
</style></head><body>
${frames.map(frame).join('')}
<h1>រៀន · Rean</h1>
<p class="large">ទំព័រសាកល្បង · Test page</p>
<p>ខ្ញុំស្រឡាញ់ភាសាខ្មែរ។ ០១២៣៤៥៦៧៨៩</p>
<p>The quick brown fox jumps over the lazy dog. 0123456789</p>
<p class="small">អក្សរតូចនេះត្រូវអានដាច់ ទាំងជើងអក្សរ និងស្រៈ៖ ស្ត្រី ក្រុម គ្រឿង ព្រះ ញ្ញ ឡើង កំប៉ុង · These small letters have to be easy to read.</p>
<ul>${greys.map(grey).join('')}</ul>
<p>ប្រអប់ប្រផេះនីមួយៗត្រូវខុសពីប្រអប់ជាប់វា។ ស៊ុមទាំងបីត្រូវពេញលេញ៖ បើបាត់ផ្នែកណា ម៉ាស៊ីនបោះពុម្ពទៅមិនដល់គែមនោះទេ។</p>
<p>Each grey has to differ from its neighbours. All three frames have to be whole: where one is missing, the printer does not reach that edge.</p>
</body></html>
`;
}
