import { mayAnywhere } from '../../../domain/permissions.ts';
import type { StaffCard } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPageIds, helpPages } from '../../i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { chapters } from '../../i18n/texts/help-pages/page.ts';
import type { Chapter } from '../../i18n/texts/help-pages/page.ts';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import { usePerson } from '../may.tsx';
import type { FoundPage } from './find-pages.ts';

const usePagesSay = createSayHook(helpPagesTexts);

/** Those on what somebody may do, by chapter; then the others, which everybody may read ([HPG1]). */
export function pagesByChapter(
  role: StaffCard['role'],
): readonly (readonly [Chapter | 'others', readonly HelpPageId[]])[] {
  const isOwn = (page: HelpPageId) => {
    const { action } = helpPages[page];
    return action === undefined || mayAnywhere(role, action);
  };
  const own = chapters.map(
    (chapter) =>
      [
        chapter,
        helpPageIds.filter((page) => helpPages[page].chapter === chapter && isOwn(page)),
      ] as const,
  );
  const others = ['others', helpPageIds.filter((page) => !isOwn(page))] as const;
  return [...own, others].filter(([, pages]) => pages.length > 0);
}

interface PageListProps {
  readonly open: HelpPageId;
  readonly onPage: (page: HelpPageId) => void;
}

export function PageList({ open, onPage }: PageListProps) {
  const say = usePagesSay();
  const language = useLanguage();
  const { role } = usePerson();
  return (
    <nav className="help-pages__list" aria-label={say('list')}>
      {pagesByChapter(role).map(([chapter, pages]) => (
        <section key={chapter}>
          <h2>{say(`chapter.${chapter}`)}</h2>
          <ul>
            {pages.map((page) => (
              <li key={page}>
                <button
                  type="button"
                  aria-current={page === open ? 'page' : undefined}
                  onClick={() => onPage(page)}
                >
                  {helpPages[page].title[language]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface FoundListProps extends PageListProps {
  readonly found: readonly FoundPage[];
}

/** What a search found, with the sentence that says it ([HPG3]). */
export function FoundList({ found, open, onPage }: FoundListProps) {
  const say = usePagesSay();
  const language = useLanguage();
  return (
    <nav className="help-pages__list" aria-label={say('found', { count: found.length })}>
      <output className="help-pages__count">{say('found', { count: found.length })}</output>
      <ul>
        {found.map(({ page, sentence, language: given }) => (
          <li key={page}>
            <button
              type="button"
              aria-current={page === open ? 'page' : undefined}
              onClick={() => onPage(page)}
            >
              {helpPages[page].title[language]}
              {sentence !== null && (
                <small lang={given}>
                  {sentence.map(({ text, marked }, at) =>
                    marked ? <mark key={`${at}`}>{text}</mark> : text,
                  )}
                </small>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
