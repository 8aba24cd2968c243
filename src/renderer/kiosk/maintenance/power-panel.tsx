import { Check, Power, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { leavings } from '../../../shared/contracts/seat-order.ts';
import type { Leaving } from '../../../shared/contracts/seat-order.ts';
import { Button } from '../../ui/button.tsx';
import { useCommand } from '../station.ts';
import { Outcome } from './facts.tsx';
import { useSay } from './say.ts';

const icons = { restart: RotateCcw, 'power-off': Power } as const;

/** This PC starts anew, or goes off, by what staff do from afar as well ([PWR2]): asked once more. */
export function PowerPanel() {
  const say = useSay();
  const leave = useCommand('maintenance.leave');
  const [wanted, setWanted] = useState<Leaving | null>(null);
  const [refused, setRefused] = useState(false);
  const go = async (to: Leaving) => {
    const answer = await leave.run({ to });
    setRefused(answer?.goes !== true);
    setWanted(null);
  };
  return (
    <>
      <p>{say('power.sure')}</p>
      <div className="maintain__row">
        {leavings.map((to) => (
          <Button
            key={to}
            icon={icons[to]}
            label={say(`power.${to}`)}
            pressed={wanted === to}
            disabled={leave.pending}
            onPress={() => {
              setRefused(false);
              setWanted(to);
            }}
          />
        ))}
      </div>
      {wanted !== null && (
        <div className="maintain__row">
          <Button
            icon={Check}
            label={say('power.do')}
            tone="next"
            disabled={leave.pending}
            onPress={() => void go(wanted)}
          />
          <Button icon={X} label={say('power.stay')} onPress={() => setWanted(null)} />
        </div>
      )}
      {refused && <Outcome well={false}>{say('power.refused')}</Outcome>}
    </>
  );
}
