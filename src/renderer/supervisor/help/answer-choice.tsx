import { HandHelping, Presentation, ShieldUser, UserX, Wrench } from 'lucide-react';
import { helpOutcomes } from '../../../shared/contracts/help.ts';
import type { HelpOutcome } from '../../../shared/contracts/help.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';

const useHelpSay = createSayHook(helpTexts);
const signs = {
  helped: HandHelping,
  'shown-how': Presentation,
  'needs-officer': ShieldUser,
  broken: Wrench,
  'not-there': UserX,
} as const;

interface AnswerChoiceProps {
  /** Left out for whoever is the officer that would be needed. */
  readonly offersOfficer: boolean;
  readonly disabled: boolean;
  readonly onChoose: (outcome: HelpOutcome) => void;
}

/** What came of it, from a list. */
export function AnswerChoice({ offersOfficer, disabled, onChoose }: AnswerChoiceProps) {
  const say = useHelpSay();
  return (
    <div className="form" {...screenNamed('help-answer')}>
      <p>{say('answer.what')}</p>
      {helpOutcomes
        .filter((outcome) => offersOfficer || outcome !== 'needs-officer')
        .map((outcome) => (
          <Button
            key={outcome}
            icon={signs[outcome]}
            label={say(`answer.${outcome}`)}
            disabled={disabled}
            onPress={() => onChoose(outcome)}
          />
        ))}
    </div>
  );
}
