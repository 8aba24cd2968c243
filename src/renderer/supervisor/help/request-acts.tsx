import { ArrowLeft, Check, Footprints, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { HelpQueue, HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useAttempt } from '../form/use-attempt.ts';
import { useStation } from '../station.ts';
import { AnswerChoice } from './answer-choice.tsx';
import { HandChoice } from './hand-choice.tsx';

const useHelpSay = createSayHook(helpTexts);

export interface RequestActsProps {
  readonly request: HelpRequest;
  readonly tutors: HelpQueue['tutors'];
}

/** What the person may do about a request, and nothing else ([HLQ4]). */
export function RequestActs({ request, tutors }: RequestActsProps) {
  const say = useHelpSay();
  const station = useStation();
  const attempt = useAttempt();
  const [choosing, setChoosing] = useState<'answer' | 'hand' | null>(null);
  const { acts, taker } = request;
  const { request: id, after } = request;
  const ref = { learner: request.learner.learner, request: id, after };
  const may = (act: (typeof acts)[number]) => acts.includes(act);
  const mayHand = may('to-anybody') || may('to-officer') || may('to-tutor');
  const carryOut = async (act: () => Promise<unknown>) => {
    if (await attempt.make(act)) setChoosing(null);
  };
  const shared = { disabled: attempt.pending };
  return (
    <div className="form help__acts">
      {request.late && <p className="form__question">{say('late')}</p>}
      {attempt.error !== undefined && <CommandTrouble error={attempt.error} />}
      {choosing === 'answer' && may('answer') && (
        <AnswerChoice
          {...shared}
          offersOfficer={may('to-officer')}
          onChoose={(outcome) =>
            void carryOut(() => station.call('help.answer', { ...ref, outcome }))
          }
        />
      )}
      {choosing === 'hand' && mayHand && (
        <HandChoice
          {...shared}
          acts={acts}
          tutors={tutors.filter(
            ({ of, learner }) =>
              of === request.learner.group && learner.learner !== request.learner.learner,
          )}
          onChoose={(to) => void carryOut(() => station.call('help.hand', { ...ref, to }))}
        />
      )}
      {choosing !== null && (
        <Button
          icon={ArrowLeft}
          label={say('back')}
          tone="quiet"
          onPress={() => setChoosing(null)}
        />
      )}
      {choosing === null && (
        <>
          {may('take') && (
            <Button
              {...shared}
              icon={Footprints}
              label={say(taker === null ? 'take' : 'take.over')}
              tone={taker === null ? 'next' : 'plain'}
              onPress={() => void carryOut(() => station.call('help.take', ref))}
            />
          )}
          {may('answer') && (
            <Button
              {...shared}
              icon={Check}
              label={say('answer')}
              tone={taker?.mine ? 'next' : 'plain'}
              onPress={() => setChoosing('answer')}
            />
          )}
          {mayHand && (
            <Button
              {...shared}
              icon={Share2}
              label={say('hand')}
              onPress={() => setChoosing('hand')}
            />
          )}
        </>
      )}
    </div>
  );
}
