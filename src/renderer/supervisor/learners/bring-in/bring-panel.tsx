import { ArrowLeft, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { RowPreview } from '../../../../shared/contracts/ipc/list-views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { bringInTexts } from '../../../i18n/texts/supervisor/bring-in.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { ReasonField } from '../../form/reason-field.tsx';
import { batchesOf, chosenRows } from './batches.ts';
import { useBringing } from './use-bringing.ts';
import type { Brought } from './use-bringing.ts';
import { screenNamed } from '../../../ui/screen-name.ts';

const useBringSay = createSayHook(bringInTexts);

interface BringPanelProps {
  readonly rows: readonly RowPreview[];
  readonly others: ReadonlySet<number>;
  readonly onClose: () => void;
}

/** What of the list is wanted, and bringing it in, told as it goes. */
export function BringPanel({ rows, others, onClose }: BringPanelProps) {
  const say = useBringSay();
  const [changed, setChanged] = useState(false);
  const [misfits, setMisfits] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const { brought, running, error, bring } = useBringing();
  const chosen = chosenRows(rows, { others, changed, misfits });
  const changes = chosen.filter(({ outcome }) => outcome === 'changed').length;
  const ready = chosen.length > 0 && (changes === 0 || reason !== null) && !running;
  const over = brought !== null && brought.batches === brought.of;
  if (over) return <Over brought={brought} onClose={onClose} />;
  return (
    <div className="form bring-in__panel">
      <h2 className="learner-panel__title">{say('will.title')}</h2>
      <p>{say('will', { added: chosen.length - changes, changed: changes })}</p>
      <p className="form__soft">{say('will.nobody-else')}</p>
      {brought === null && (
        <>
          <Tick
            label={say('changed.too')}
            shown={rows.some(({ outcome }) => outcome === 'changed')}
            ticked={changed}
            onTick={setChanged}
          />
          <Tick
            label={say('misfits.too')}
            shown={rows.some((row) => row.outcome !== 'bad' && row.misfit)}
            ticked={misfits}
            onTick={setMisfits}
          />
          {changes > 0 && (
            <ReasonField
              reasons={{ 'new-list': say('why.list'), papers: say('why.papers') }}
              onChange={setReason}
            />
          )}
        </>
      )}
      {brought !== null && (
        <div>
          <output>{say('so-far', { done: brought.rows, of: brought.ofRows })}</output>
          <progress className="bring-in__progress" value={brought.rows} max={brought.ofRows} />
        </div>
      )}
      {error !== undefined && !running && (
        <>
          <CommandTrouble error={error} />
          <p>{say('go-on.what')}</p>
        </>
      )}
      <Button
        icon={UserPlus}
        label={say(running ? 'bringing' : brought === null ? 'bring' : 'go-on')}
        tone="next"
        disabled={!ready}
        onPress={() => void bring(batchesOf(chosen), changes > 0 ? reason : null)}
      />
      <Button
        icon={ArrowLeft}
        label={say('back')}
        tone="quiet"
        disabled={running}
        onPress={onClose}
      />
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly shown: boolean;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function Tick({ label, shown, ticked, onTick }: TickProps) {
  if (!shown) return null;
  return (
    <label className="form__tick">
      <input type="checkbox" checked={ticked} onChange={() => onTick(!ticked)} />
      {label}
    </label>
  );
}

function Over({ brought, onClose }: { readonly brought: Brought; readonly onClose: () => void }) {
  const say = useBringSay();
  return (
    <div className="form bring-in__panel" {...screenNamed('bring-in-over')}>
      <output>{say('over', { added: brought.added, changed: brought.changed })}</output>
      {brought.added > 0 && <p>{say('over.next')}</p>}
      <Button icon={ArrowLeft} label={say('over.close')} tone="next" onPress={onClose} first />
    </div>
  );
}
