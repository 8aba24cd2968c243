import type { HelpQueue, HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { Tile } from '../../ui/tile.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { LessonNow } from '../room/lesson-now.tsx';
import { RequestActs } from './request-acts.tsx';
import { RequestAge } from './request-age.tsx';
import { SeatWords } from './request-list.tsx';
import { RequestSign } from './request-sign.tsx';

const useHelpSay = createSayHook(helpTexts);

interface RequestPanelProps {
  /** Undefined once it is over. */
  readonly request: HelpRequest | undefined;
  readonly tutors: HelpQueue['tutors'];
  readonly onClose: () => void;
}

/** One request at length, with all that whoever goes there should know, and what may be done about it. */
export function RequestPanel({ request, tutors, onClose }: RequestPanelProps) {
  const say = useHelpSay();
  const language = useLanguage();
  if (request === undefined) {
    return (
      <section aria-label={say('over')}>
        <PanelHead screen="help-over" onClose={onClose}>
          <h2 className="learner-panel__title">{say('over')}</h2>
        </PanelHead>
        <p className="help__panel">{say('over.means')}</p>
      </section>
    );
  }
  const { learner, group, sitting } = request;
  return (
    <section aria-label={inLanguage(learner.name, language)}>
      <PanelHead screen="help-request" onClose={onClose}>
        <div className="help__person">
          <span className="help__tile">
            <Tile tile={learner.tile} />
          </span>
          <div>
            <h2 className="learner-panel__title" lang={languageGiven(learner.name, language)}>
              {inLanguage(learner.name, language)}
            </h2>
            <p className="form__soft">
              <SeatWords seat={request.seat} /> · {inLanguage(group, language)}
            </p>
          </div>
        </div>
      </PanelHead>
      <div className="help__panel">
        <RequestSign request={request} />
        <RequestAge request={request} />
        <RequestActs request={request} tutors={tutors} />
        {sitting.lesson === null ? (
          <p>{say(sitting.reviewing ? 'reviewing' : 'home')}</p>
        ) : (
          <LessonNow lesson={sitting.lesson} />
        )}
        <Before request={request} />
      </div>
    </section>
  );
}

/** How they get on, and whether they asked before. */
function Before({ request }: { readonly request: HelpRequest }) {
  const say = useHelpSay();
  const language = useLanguage();
  const { wrong, before, handedBy } = request;
  const today = before.today ?? 0;
  return (
    <ul className="help__facts">
      {wrong > 0 && <li>{say('wrong', { count: wrong })}</li>}
      {today > 0 && <li>{say('before.today', { count: today })}</li>}
      <li>{before.ever === 0 ? say('before.none') : say('before.ever', { count: before.ever })}</li>
      {handedBy !== null && (
        <li>{say('by.handed', { name: inLanguage(handedBy.name, language) })}</li>
      )}
    </ul>
  );
}
