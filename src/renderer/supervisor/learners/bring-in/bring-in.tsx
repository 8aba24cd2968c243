import { ArrowLeft, FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import type { ListPreview, RowPreview } from '../../../../shared/contracts/ipc/list-views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { bringInTexts } from '../../../i18n/texts/supervisor/bring-in.ts';
import { Button } from '../../../ui/button.tsx';
import { PlaceFrame } from '../../desk/place-frame.tsx';
import { useStaying } from '../../desk/stay.tsx';
import { SavingWords } from '../../saving/saving-words.tsx';
import { useSaving } from '../../saving/use-saving.ts';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useCommand, useStream } from '../../station.ts';
import { BringPanel } from './bring-panel.tsx';
import { RowList } from './row-list.tsx';
import './bring-in.css';

const useBringSay = createSayHook(bringInTexts);
type ReadPreview = Extract<ListPreview, { read: true }>;
const outcomes = ['new', 'changed', 'doubtful', 'same', 'bad'] as const;

/** A list of learners from a file: chosen, looked at, brought in ([IMP1]). */
export function BringIn({ onClose }: { readonly onClose: () => void }) {
  const say = useBringSay();
  const open = useCommand('file.open');
  const read = useCommand('list.preview');
  const staying = useStaying();
  const [name, setName] = useState('');
  const [preview, setPreview] = useState<ListPreview | null>(null);
  const [others, setOthers] = useState<ReadonlySet<number>>(new Set());
  const choose = async () => {
    const file = await open.run(undefined);
    if (!file) return;
    setOthers(new Set());
    setName(file.name);
    setPreview((await read.run({ content: file.content })) ?? null);
  };
  const whole = preview?.read === true && preview.missing.length === 0 ? preview : null;
  const toggle = (number: number) => {
    const next = new Set(others);
    if (!next.delete(number)) next.add(number);
    setOthers(next);
  };
  const error = open.error ?? read.error;
  return (
    <PlaceFrame
      screen={whole === null ? 'bring-in' : 'bring-in-rows'}
      title={say('title')}
      aside={name}
      acts={
        <Button
          icon={ArrowLeft}
          label={say('back')}
          tone="quiet"
          disabled={staying}
          onPress={onClose}
        />
      }
      panel={
        whole === null ? undefined : (
          <BringPanel key={name} rows={whole.rows} others={others} onClose={onClose} />
        )
      }
    >
      <div className="bring-in">
        {whole === null && <Begin pending={open.pending || read.pending} onChoose={choose} />}
        {error !== undefined && <CommandTrouble error={error} />}
        {preview !== null && whole === null && <Unreadable preview={preview} />}
        {whole !== null && <Rows preview={whole} others={others} onOther={toggle} />}
      </div>
    </PlaceFrame>
  );
}

interface BeginProps {
  readonly pending: boolean;
  readonly onChoose: () => Promise<void>;
}

function Begin({ pending, onChoose }: BeginProps) {
  const say = useBringSay();
  const empty = useCommand('list.template');
  const saving = useSaving('list-template');
  const give = async () => {
    const file = await empty.run(undefined);
    if (file !== undefined) await saving.file(file);
  };
  return (
    <div className="bring-in__begin">
      <p>{say('about')}</p>
      <p className="form__soft">{say('about.columns')}</p>
      <div className="bring-in__ways">
        <Button
          icon={FileUp}
          label={say('choose')}
          tone="next"
          disabled={pending}
          onPress={() => void onChoose()}
        />
        <Button icon={FileDown} label={say('template')} onPress={() => void give()} />
      </div>
      <SavingWords saving={saving} />
    </div>
  );
}

/** Why nothing of the file can be brought in. */
function Unreadable({ preview }: { readonly preview: ListPreview }) {
  const say = useBringSay();
  if (!preview.read) return <p role="alert">{say(`unread.${preview.problem}`)}</p>;
  const columns = preview.missing.map((field) => `«${say(`field.${field}`)}»`).join(' ');
  return <p role="alert">{say('missing', { columns })}</p>;
}

interface RowsProps {
  readonly preview: ReadPreview;
  readonly others: ReadonlySet<number>;
  readonly onOther: (number: number) => void;
}

/** How many rows of each kind, and those of one. */
function Rows({ preview, others, onOther }: RowsProps) {
  const say = useBringSay();
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const of = (outcome: RowPreview['outcome']) =>
    preview.rows.filter((row) => row.outcome === outcome);
  const first = outcomes.find((each) => of(each).length > 0) ?? 'new';
  const [shown, setShown] = useState<RowPreview['outcome']>(first);
  return (
    <>
      {preview.ignored.length > 0 && (
        <p className="form__soft">{say('ignored', { columns: preview.ignored.join(', ') })}</p>
      )}
      <div className="bring-in__kinds">
        {outcomes.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === shown}
            onClick={() => setShown(each)}
          >
            {say(`outcome.${each}`, { count: of(each).length })}
          </button>
        ))}
      </div>
      <p className="form__soft">{say(`about.${shown}`)}</p>
      <RowList rows={of(shown)} groups={groups} others={others} onOther={onOther} />
    </>
  );
}
