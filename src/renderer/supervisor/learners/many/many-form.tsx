import { ArrowLeft, Check, ListChecks, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ManyDeed, ManyJudged } from '../../../../shared/contracts/many-learners.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import { formatNumber } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { deedTexts } from '../../../i18n/texts/supervisor/deeds.ts';
import { manyTexts } from '../../../i18n/texts/supervisor/many.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { CommandTrouble } from '../../desk/trouble.tsx';
import type { AskedFirst } from '../../groups/first/use-first-sign-ins.ts';
import { useCommand } from '../../station.ts';
import { JudgedList, NewTiles } from './judged-list.tsx';
import {
  CardFields,
  CloseFields,
  EnrolFields,
  MoveFields,
  NumberFields,
  askedAtOnce,
} from './many-fields.tsx';
import type { AskedOfMany } from './many-fields.tsx';
import { isOver } from './parts-of.ts';
import type { ManySoFar } from './parts-of.ts';
import { useManyRun } from './use-many-run.ts';

const useManySay = createSayHook(manyTexts);
const useDeedSay = createSayHook(deedTexts);

interface ManyFormProps {
  readonly kind: ManyDeed['deed'];
  /** Who is ticked, as they are now. */
  readonly rows: readonly LearnerRow[];
  readonly onNumbers: (asked: AskedFirst) => void;
  readonly onBack: () => void;
  /** It is over: the ticks have done what they were for. */
  readonly onOver: () => void;
}

/** What was seen of it before it is done. */
interface Seen {
  readonly asked: AskedOfMany;
  readonly judged: ManyJudged;
  readonly rows: readonly LearnerRow[];
}

/** One deed about all that are ticked: what is wanted, what will happen, and how it went ([LST3]). */
export function ManyForm({ kind, rows, onNumbers, onBack, onOver }: ManyFormProps) {
  const say = useManySay();
  const [asked, setAsked] = useState<AskedOfMany | null>(askedAtOnce[kind] ?? null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const preview = useCommand('many.preview');
  const look = async (wanted: AskedOfMany) => {
    const learners = rows.map(({ learner }) => learner.learner);
    const judged = await preview.run({ deed: wanted.deed, learners });
    if (judged !== undefined) setSeen({ asked: wanted, judged, rows });
  };
  if (seen !== null) {
    return (
      <Doing
        seen={seen}
        rows={rows}
        onNumbers={onNumbers}
        onBack={() => setSeen(null)}
        onOver={onOver}
      />
    );
  }
  const fields: Readonly<Record<ManyDeed['deed'], ReactNode>> = {
    enrol: <EnrolFields onAsk={setAsked} />,
    move: <MoveFields onAsk={setAsked} />,
    close: <CloseFields onAsk={setAsked} />,
    cards: <CardFields />,
    numbers: <NumberFields onAsk={setAsked} />,
  };
  return (
    <div className="form many__form" {...screenNamed('many-form')}>
      <h3>{say(`deed.${kind}`)}</h3>
      {fields[kind]}
      {preview.error !== undefined && <CommandTrouble error={preview.error} />}
      <Button
        icon={ListChecks}
        label={say('preview')}
        tone="next"
        disabled={asked === null || preview.pending}
        onPress={() => void (asked && look(asked))}
      />
      <BackButton onBack={onBack} disabled={false} />
    </div>
  );
}

type DoingProps = Omit<ManyFormProps, 'kind'> & { readonly seen: Seen };

/** What will happen, then how far it is, then what became of each. */
function Doing({ seen, rows, onNumbers, onBack, onOver }: DoingProps) {
  const say = useManySay();
  const { asked, judged } = seen;
  const { deed, reason, form } = asked;
  const { soFar, running, error, go } = useManyRun();
  if (soFar !== null && isOver(soFar)) {
    return <Over seen={seen} soFar={soFar} now={rows} onOver={onOver} />;
  }
  const start = () => {
    if (deed.deed !== 'numbers') return void go(deed, judged.done, reason);
    const going = new Set(judged.done);
    const learners = seen.rows
      .map(({ learner }) => learner)
      .filter((each) => going.has(each.learner));
    onNumbers({ learners, form, anew: deed.anew });
  };
  const count = judged.done.length;
  const stopped = soFar !== null && !running;
  return (
    <div className="form many__form" {...screenNamed('many-preview')}>
      <h3>{say(`deed.${deed.deed}`)}</h3>
      <JudgedList judged={judged} rows={seen.rows} title={say('will', { count })} />
      {count === 0 && <p>{say('will.nobody')}</p>}
      {soFar !== null && <Progress soFar={soFar} />}
      {error !== undefined && <CommandTrouble error={error} />}
      {stopped && <p>{say('go-on.what')}</p>}
      <Button
        icon={stopped ? RotateCw : Check}
        label={soFar === null ? say('do', { count }) : say(running ? 'doing' : 'go-on')}
        tone="next"
        disabled={count === 0 || running}
        onPress={start}
      />
      <BackButton onBack={onBack} disabled={running} />
    </div>
  );
}

function Progress({ soFar }: { readonly soFar: ManySoFar }) {
  const say = useManySay();
  const language = useLanguage();
  const words = say('so-far', {
    done: formatNumber(soFar.answered, language),
    of: formatNumber(soFar.of.length, language),
  });
  return (
    <div>
      <output>{words}</output>
      <progress
        className="many__progress"
        value={soFar.answered}
        max={soFar.of.length}
        aria-label={words}
      />
    </div>
  );
}

interface OverProps {
  readonly seen: Seen;
  readonly soFar: ManySoFar;
  readonly now: readonly LearnerRow[];
  readonly onOver: () => void;
}

function Over({ seen, soFar, now, onOver }: OverProps) {
  const say = useManySay();
  return (
    <div className="form many__form" {...screenNamed('many-over')}>
      <h3>{say(`deed.${seen.asked.deed.deed}`)}</h3>
      <output>
        <strong>{say('over', { count: soFar.done.length })}</strong>
      </output>
      <JudgedList
        judged={{ done: soFar.done, left: [...soFar.left, ...seen.judged.left] }}
        rows={seen.rows}
        title={say('over.done', { count: soFar.done.length })}
      />
      <NewTiles before={seen.rows} now={now} />
      <Button icon={Check} label={say('over.close')} tone="next" onPress={onOver} first />
    </div>
  );
}

function BackButton({
  onBack,
  disabled,
}: {
  readonly onBack: () => void;
  readonly disabled: boolean;
}) {
  const say = useDeedSay();
  return (
    <Button
      icon={ArrowLeft}
      label={say('back')}
      tone="quiet"
      disabled={disabled}
      onPress={onBack}
    />
  );
}
