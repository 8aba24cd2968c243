import { RotateCcw, TriangleAlert } from 'lucide-react';
import type { ReanError } from '../../../shared/errors.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { troubleTextsOf } from '../../i18n/texts/supervisor/troubles.ts';
import { Button } from '../../ui/button.tsx';
import { Opening } from './opening.tsx';
import './trouble.css';

const useDeskSay = createSayHook(deskTexts);

interface TroubleProps {
  readonly error: ReanError;
  /** Trying again, where that can help. */
  readonly onAgain?: (() => void) | undefined;
}

/** Why something can't be shown: what happened, what it means for the work, what to do ([UI5]). */
export function Trouble({ error, onAgain }: TroubleProps) {
  const say = useDeskSay();
  const language = useLanguage();
  // A sign-out ends every stream a moment before the names to choose from are back.
  if (error.code === 'permission.denied') return <Opening />;
  const { what, work, next } = troubleTextsOf(error.code);
  return (
    <div className="trouble" role="alert">
      <TriangleAlert className="trouble__icon" aria-hidden="true" />
      <div className="trouble__words">
        <strong>{inLanguage(what, language)}</strong>
        <p>{inLanguage(work, language)}</p>
        <p>{inLanguage(next, language)}</p>
        {onAgain !== undefined && (
          <Button icon={RotateCcw} label={say('again')} onPress={onAgain} />
        )}
      </div>
    </div>
  );
}
