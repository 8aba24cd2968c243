import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { textParts } from '../../../../shared/contracts/lesson/gap-text.ts';
import type { Phrase } from '../../../../shared/contracts/phrase.ts';
import { inLanguage, languageGiven, useLanguage } from '../../../i18n/language.tsx';
import './gap-text.css';

/** A text with what stands in its gaps. */
export function GapText(props: {
  readonly text: Phrase;
  readonly renderGap: (id: string) => ReactNode;
}) {
  const language = useLanguage();
  const parts = textParts(inLanguage(props.text, language));
  return (
    <p className="gap-text" lang={languageGiven(props.text, language)}>
      {parts.map((part) =>
        part.kind === 'gap' ? (
          <Fragment key={`gap ${part.gap}`}>{props.renderGap(part.gap)}</Fragment>
        ) : (
          <span key={part.words}>{part.words}</span>
        ),
      )}
    </p>
  );
}
