import { ListStart, ShieldUser } from 'lucide-react';
import type { HelpFor } from '../../../shared/contracts/help.ts';
import type { HelpQueue, HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { Button } from '../../ui/button.tsx';
import { Tile } from '../../ui/tile.tsx';
import { screenNamed } from '../../ui/screen-name.ts';

const useHelpSay = createSayHook(helpTexts);

interface HandChoiceProps extends Pick<HelpRequest, 'acts'> {
  /** Of the learner's group. */
  readonly tutors: HelpQueue['tutors'];
  readonly disabled: boolean;
  readonly onChoose: (to: HelpFor) => void;
}

/** To whom a request goes on: the officers, a peer tutor by name, or anybody again. */
export function HandChoice({ acts, tutors, disabled, onChoose }: HandChoiceProps) {
  const say = useHelpSay();
  return (
    <div className="form" {...screenNamed('help-hand')}>
      <p>{say('hand.whom')}</p>
      {acts.includes('to-officer') && (
        <Button
          icon={ShieldUser}
          label={say('hand.to-officer')}
          disabled={disabled}
          onPress={() => onChoose({ for: 'officer' })}
        />
      )}
      {acts.includes('to-anybody') && (
        <Button
          icon={ListStart}
          label={say('hand.to-anybody')}
          disabled={disabled}
          onPress={() => onChoose({ for: 'anybody' })}
        />
      )}
      {acts.includes('to-tutor') &&
        tutors.map((tutor) => (
          <TutorButton
            key={tutor.learner.learner}
            tutor={tutor}
            disabled={disabled}
            onPress={() => onChoose({ for: 'tutor', tutor: tutor.learner.learner })}
          />
        ))}
      {acts.includes('to-tutor') && tutors.length === 0 && (
        <p className="form__soft">{say('hand.no-tutor')}</p>
      )}
    </div>
  );
}

interface TutorButtonProps {
  readonly tutor: HelpQueue['tutors'][number];
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function TutorButton({ tutor, disabled, onPress }: TutorButtonProps) {
  const say = useHelpSay();
  const language = useLanguage();
  const { learner, here } = tutor;
  return (
    <button type="button" className="help__tutor" disabled={disabled} onClick={onPress}>
      <span className="help__tile">
        <Tile tile={learner.tile} />
      </span>
      <span className="help__words">
        <strong>{say('hand.tutor', { name: inLanguage(learner.name, language) })}</strong>
        <span>{say(here ? 'hand.here' : 'hand.away')}</span>
      </span>
    </button>
  );
}
