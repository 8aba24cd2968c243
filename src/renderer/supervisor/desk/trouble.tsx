import { TriangleAlert } from 'lucide-react';
import type { ReanError } from '../../../shared/errors.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Opening } from './opening.tsx';
import { troubleWords } from './trouble-words.ts';
import './trouble.css';
import { screenNamed } from '../../ui/screen-name.ts';

/**
 * Why something can't be shown: what happened, what it means for the work, what to do ([LUK5]). There
 * is nothing to press: what can come back by itself is asked for again all the while ([IPC4]).
 */
export function Trouble({ error }: { readonly error: ReanError }) {
  // A sign-out ends every stream a moment before the names to choose from are back.
  return error.code === 'permission.denied' ? <Opening /> : <CommandTrouble error={error} />;
}

/** Why something was not done. */
export function CommandTrouble({ error }: { readonly error: ReanError }) {
  const language = useLanguage();
  const { what, work, next } = troubleWords(error, language);
  return (
    <div className="trouble" {...screenNamed('trouble')} role="alert">
      <TriangleAlert className="trouble__icon" aria-hidden="true" />
      <div className="trouble__words">
        <strong>{what}</strong>
        <p>{work}</p>
        <p>{next}</p>
      </div>
    </div>
  );
}
