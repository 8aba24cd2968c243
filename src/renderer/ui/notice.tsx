import { RotateCcw, TriangleAlert } from 'lucide-react';
import type { ReanError } from '../../shared/errors.ts';
import { inLanguage, useLanguage, createSayHook } from '../i18n/language.tsx';
import { commonTexts } from '../i18n/texts/common.ts';
import { errorTextsOf } from '../i18n/texts/errors.ts';
import { Button } from './button.tsx';
import './notice.css';
import { screenNamed } from './screen-name.ts';

const useCommonSay = createSayHook(commonTexts);

/**
 * A failure, said where it happened and for as long as it lasts: what happened, what it means for
 * the work, what to do ([LUK5]).
 */
export function ErrorNotice(props: {
  readonly error: ReanError;
  /** Trying again, where that can help. */
  readonly onAgain?: (() => void) | undefined;
}) {
  const language = useLanguage();
  const say = useCommonSay();
  const { what, work, next } = errorTextsOf(props.error.code);
  return (
    <div className="notice" role="alert" {...screenNamed('error')}>
      <TriangleAlert className="notice__icon" aria-hidden="true" />
      <div className="notice__words">
        <strong>{inLanguage(what, language)}</strong>
        <p>{inLanguage(work, language)}</p>
        <p>{inLanguage(next, language)}</p>
      </div>
      {props.onAgain !== undefined && (
        <Button icon={RotateCcw} label={say('error.again')} onPress={props.onAgain} tone="next" />
      )}
    </div>
  );
}
