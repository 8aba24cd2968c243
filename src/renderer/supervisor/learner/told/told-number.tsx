import { CircleCheckBig } from 'lucide-react';
import { createSayHook } from '../../../i18n/language.tsx';
import { newSignInTexts } from '../../../i18n/texts/supervisor/new-sign-in.ts';
import { Button } from '../../../ui/button.tsx';
import { Digits } from './digits.tsx';
import './told.css';
import { screenNamed } from '../../../ui/screen-name.ts';

const useNewSignInSay = createSayHook(newSignInTexts);

interface ToldNumberProps {
  readonly number: string;
  readonly onSeen: () => void;
}

/** The number that opens a new sign-in, told once ([SGN9]). */
export function ToldNumber({ number, onSeen }: ToldNumberProps) {
  const say = useNewSignInSay();
  return (
    <div className="told" {...screenNamed('told-number')}>
      <div className="told__number">
        <Digits label={say('number')} digits={number} />
        <p>{say('number.what')}</p>
      </div>
      <p className="told__once">{say('once')}</p>
      <Button icon={CircleCheckBig} label={say('seen')} tone="next" onPress={onSeen} first />
    </div>
  );
}
