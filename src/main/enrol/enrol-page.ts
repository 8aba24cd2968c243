import type { ErrorCode } from '../../shared/errors.ts';
import type { Language } from '../../shared/ids.ts';
import type { OfferedHub } from '../../station/enrol/offered-hubs.ts';
import { enrolEmpty, enrolWords, troubleFor } from './enrol-texts.ts';

/** What has to be typed. */
export type EmptyField = 'hub' | 'code';

/** What the page shows: that hubs are looked for, the form, or that the hub is asked. */
export type EnrolState =
  | { readonly phase: 'looking' }
  | {
      readonly phase: 'form';
      /** Those to choose from; the planted one first. */
      readonly offered: readonly OfferedHub[];
      /** What was chosen or typed; empty at first. */
      readonly hub: string;
      readonly trouble: ErrorCode | null;
      /** What was left empty, and has to be filled in. */
      readonly empty?: EmptyField | undefined;
    }
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
  const waits = state.phase !== 'form';
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    ${waits ? '<meta http-equiv="refresh" content="1;url=/" />' : ''}
    <title>Rean</title>
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body>
    <main>${state.phase === 'form' ? form(state, language) : waiting(state.phase, language)}
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

const waitingWords = {
  looking: { title: enrolWords.lookingTitle, text: enrolWords.looking },
  asking: { title: enrolWords.busyTitle, text: enrolWords.busy },
};

const waiting = (phase: 'looking' | 'asking', language: Language) => `
      <h1>${both(waitingWords[phase].title, language)}</h1>
      <p role="status">${both(waitingWords[phase].text, language)}</p>`;

function form(state: Extract<EnrolState, { phase: 'form' }>, language: Language): string {
  const { offered, hub, trouble, empty } = state;
  const hint = (word: Word) => escapeHtml(word[language]);
  const focus = (on: boolean) => (on ? ' autofocus' : '');
  const isOffered = offered.some(({ url }) => url === hub);
  const typed = isOffered ? '' : hub;
  const isKnown = hub !== '' || offered.length > 0;
  const at = empty ?? (isKnown ? 'code' : 'hub');
  const field = `<input id="hub" name="typed" value="${escapeHtml(typed)}" placeholder="${hint(enrolWords.hubHint)}"
          maxlength="200" autocomplete="off" spellcheck="false"${focus(at === 'hub')} />`;
  const again = `<button class="again" form="again">${both(enrolWords.again, language)}</button>`;
  const other = `
        <details${typed === '' ? '' : ' open'}>
          <summary>${both(enrolWords.otherHub, language)}</summary>
          <label for="hub">${both(enrolWords.hub, language)}</label>
          ${field}
          ${again}
        </details>`;
  const typing = `
        <label for="hub">${both(enrolWords.hub, language)}</label>
        ${field}`;
  return `
      <h1>${both(enrolWords.title, language)}</h1>
      ${toldFirst(trouble, empty, language)}
      <form method="post" action="/">${choices(state, language)}${offered.length > 0 ? other : typing}
        <label for="code">${both(enrolWords.code, language)}</label>
        <input id="code" name="code" class="code" placeholder="${hint(enrolWords.codeHint)}"
          maxlength="60" autocomplete="off" spellcheck="false"${focus(at === 'code')} />
        <button>${both(enrolWords.submit, language)}</button>
        ${offered.length > 0 ? '' : again}
      </form>
      <form id="again" method="post" action="/"><input type="hidden" name="again" value="1" /></form>`;
}

/** The hubs to choose from, one of them chosen; nothing where there are none. */
function choices(
  { offered, hub }: Extract<EnrolState, { phase: 'form' }>,
  language: Language,
): string {
  if (offered.length === 0) return '';
  const typed = hub !== '' && !offered.some(({ url }) => url === hub);
  const chosen = typed ? null : hub === '' ? offered[0]?.url : hub;
  const rows = offered.map(
    ({ url, isPlanted, site }) => `
          <label class="choice">
            <input type="radio" name="hub" value="${escapeHtml(url)}"${url === chosen ? ' checked' : ''} />
            <b>${escapeHtml(url.replace('https://', ''))}</b>
            ${both(isPlanted ? enrolWords.planted : enrolWords.found, language)}
            <code>${escapeHtml(site ?? '')}</code>
          </label>`,
  );
  return `
        <fieldset>
          <legend>${both(enrolWords.hub, language)}</legend>${rows.join('')}
        </fieldset>`;
}

/** The browser's own word for an empty field would be in English, and gone in a moment. */
function toldFirst(
  trouble: ErrorCode | null,
  empty: EmptyField | undefined,
  language: Language,
): string {
  if (empty !== undefined) return told(enrolEmpty[empty], language);
  if (trouble !== null) return told(troubleFor(trouble), language);
  return `<p>${both(enrolWords.intro, language)}</p>`;
}

function told({ happened, next }: Readonly<Record<'happened' | 'next', Word>>, language: Language) {
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
main { max-width: 46rem; min-height: 100vh; margin: 0 auto; padding: 12px 32px; display: flex; flex-direction: column; justify-content: center; }
span { display: block; }
small { display: block; font-size: 16px; font-weight: 400; color: #515579; line-height: 1.5; }
h1 { font-size: 28px; line-height: 1.4; margin: 0 0 4px; }
p { margin: 0 0 12px; }
form { display: grid; gap: 6px; margin-top: 4px; }
label { font-weight: 600; margin-top: 6px; }
label:not(.choice) > *, legend > *, summary > * { display: inline; }
summary { margin-top: 4px; line-height: 1.5; }
#again { display: none; }
input { font: inherit; font-size: 24px; line-height: 1.5; padding: 8px 16px; border: 2px solid #8b8799; border-radius: 12px; background: #fffaf0; color: inherit; }
input.code { font-size: 30px; letter-spacing: 0.08em; text-transform: uppercase; }
input::placeholder { font-size: 18px; letter-spacing: 0; text-transform: none; color: #515579; }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 4px; }
legend { font-weight: 600; padding: 0; }
.choice { display: grid; grid-template-columns: auto auto 1fr auto; gap: 2px 14px; align-items: center; margin: 0; padding: 2px 14px; background: #fffaf0; border: 2px solid #8b8799; border-radius: 12px; font-weight: 400; line-height: 1.4; }
.choice:has(:checked) { border-color: #23284f; background: #fdebc3; }
.choice input { width: 26px; height: 26px; margin: 0; padding: 0; accent-color: #23284f; }
.choice small { grid-column: 3; }
.choice code { grid-column: 4; grid-row: 1 / span 2; font-size: 16px; }
.choice span, .choice small { font-size: 16px; line-height: 1.4; }
.choice b, .choice input { grid-row: 1 / span 2; }
.again { font-size: 18px; min-height: 48px; margin-top: 8px; padding: 2px 20px; border: 2px solid #8b8799; background: transparent; font-weight: 400; }
.again span, .again small { display: inline; }
input:focus-visible, button:focus-visible { outline: 4px solid #23284f; outline-offset: 2px; }
button { font: inherit; font-size: 26px; font-weight: 600; margin-top: 12px; min-height: 72px; padding: 8px 32px; border: 0; border-radius: 16px; background: #eaa91c; color: #23284f; }
button small { color: inherit; }
.trouble { background: #f6ddd0; border-left: 8px solid #a33c22; border-radius: 12px; padding: 12px 20px; margin: 4px 0 0; }
.trouble p { margin: 8px 0 0; }
`;
