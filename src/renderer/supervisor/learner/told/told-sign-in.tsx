import { CircleCheckBig } from 'lucide-react';
import type { Tile as TileView } from '../../../../shared/contracts/documents/directory.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { toldTexts } from '../../../i18n/texts/supervisor/told.ts';
import { Button } from '../../../ui/button.tsx';
import { Tile } from '../../../ui/tile.tsx';
import { Digits } from './digits.tsx';
import './told.css';
import { screenNamed } from '../../../ui/screen-name.ts';

const useToldSay = createSayHook(toldTexts);

export interface ToldSignInProps {
  readonly name: Localized;
  readonly tile: TileView;
  readonly card: string;
  /** Opens their first sign-in at a kiosk ([SGN9]). */
  readonly number: string;
  readonly onSeen: () => void;
}

/** What a new learner needs, told once: tile, card number, and the number for the first time ([PPL4]). */
export function ToldSignIn({ name, tile, card, number, onSeen }: ToldSignInProps) {
  const say = useToldSay();
  const language = useLanguage();
  return (
    <div className="told" {...screenNamed('told-sign-in')}>
      <strong className="told__name">{inLanguage(name, language)}</strong>
      <div className="told__tile">
        <Tile tile={tile} />
      </div>
      <Digits label={say('card')} digits={card} />
      <div className="told__number">
        <Digits label={say('number')} digits={number} />
        <p>{say('number.what')}</p>
      </div>
      <p className="told__once">{say('once')}</p>
      <Button icon={CircleCheckBig} label={say('seen')} tone="next" onPress={onSeen} first />
    </div>
  );
}
