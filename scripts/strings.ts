/**
 * `npm run strings`: everything the windows can say, and what authors are told, for a Khmer reader to check, as a table with tabs
 * between columns (opens in any spreadsheet): where it stands, Khmer, English, context, screenshot. With words behind it
 * (`npm run strings -- supervisor.room help-page`) only what stands where these say.
 */
import { commandTexts } from '../src/cli/pack/command-texts.ts';
import { authorTexts } from '../src/content/words/author-texts.ts';
import { elsewhereTexts } from '../src/main/elsewhere/elsewhere-page.ts';
import { enrolTexts } from '../src/main/enrol/enrol-texts.ts';
import { noticeTexts } from '../src/main/notices/sentences.ts';
import { allTexts } from '../src/renderer/i18n/all-texts.ts';

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const row = (...cells: readonly string[]) => cells.map(oneLine).join('\t');

const windows = allTexts().map(({ key, text }) =>
  row(key, text.km, text.en, text.context, text.screen),
);
const notices = noticeTexts().map(({ key, km, en }) =>
  row(key, km, en, 'A station that cannot start', 'notice'),
);
const enrolment = enrolTexts().map(({ key, km, en }) =>
  row(key, km, en, 'A PC that is enrolled with a one-time code', 'enrol'),
);
const elsewhere = elsewhereTexts().map(({ key, km, en }) =>
  row(key, km, en, 'A disk that stands in another PC than its own', 'elsewhere'),
);
const authors = authorTexts().map(({ key, km, en, context }) =>
  row(key, km, en, context, 'preview-faulty'),
);
const commands = Object.entries(commandTexts).map(([key, { km, en, context }]) =>
  row(`command.${key}`, km, en, context, ''),
);
const heads = row('key', 'khmer', 'english', 'context', 'screenshot');
const wanted = process.argv.slice(2);
const asked = [...windows, ...notices, ...enrolment, ...elsewhere, ...authors, ...commands].filter(
  (each) => wanted.length === 0 || wanted.some((place) => each.startsWith(place)),
);
console.log([heads, ...asked].join('\n'));
