import type { Language } from '../../shared/ids.ts';
import { formatDigits } from '../../shared/khmer/numbers.ts';

/** How far a station on another PC than its own is with bringing what it holds. */
export interface Bringing {
  readonly hubReachable: boolean;
  /** Records no receipt covers yet. */
  readonly waiting: number;
}

type Text = Readonly<Record<Language, string>>;
const text = (km: string, en: string): Text => ({ km, en });

export const elsewhereWords = {
  happened: text(
    'ថាសនេះត្រូវបានរៀបចំនៅលើកុំព្យូទ័រមួយទៀត។ វាមិនដំណើរការនៅទីនេះទេ។',
    'This disk was set up in another computer. It does not run in this one.',
  ),
  means: text(
    'គ្មានអ្វីត្រូវបានលុបទេ។ កំណត់ត្រានៅលើវា កំពុងផ្ញើទៅម៉ាស៊ីនមេ។',
    'Nothing is deleted. What it holds is being sent to the hub.',
  ),
  goesOn: text(
    'បើកុំព្យូទ័រនេះត្រូវជំនួសកុំព្យូទ័រចាស់៖ នៅកុំព្យូទ័រមន្ត្រី សូមបើក «មជ្ឈមណ្ឌល» → «ស្ថានីយ៍ និងលេខកូដ» រួចជ្រើសកុំព្យូទ័រនេះ។ វានឹងបន្តដោយខ្លួនឯង។',
    'If this computer takes the place of the old one: at the supervisor’s screen open Site → Stations and codes, and choose this computer. It goes on by itself.',
  ),
  copy: text(
    'បើថាសនេះគ្រាន់តែជាច្បាប់ចម្លង៖ សូមរង់ចាំឱ្យកំណត់ត្រាអស់បានផ្ញើ រួចដំឡើងថាសនេះជាថ្មី ហើយភ្ជាប់វាដោយលេខកូដថ្មី។',
    'If this disk is only a copy: wait until everything is sent, then install this disk anew and let it in with a new code.',
  ),
  saved: text('អ្វីៗទាំងអស់បានផ្ញើដល់ម៉ាស៊ីនមេហើយ។', 'Everything it holds is at the hub.'),
  waits: text(
    'នៅសល់ {count} កំណត់ត្រា។ កុំលុបថាសនេះ។',
    '{count} records are not there yet. Do not erase this disk.',
  ),
  away: text(
    'ម៉ាស៊ីនមេមិនឆ្លើយទេ។ សូមពិនិត្យខ្សែបណ្ដាញ និងថាម៉ាស៊ីនមេបើកឬនៅ។ កុំលុបថាសនេះ។',
    'The hub does not answer. Look at the cable, and whether the hub is on. Do not erase this disk.',
  ),
} as const;

function standing({ hubReachable, waiting }: Bringing): Text {
  if (!hubReachable) return elsewhereWords.away;
  if (waiting === 0) return elsewhereWords.saved;
  const counted = (language: Language) =>
    elsewhereWords.waits[language].replace('{count}', formatDigits(String(waiting), language));
  return { km: counted('km'), en: counted('en') };
}

/**
 * Says that this station is not on its own PC, how far its records are, and what to do ([FBT4]): without script, in the
 * window's language first. It looks again by itself.
 * @param bringing null before the station has said anything
 */
export function elsewherePage(bringing: Bringing | null, language: Language): string {
  const languages: readonly Language[] = language === 'km' ? ['km', 'en'] : ['en', 'km'];
  const section = (shown: Language) => {
    const { happened, means, goesOn, copy } = elsewhereWords;
    return `
      <section lang="${shown}">
        <h1>${happened[shown]}</h1>
        <p>${means[shown]}</p>
        ${bringing === null ? '' : `<p role="status"><strong>${standing(bringing)[shown]}</strong></p>`}
        <p class="next">${goesOn[shown]}</p>
        <p class="next">${copy[shown]}</p>
      </section>`;
  };
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="refresh" content="3;url=/" />
    <title>Rean</title>
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body>
    <main class="two">${languages.map(section).join('')}
    </main>
  </body>
</html>
`;
}

/** Every sentence of the page, for `npm run strings`. */
export function elsewhereTexts(): readonly { key: string; km: string; en: string }[] {
  return Object.entries(elsewhereWords).map(([key, said]) => ({
    key: `elsewhere.${key}`,
    ...said,
  }));
}
