import { ChevronRight } from 'lucide-react';
import type { HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';
import type { EventId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { Tile } from '../../ui/tile.tsx';
import { RequestAge } from './request-age.tsx';
import { RequestSign } from './request-sign.tsx';

const useHelpSay = createSayHook(helpTexts);

interface RequestListProps {
  readonly requests: readonly HelpRequest[];
  readonly chosen: EventId | null;
  readonly onChoose: (request: EventId) => void;
}

/** Who asked, the oldest first: who and where, what they do, since when, and whether somebody comes. */
export function RequestList({ requests, chosen, onChoose }: RequestListProps) {
  return (
    <ol className="help__list">
      {requests.map((request) => (
        <li key={request.request}>
          <RequestLine
            request={request}
            chosen={request.request === chosen}
            onPress={() => onChoose(request.request)}
          />
        </li>
      ))}
    </ol>
  );
}

interface RequestLineProps {
  readonly request: HelpRequest;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

function RequestLine({ request, chosen, onPress }: RequestLineProps) {
  const language = useLanguage();
  const { learner, group } = request;
  return (
    <button type="button" className="help__line" aria-pressed={chosen} onClick={onPress}>
      <span className="help__tile">
        <Tile tile={learner.tile} />
      </span>
      <span className="help__words">
        <strong lang={languageGiven(learner.name, language)}>
          {inLanguage(learner.name, language)}
        </strong>
        <span>
          <SeatWords seat={request.seat} /> · {inLanguage(group, language)}
        </span>
        <OpenNow sitting={request.sitting} />
      </span>
      <span className="help__words help__state">
        <RequestSign request={request} />
        <RequestAge request={request} />
      </span>
      <ChevronRight aria-hidden="true" />
    </button>
  );
}

export function SeatWords({ seat }: Pick<HelpRequest, 'seat'>) {
  const say = useHelpSay();
  return <>{seat === null ? say('seat.none') : say('seat', { seat })}</>;
}

/** The title of what is open. */
function OpenNow({ sitting: { lesson, reviewing } }: Pick<HelpRequest, 'sitting'>) {
  const say = useHelpSay();
  const language = useLanguage();
  const title = lesson?.title ?? null;
  if (title !== null) {
    return <span lang={languageGiven(title, language)}>{inLanguage(title, language)}</span>;
  }
  if (reviewing) return <span>{say('reviewing')}</span>;
  return lesson === null ? <span>{say('home')}</span> : null;
}
