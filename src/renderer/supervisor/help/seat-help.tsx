import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { useStream } from '../station.ts';
import { RequestActs } from './request-acts.tsx';
import { RequestAge } from './request-age.tsx';
import { RequestSign } from './request-sign.tsx';
import './help.css';

const useHelpSay = createSayHook(helpTexts);

/** In the panel of a seat: the call of whoever sits there, with the same acts as in the queue. */
export function SeatHelp({ learner }: { readonly learner: LearnerId }) {
  const say = useHelpSay();
  const queue = useStream('help', undefined).value;
  const request = queue?.requests.find((each) => each.learner.learner === learner);
  if (queue === undefined || request === undefined) return null;
  return (
    <section className="seat-help" aria-label={say('room.see')}>
      <RequestSign request={request} />
      <RequestAge request={request} />
      <RequestActs key={request.request} request={request} tutors={queue.tutors} />
    </section>
  );
}
