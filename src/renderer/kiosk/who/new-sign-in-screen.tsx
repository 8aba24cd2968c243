import { Check, EyeOff, TriangleAlert, UserRoundX } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { drawingTexts } from '../../i18n/texts/drawings.ts';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import type { AtTheDoor, OpenedSignIn } from './at-the-door.ts';
import './new-sign-in.css';

const useDrawingSay = createSayHook(drawingTexts);

/** Whoever walks away does not leave it on the screen, ms. */
const shownMs = 120_000;

interface NewSignInProps extends AtTheDoor {
  readonly opened: OpenedSignIn;
  /** The learner says that they know it. */
  readonly onKnown: () => void;
}

/** A learner's new pictures or PIN, in order, for nobody else to see ([SGN9]). */
export function NewSignInScreen(props: NewSignInProps) {
  const { learner, opened, onKnown, onNotMe } = props;
  const { secret, before } = opened;
  const say = useSay();
  const language = useLanguage();
  const leave = useEffectEvent(onNotMe);
  useEffect(() => {
    const leaving = setTimeout(() => leave(), shownMs);
    return () => clearTimeout(leaving);
  }, []);
  return (
    <>
      <Bar
        screen="new-sign-in"
        left={<Button icon={UserRoundX} label={say('code.not-me')} onPress={onNotMe} />}
        middle={<h1 className="code__title">{say(`new.${secret.kind}-title`)}</h1>}
        language={language}
        onLanguage={props.onLanguage}
      />
      <main className="new-sign-in">
        <div className="new-sign-in__person">
          <Tile tile={learner.tile} />
          <p>{inLanguage(learner.name, language)}</p>
        </div>
        {secret.kind === 'pictures' ? (
          <Pictures code={secret.code} />
        ) : (
          <ol className="new-sign-in__signs new-sign-in__signs--digits">
            {Array.from(secret.digits, (digit, at) => (
              <li key={at} className="new-sign-in__digit">
                {formatDigits(digit, language)}
              </li>
            ))}
          </ol>
        )}
        <p className="new-sign-in__how">
          <EyeOff aria-hidden="true" />
          {say(`new.${secret.kind}-how`)}
        </p>
        {before && (
          <p className="new-sign-in__before" role="alert">
            <TriangleAlert aria-hidden="true" />
            {say(`new.${secret.kind}-before`)}
          </p>
        )}
        <Button icon={Check} label={say('new.known')} tone="next" first onPress={onKnown} />
      </main>
    </>
  );
}

function Pictures({ code }: { readonly code: readonly (keyof typeof drawingTexts)[] }) {
  const language = useLanguage();
  const sayDrawing = useDrawingSay();
  return (
    <ol className="new-sign-in__signs">
      {code.map((picture, at) => (
        <li key={picture} className="new-sign-in__picture">
          <span className="new-sign-in__nth">{formatDigits(String(at + 1), language)}</span>
          <Drawing name={picture} />
          <span className="unseen">{sayDrawing(picture)}</span>
        </li>
      ))}
    </ol>
  );
}
