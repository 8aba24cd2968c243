import { ArrowLeft, List } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { NameField } from '../learners/filter-fields.tsx';
import { wordsOf } from '../learners/name-search.ts';
import { createPageFinder } from './find-pages.ts';
import './help-pages.css';
import { PageArticle } from './page-article.tsx';
import { FoundList, PageList } from './page-list.tsx';

const usePagesSay = createSayHook(helpPagesTexts);

interface HelpPagesProps {
  readonly page: HelpPageId;
  readonly onPage: (page: HelpPageId) => void;
  /** Back to what was there before. */
  readonly onBack: () => void;
}

/** How everything here works: a list, a search, and the page that is open ([HPG1]). */
export function HelpPages({ page, onPage, onBack }: HelpPagesProps) {
  const say = usePagesSay();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const find = useMemo(() => createPageFinder(), []);
  const found = useMemo(() => find(typed, language), [find, typed, language]);
  const [first] = found;
  const searching = wordsOf(typed).length > 0;
  return (
    <PlaceFrame
      screen="help-pages"
      title={say('title')}
      acts={<Button icon={ArrowLeft} label={say('back')} onPress={onBack} />}
      tools={
        <search className="learner-filters">
          <form
            className="help-pages__search"
            onSubmit={(event) => {
              event.preventDefault();
              if (first !== undefined) onPage(first.page);
            }}
          >
            <NameField label={say('search')} typed={typed} onType={setTyped} />
          </form>
        </search>
      }
      onEscape={onBack}
    >
      {searching && first === undefined ? (
        <Empty
          screen="help-pages-none"
          drawing="lamp"
          title={say('none.title')}
          advice={say('none.do')}
        >
          <Button icon={List} label={say('none.all')} onPress={() => setTyped('')} />
        </Empty>
      ) : (
        <div className="help-pages">
          {searching ? (
            <FoundList found={found} open={page} onPage={onPage} />
          ) : (
            <PageList open={page} onPage={onPage} />
          )}
          <PageArticle key={page} page={page} onPage={onPage} />
        </div>
      )}
    </PlaceFrame>
  );
}
