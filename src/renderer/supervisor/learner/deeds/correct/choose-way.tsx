import { ArrowLeft, CircleCheckBig, CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { addReasons, strikeReasons } from '../../../../../shared/contracts/correction.ts';
import type { Correcting } from '../../../../../shared/contracts/correction.ts';
import { inLanguage, useLanguage } from '../../../../i18n/language.tsx';
import { Button } from '../../../../ui/button.tsx';
import { useStream } from '../../../station.ts';
import { ReasonButtons } from '../record/reason-buttons.tsx';
import { useRecordSay } from '../record/record-say.ts';
import { correctingOf, waysFor } from './lesson-record.ts';
import type { LessonRecord } from './lesson-record.ts';
import { OldAndNew } from './old-and-new.tsx';

const icons = { strike: CircleSlash, add: CircleCheckBig } as const;
type Way = keyof typeof icons;

interface ChooseWayProps {
  readonly record: LessonRecord;
  readonly onGive: (what: Correcting) => void;
  readonly onBack: () => void;
}

/** What is recorded beside what will count, and why. */
export function ChooseWay({ record, onGive, onBack }: ChooseWayProps) {
  const say = useRecordSay();
  const language = useLanguage();
  const ways = waysFor(record);
  const [way, setWay] = useState<Way | undefined>(ways.length === 1 ? ways[0] : undefined);
  return (
    <>
      <h4>{inLanguage(record.card.title, language)}</h4>
      {way === undefined ? (
        <Ways ways={ways} onChoose={setWay} />
      ) : (
        <>
          <OldAndNew record={record} way={way} />
          <h5>{say('correct.why')}</h5>
          <Reasons record={record} way={way} onGive={onGive} />
        </>
      )}
      <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
    </>
  );
}

function Ways(props: { readonly ways: readonly Way[]; readonly onChoose: (way: Way) => void }) {
  const say = useRecordSay();
  return (
    <div className="record-deed__reasons">
      {props.ways.map((way) => (
        <Button
          key={way}
          icon={icons[way]}
          label={say(`correct.${way}`)}
          onPress={() => props.onChoose(way)}
        />
      ))}
    </div>
  );
}

function Reasons({ record, way, onGive }: Omit<ChooseWayProps, 'onBack'> & { readonly way: Way }) {
  const packs = useStream('site', undefined).value?.packs ?? [];
  const version = packs.find(({ pack }) => pack === record.card.pack)?.version ?? null;
  const give = (what: Correcting | null) => {
    if (what !== null) onGive(what);
  };
  if (way === 'strike') {
    return (
      <ReasonButtons
        icon={icons.strike}
        reasons={strikeReasons}
        onGive={(reason) => give(correctingOf(record, null, { kind: 'strike', reason }))}
      />
    );
  }
  return (
    <ReasonButtons
      icon={icons.add}
      reasons={addReasons}
      disabled={version === null && record.recorded === null}
      onGive={(reason) => give(correctingOf(record, version, { kind: 'add', reason }))}
    />
  );
}
