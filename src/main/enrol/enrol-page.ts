import type { ErrorCode } from '../../shared/errors.ts';
import type { Language } from '../../shared/ids.ts';
import { enrolWords, troubleFor } from './enrol-texts.ts';

/** What the page shows: the form, with what went wrong and what was typed, or that the hub is asked. */
export type EnrolState =
  | { readonly phase: 'form'; readonly hub: string; readonly trouble: ErrorCode | null }
  | { readonly phase: 'asking' };

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeHtml = (said: string) => said.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');

/**
 * The first-run page: a plain form without any script, in the language of the window first and in the
 * other beneath ([WIN11]). While the hub is asked it looks again by itself each second.
 */
export function enrolPage(state: EnrolState, language: Language): string {
  const asking = state.phase === 'asking';
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    ${asking ? '<meta http-equiv="refresh" content="1;url=/" />' : ''}
    <title>Rean</title>
    <link rel="stylesheet" href="/enrol.css" />
  </head>
  <body>
    <main>${asking ? waiting(language) : form(state, language)}
    </main>
  </body>
</html>
`;
}

type Word = Readonly<Record<Language, string>>;

const both = (word: Word, language: Language) => {
  const other = language === 'km' ? 'en' : 'km';
  return `<span lang="${language}">${escapeHtml(word[language])}</span>
        <small lang="${other}">${escapeHtml(word[other])}</small>`;
};

const waiting = (language: Language) => `
      <h1>${both(enrolWords.busyTitle, language)}</h1>
      <p role="status">${both(enrolWords.busy, language)}</p>`;

function form(
  { hub, trouble }: Extract<EnrolState, { phase: 'form' }>,
  language: Language,
): string {
  const hint = (word: Word) => escapeHtml(word[language]);
  const focus = (on: boolean) => (on ? ' autofocus' : '');
  return `
      <h1>${both(enrolWords.title, language)}</h1>
      ${trouble === null ? `<p>${both(enrolWords.intro, language)}</p>` : told(trouble, language)}
      <form method="post" action="/">
        <label for="hub">${both(enrolWords.hub, language)}</label>
        <input id="hub" name="hub" value="${escapeHtml(hub)}" placeholder="${hint(enrolWords.hubHint)}"
          required maxlength="200" autocomplete="off" spellcheck="false"${focus(hub === '')} />
        <label for="code">${both(enrolWords.code, language)}</label>
        <input id="code" name="code" class="code" placeholder="${hint(enrolWords.codeHint)}"
          required maxlength="60" autocomplete="off" spellcheck="false"${focus(hub !== '')} />
        <button>${both(enrolWords.submit, language)}</button>
      </form>`;
}

function told(code: ErrorCode, language: Language): string {
  const { happened, next } = troubleFor(code);
  return `<section class="trouble" role="alert">
        <strong>${both(happened, language)}</strong>
        <p>${both(next, language)}</p>
      </section>`;
}

/** Paper, ink and one accent, as everywhere in Rean. */
export const enrolStyle = `
@font-face { font-family: 'Noto Sans Khmer'; src: url('/khmer.woff2') format('woff2'); }
* { box-sizing: border-box; }
body { margin: 0; background: #f7f0e1; color: #23284f; font: 20px/1.7 'Noto Sans Khmer', sans-serif; }
main { max-width: 42rem; min-height: 100vh; margin: 0 auto; padding: 24px 32px; display: flex; flex-direction: column; justify-content: center; }
span { display: block; }
small { display: block; font-size: 16px; font-weight: 400; color: #515579; line-height: 1.5; }
h1 { font-size: 30px; line-height: 1.5; margin: 0 0 8px; }
p { margin: 0 0 12px; }
form { display: grid; gap: 6px; margin-top: 4px; }
label { font-weight: 600; margin-top: 10px; }
input { font: inherit; font-size: 24px; line-height: 1.5; padding: 8px 16px; border: 2px solid #8b8799; border-radius: 12px; background: #fffaf0; color: inherit; }
input.code { font-size: 30px; letter-spacing: 0.08em; text-transform: uppercase; }
input::placeholder { font-size: 18px; letter-spacing: 0; text-transform: none; color: #515579; }
input:focus-visible, button:focus-visible { outline: 4px solid #23284f; outline-offset: 2px; }
button { font: inherit; font-size: 26px; font-weight: 600; margin-top: 20px; min-height: 80px; padding: 8px 32px; border: 0; border-radius: 16px; background: #eaa91c; color: #23284f; }
button small { color: inherit; }
.trouble { background: #f6ddd0; border-left: 8px solid #a33c22; border-radius: 12px; padding: 12px 20px; margin: 4px 0 0; }
.trouble p { margin: 8px 0 0; }
`;
