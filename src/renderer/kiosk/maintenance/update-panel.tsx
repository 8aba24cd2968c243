import { Usb } from 'lucide-react';
import type { UpdateState } from '../../../shared/contracts/maintenance.ts';
import { maintenanceTexts } from '../../i18n/texts/kiosk/maintenance.ts';
import { Button } from '../../ui/button.tsx';
import { useCommand } from '../station.ts';
import { Outcome } from './facts.tsx';
import { useSay } from './say.ts';

/** A newer system from a stick, where this PC has what takes it ([IMG9]). */
export function UpdatePanel({ update }: { readonly update: UpdateState }) {
  const say = useSay();
  const begin = useCommand('maintenance.update');
  return (
    <>
      <p>{say('update.do')}</p>
      <div className="maintain__row">
        <Button
          icon={Usb}
          label={say('update.begin')}
          disabled={update.state === 'running' || begin.pending}
          onPress={() => void begin.run(undefined)}
        />
      </div>
      {begin.error !== undefined && <Outcome well={false}>{say('update.refused')}</Outcome>}
      {begin.error === undefined && <How update={update} />}
    </>
  );
}

type Ended = Extract<keyof typeof maintenanceTexts, `update.${number}`>;
const isKnown = (key: string): key is Ended => Object.hasOwn(maintenanceTexts, key);

function How({ update }: { readonly update: UpdateState }) {
  const say = useSay();
  if (update.state === 'resting') return null;
  if (update.state === 'running') return <output>{say('update.running')}</output>;
  if (update.state === 'silent') return <Outcome well={false}>{say('update.silent')}</Outcome>;
  const { status } = update;
  const key = `update.${status}`;
  const said = isKnown(key) ? say(key) : say('update.other', { status });
  return <Outcome well={status === 0 || status === 5}>{said}</Outcome>;
}
