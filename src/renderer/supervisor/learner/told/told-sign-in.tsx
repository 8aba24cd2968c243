import { CircleCheckBig } from 'lucide-react';
import type { Tile as TileView } from '../../../../shared/contracts/documents/directory.ts';
import type { CodePicture } from '../../../../shared/contracts/ipc/views.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { toldTexts } from '../../../i18n/texts/supervisor/told.ts';
import { Button } from '../../../ui/button.tsx';
import { Tile } from '../../../ui/tile.tsx';
import { CodeShown } from './code-shown.tsx';
import './told.css';

const useToldSay = createSayHook(toldTexts);

export interface ToldSignInProps {
  readonly name: Localized;
  readonly tile: TileView;
  readonly card: string;
  readonly code: readonly CodePicture[];
  readonly onSeen: () => void;
}

/** How a learner signs in, told once: tile, card number and four pictures, large ([PPL4]). */
export function ToldSignIn({ name, tile, card, code, onSeen }: ToldSignInProps) {
  const say = useToldSay();
  const language = useLanguage();
  return (
    <div className="told">
      <strong className="told__name">{inLanguage(name, language)}</strong>
      <div className="told__tile">
        <Tile tile={tile} />
      </div>
      <p className="told__card">
        <small>{say('card')}</small>
        <span>{formatDigits(`${card.slice(0, 3)} ${card.slice(3)}`, language)}</span>
      </p>
      <p>{say('code')}</p>
      <CodeShown code={code} />
      <p className="told__once">{say('once')}</p>
      <Button icon={CircleCheckBig} label={say('seen')} tone="next" onPress={onSeen} first />
    </div>
  );
}
