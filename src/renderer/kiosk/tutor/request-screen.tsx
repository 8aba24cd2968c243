import { Footprints, HandHelping, Presentation, ShieldUser, UserX, Wrench } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { TutoredRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { Tile } from '../../ui/tile.tsx';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import { RequestFacts } from './request-facts.tsx';
import { RequestSign } from './request-sign.tsx';

const outcomes = [
  ['helped', HandHelping],
  ['shown-how', Presentation],
  ['broken', Wrench],
  ['not-there', UserX],
] as const satisfies readonly (readonly [string, LucideIcon])[];

/** One request: who and where, and the few things there are to do about it ([HLQ8]). */
export function RequestAtLength({ request }: { readonly request: TutoredRequest }) {
  const say = useSay();
  const language = useLanguage();
  const { learner } = request;
  return (
    <main className="tutor-request" {...screenNamed('tutor-request')}>
      <section className="tutor-request__person">
        <span className="tutor-request__tile">
          <Tile tile={learner.tile} />
        </span>
        <h2 lang={languageGiven(learner.name, language)}>{inLanguage(learner.name, language)}</h2>
        <RequestFacts request={request} />
        <RequestSign request={request} />
        {request.late && <p>{say('tutor.late')}</p>}
      </section>
      <Acts request={request} />
    </main>
  );
}

function Acts({ request }: { readonly request: TutoredRequest }) {
  const say = useSay();
  const take = useCommand('tutor.take');
  const answer = useCommand('tutor.answer');
  const hand = useCommand('tutor.hand');
  const { acts, taker, after } = request;
  const ref = { learner: request.learner.learner, request: request.request, after };
  const disabled = take.pending || answer.pending || hand.pending;
  const error = take.error ?? answer.error ?? hand.error;
  const goes = taker?.mine === true;
  return (
    <section className="tutor-request__acts">
      {error !== undefined && <ErrorNotice error={error} />}
      {acts.includes('take') && (
        <Button
          icon={Footprints}
          label={say('tutor.take')}
          tone="next"
          disabled={disabled}
          onPress={() => void take.run(ref)}
        />
      )}
      {goes && <h2>{say('tutor.what')}</h2>}
      <div className="tutor-request__outcomes">
        {goes &&
          outcomes.map(([outcome, icon]) => (
            <Button
              key={outcome}
              icon={icon}
              label={say(`tutor.${outcome}`)}
              disabled={disabled}
              onPress={() => void answer.run({ ...ref, outcome })}
            />
          ))}
      </div>
      {acts.includes('to-officer') && (
        <Button
          icon={ShieldUser}
          label={say('tutor.to-officer')}
          disabled={disabled}
          onPress={() => void hand.run(ref)}
        />
      )}
    </section>
  );
}
