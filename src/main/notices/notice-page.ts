import type { ErrorView } from '../../shared/contracts/ipc/views.ts';
import type { Language } from '../../shared/ids.ts';
import { factLines, noticeFor } from './sentences.ts';
import type { Sentences } from './sentences.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');

const section = (language: Language, { happened, means, next }: Sentences) => `
    <section lang="${language}">
      <h1>${escapeHtml(happened)}</h1>
      <p>${escapeHtml(means)}</p>
      <p class="next">${escapeHtml(next)}</p>
    </section>`;

/** A page without scripts that says why a station cannot start, in the person's language first. */
export function noticePage(error: ErrorView, language: Language): string {
  const { km, en } = noticeFor(error.code);
  const texts = [section('km', km), section('en', en)];
  if (language === 'en') texts.reverse();
  const facts = factLines(error).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>Rean</title>
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body>
    <main>${texts.join('')}
      <ul>${facts.join('')}</ul>
    </main>
  </body>
</html>
`;
}

/** Paper, ink and one accent, as everywhere in Rean. */
export const noticeStyle = `
@font-face { font-family: 'Noto Sans Khmer'; src: url('/khmer.woff2') format('woff2'); }
body { margin: 0; background: #f7f1e5; color: #23264f; font: 22px/1.7 'Noto Sans Khmer', sans-serif; }
main { max-width: 40em; margin: 0 auto; padding: 48px 32px; }
section + section { margin-top: 32px; padding-top: 32px; border-top: 2px solid #d9ccb2; }
section + section h1 { font-size: 22px; }
section + section p { font-size: 18px; }
h1 { font-size: 30px; margin: 0 0 12px; }
p { margin: 0 0 8px; }
.two { max-width: 60em; padding: 20px 32px; }
.two section h1 { font-size: 24px; }
.two section p { font-size: 18px; line-height: 1.6; }
.two section + section { margin-top: 16px; padding-top: 16px; }
.next { border-left: 6px solid #d99a1c; padding-left: 16px; }
ul { margin: 40px 0 0; padding: 0; list-style: none; font: 16px/1.6 monospace; overflow-wrap: anywhere; }
`;
