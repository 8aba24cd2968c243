import { ArrowRight } from 'lucide-react';
import type { HeldCorrection } from '../../../../../shared/contracts/commands/record-commands.ts';
import type { Correcting } from '../../../../../shared/contracts/correction.ts';
import { inLanguage, useLanguage } from '../../../../i18n/language.tsx';
import { useRecordSay } from '../record/record-say.ts';
import { lessonOf, stateNow } from './lesson-record.ts';
import type { LessonRecord } from './lesson-record.ts';

const becomes = { strike: 'state.struck', add: 'state.added' } as const;

interface OldAndNewProps {
  readonly record: LessonRecord;
  readonly way: keyof typeof becomes;
}

/** What is recorded of a lesson, beside what will count. */
export function OldAndNew({ record, way }: OldAndNewProps) {
  const say = useRecordSay();
  const run = record.recorded?.run ?? 1;
  const times = run > 1 ? say('correct.run', { run }) : null;
  return <Then now={say(`state.${stateNow(record)}`)} then={say(becomes[way])} times={times} />;
}

interface ThenProps {
  readonly now: string;
  readonly then: string;
  readonly times: string | null;
}

function Then({ now, then, times }: ThenProps) {
  const say = useRecordSay();
  return (
    <div className="record-deed__then">
      <div>
        <small>{say('correct.now')}</small>
        <strong>{now}</strong>
        {times !== null && <small>{times}</small>}
      </div>
      <ArrowRight aria-hidden="true" />
      <div>
        <small>{say('correct.then')}</small>
        <strong>{then}</strong>
      </div>
    </div>
  );
}

interface ToSignProps {
  readonly what: Correcting;
  readonly records: readonly LessonRecord[];
  readonly corrections: readonly HeldCorrection[];
}

/** All of a correction, as the second person reads it before they sign. */
export function ToSign({ what, records, corrections }: ToSignProps) {
  const say = useRecordSay();
  const language = useLanguage();
  const withdrawn = corrections.find(({ id }) => what.kind === 'withdraw' && what.of === id);
  const lesson = lessonOf(withdrawn?.what ?? what, records);
  const record = records.find(({ card }) => card === lesson);
  const was = withdrawn?.what.kind;
  return (
    <>
      {lesson !== null && <h4>{inLanguage(lesson.title, language)}</h4>}
      {what.kind !== 'withdraw' && record !== undefined && (
        <OldAndNew record={record} way={what.kind} />
      )}
      {(was === 'strike' || was === 'add') && (
        <Then now={say(becomes[was])} then={say('correct.withdrawn')} times={null} />
      )}
      <p>{say(`reason.${what.reason}`)}</p>
    </>
  );
}
