import { ClipboardCheck } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useCommand } from '../station.ts';
import { Outcome } from './facts.tsx';
import { useSay } from './say.ts';

/** Has this PC test itself again ([SLF1]), which ends the visit. */
export function TestPanel() {
  const say = useSay();
  const begin = useCommand('maintenance.self-test');
  return (
    <>
      <p>{say('test.do')}</p>
      <div className="maintain__row">
        <Button
          icon={ClipboardCheck}
          label={say('test.begin')}
          disabled={begin.pending}
          onPress={() => void begin.run(undefined)}
        />
      </div>
      {begin.error !== undefined && <Outcome well={false}>{say('test.refused')}</Outcome>}
    </>
  );
}
