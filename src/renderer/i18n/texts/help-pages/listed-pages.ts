import type { ListedText } from '../../all-texts.ts';
import { helpPageIds, helpPages } from './all-pages.ts';
import { plainText, sentencesOf } from './written-parts.ts';

/** Each sentence of each help page, buttons filled in, for `npm run strings`: `help-page.lock.4`. */
export function listedHelpPages(): ListedText[] {
  return helpPageIds.flatMap((page) => {
    const { title, sections } = helpPages[page];
    return [title, ...sections.flatMap(sentencesOf)].map((written, at) => ({
      key: `help-page.${page}.${at}`,
      text: {
        km: plainText(written, 'km'),
        en: plainText(written, 'en'),
        context: `Help page “${title.en}”`,
        screen: `supervisor-help-${page}`,
      },
    }));
  });
}
