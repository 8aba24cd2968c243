import type { HelpHistory } from '../../../shared/contracts/help.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';

const useHelpSay = createSayHook(helpTexts);

/** How often a learner asked for help, and what came of the last requests, newest first ([HLQ7]). */
export function PastHelp({ help }: { readonly help: HelpHistory }) {
  const say = useHelpSay();
  const { asked, answered, past } = help;
  if (asked === 0) return null;
  return (
    <div>
      <h4 className="learner-about__heading">{say('past.title')}</h4>
      <p className="learner-about__soft">{say('past.count', { asked, answered })}</p>
      <ul className="learner-about__films">
        {past.map((each) => (
          <PastRequest key={each.request} past={each} />
        ))}
      </ul>
    </div>
  );
}

function PastRequest({ past }: { readonly past: HelpHistory['past'][number] }) {
  const say = useHelpSay();
  const language = useLanguage();
  const { lesson, day, end, by, waitedMs } = past;
  const waited =
    waitedMs === null
      ? say('past.waited-unknown')
      : say('past.waited', { time: sayDuration(Math.max(1, waitedMs), language) });
  return (
    <li>
      <strong>{say(`end.${end}`)}</strong>
      <p
        className="learner-about__soft"
        lang={lesson === null ? language : languageGiven(lesson, language)}
      >
        {lesson === null ? say('past.no-lesson') : inLanguage(lesson, language)}
      </p>
      <p className="learner-about__soft">
        {[
          ...(day === null ? [] : [formatDate(day, language)]),
          ...(by === null ? [] : [say('past.by', { name: inLanguage(by, language) }), waited]),
        ].join(' · ')}
      </p>
    </li>
  );
}
