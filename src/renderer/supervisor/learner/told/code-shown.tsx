import type { CodePicture } from '../../../../shared/contracts/ipc/views.ts';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { drawingTexts } from '../../../i18n/texts/drawings.ts';
import { Drawing } from '../../../ui/drawings/drawing.tsx';
import './told.css';

const useDrawingSay = createSayHook(drawingTexts);

/** A picture code in its order, each with its number and its name, to be read across a desk. */
export function CodeShown({ code }: { readonly code: readonly CodePicture[] }) {
  const say = useDrawingSay();
  const language = useLanguage();
  return (
    <ol className="told__code">
      {code.map((picture, place) => (
        <li key={`${place} ${picture}`}>
          <span className="told__number">{formatDigits(place + 1, language)}</span>
          <span className="told__picture">
            <Drawing name={picture} />
          </span>
          <span>{say(picture)}</span>
        </li>
      ))}
    </ol>
  );
}
