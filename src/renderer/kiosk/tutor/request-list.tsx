import type { Tutoring, TutoredRequest } from '../../../shared/contracts/ipc/help-views.ts';
import type { EventId } from '../../../shared/ids.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { Tile } from '../../ui/tile.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { RequestFacts } from './request-facts.tsx';
import { RequestSign } from './request-sign.tsx';

interface RequestListProps extends Pick<Tutoring, 'requests'> {
  readonly onChoose: (request: EventId) => void;
}

/** Who of the group asks for help, the oldest first. */
export function RequestList({ requests, onChoose }: RequestListProps) {
  const say = useSay();
  const wide = useWide();
  if (requests.length === 0) {
    return (
      <div className="plain-words" {...screenNamed('tutor-nobody')}>
        <Drawing name="lotus" />
        <h1>{say('tutor.nobody')}</h1>
      </div>
    );
  }
  return (
    <PagedGrid things={requests} columns={wide ? 3 : 2} rows={2}>
      {(request) => <RequestCard key={request.request} request={request} onChoose={onChoose} />}
    </PagedGrid>
  );
}

function RequestCard(props: {
  readonly request: TutoredRequest;
  readonly onChoose: (request: EventId) => void;
}) {
  const language = useLanguage();
  const { request, learner } = props.request;
  return (
    <button type="button" className="tutor-card" onClick={() => props.onChoose(request)}>
      <span className="tutor-card__tile">
        <Tile tile={learner.tile} />
      </span>
      <span className="tutor-card__words">
        <strong className="tutor-card__name" lang={languageGiven(learner.name, language)}>
          {inLanguage(learner.name, language)}
        </strong>
        <RequestFacts request={props.request} />
        <RequestSign request={props.request} />
      </span>
    </button>
  );
}
