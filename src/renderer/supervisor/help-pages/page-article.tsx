import { useLanguage } from '../../i18n/language.tsx';
import { helpPages } from '../../i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import type { Block, Written } from '../../i18n/texts/help-pages/page.ts';
import { screenNamed } from '../../ui/screen-name.ts';
import { CodeSheet } from './code-sheet.tsx';
import { PageSign } from './page-sign.tsx';
import { plainText, writtenParts } from '../../i18n/texts/help-pages/written-parts.ts';

const inTabOrder = 0;
const focusOnce = (article: HTMLElement | null) => article?.focus();

interface PageArticleProps {
  readonly page: HelpPageId;
  readonly onPage: (page: HelpPageId) => void;
}

/** One help page; the keyboard is at it as soon as it is opened. */
export function PageArticle({ page, onPage }: PageArticleProps) {
  const language = useLanguage();
  const { title, sections } = helpPages[page];
  return (
    <article
      className="help-page"
      // It scrolls, so that the keys have to be able to reach it.
      tabIndex={inTabOrder}
      ref={focusOnce}
      aria-label={title[language]}
      {...screenNamed('help-page')}
    >
      <h2 className="help-page__title">{title[language]}</h2>
      {sections.map(({ head, blocks }) => (
        <section key={head.en}>
          <h3>{head[language]}</h3>
          {blocks.map((block, at) => (
            // Blocks of a page never change places.
            <PageBlock key={at} block={block} onPage={onPage} />
          ))}
        </section>
      ))}
    </article>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly onPage: (page: HelpPageId) => void;
}

function PageBlock({ block, onPage }: BlockProps) {
  const language = useLanguage();
  const each = (written: Written) => <WrittenText written={written} onPage={onPage} />;
  switch (block.kind) {
    case 'say':
      return <p>{each(block.text)}</p>;
    case 'steps':
      return (
        <ol className="help-page__steps">
          {block.steps.map((step) => (
            <li key={step.en}>
              <span>{each(step)}</span>
            </li>
          ))}
        </ol>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item.en}>{each(item)}</li>
          ))}
        </ul>
      );
    case 'signs':
      return (
        <dl className="help-page__signs">
          {block.signs.map(({ sign, means }) => (
            <div key={sign}>
              <dt>
                <PageSign sign={sign} />
              </dt>
              <dd>{each(means)}</dd>
            </div>
          ))}
        </dl>
      );
    case 'sheet':
      return <CodeSheet caption={plainText(block.caption, language)} />;
  }
}

interface WrittenTextProps {
  readonly written: Written;
  readonly onPage: (page: HelpPageId) => void;
}

/** A sentence, its buttons drawn as such, other pages as the way to them. */
function WrittenText({ written, onPage }: WrittenTextProps) {
  const language = useLanguage();
  return writtenParts(written, language).map((part, at) => {
    if (part.kind === 'text') return part.text;
    const key = `${at}`;
    if (part.kind === 'button') {
      return (
        <b key={key} className="help-page__button">
          {part.text}
        </b>
      );
    }
    return (
      <button key={key} type="button" className="help-page__way" onClick={() => onPage(part.page)}>
        {part.text}
      </button>
    );
  });
}
