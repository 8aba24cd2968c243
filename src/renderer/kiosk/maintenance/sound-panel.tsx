import { ArrowLeft, ArrowLeftRight, ArrowRight, Ear, EarOff } from 'lucide-react';
import { useState } from 'react';
import type { MaintenanceReport } from '../../../shared/contracts/maintenance.ts';
import { Button } from '../../ui/button.tsx';
import { Facts, Outcome } from './facts.tsx';
import { useSay } from './say.ts';
import { playTone } from './test-tone.ts';
import type { Side } from './test-tone.ts';

const sides = { left: [-1, ArrowLeft], both: [0, ArrowLeftRight], right: [1, ArrowRight] } as const;
const sideNames = ['left', 'both', 'right'] as const;

type Heard = 'not-tried' | 'playing' | 'asked' | 'yes' | 'no' | 'dead';

/** A tone from each side, and whether it was heard: nothing but ears can tell. */
export function SoundPanel({ cards }: { readonly cards: MaintenanceReport['sound'] }) {
  const say = useSay();
  const [heard, setHeard] = useState<Heard>('not-tried');
  const play = async (side: Side) => {
    setHeard('playing');
    setHeard((await playTone(side)) ? 'asked' : 'dead');
  };
  const names = cards === null ? say('unknown') : cards.join(', ');
  return (
    <>
      <Facts facts={[{ name: say('sound.cards'), value: names === '' ? '—' : names }]} />
      {cards?.length === 0 && <Outcome well={false}>{say('sound.none')}</Outcome>}
      <p>{say('sound.do')}</p>
      <div className="maintain__row">
        {sideNames.map((name) => {
          const [side, icon] = sides[name];
          return (
            <Button
              key={name}
              icon={icon}
              label={say(`sound.${name}`)}
              disabled={heard === 'playing'}
              onPress={() => void play(side)}
            />
          );
        })}
      </div>
      {heard === 'asked' && (
        <div className="maintain__row">
          <strong>{say('sound.heard')}</strong>
          <Button icon={Ear} label={say('yes')} onPress={() => setHeard('yes')} />
          <Button icon={EarOff} label={say('no')} onPress={() => setHeard('no')} />
        </div>
      )}
      {heard === 'yes' && <Outcome well>{say('sound.works')}</Outcome>}
      {heard === 'no' && <Outcome well={false}>{say('sound.look')}</Outcome>}
      {heard === 'dead' && <Outcome well={false}>{say('sound.dead')}</Outcome>}
    </>
  );
}
