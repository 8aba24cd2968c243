import { useState } from 'react';
import { signInForms } from '../../../../shared/contracts/sign-in.ts';
import type { SignInForm } from '../../../../shared/contracts/sign-in.ts';
import type { ManyDeed } from '../../../../shared/contracts/many-learners.ts';
import type { CourseId, GroupId } from '../../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { cardTexts } from '../../../i18n/texts/supervisor/card.ts';
import { deedTexts } from '../../../i18n/texts/supervisor/deeds.ts';
import { groupsTexts } from '../../../i18n/texts/supervisor/groups.ts';
import { manyTexts } from '../../../i18n/texts/supervisor/many.ts';
import { newSignInTexts } from '../../../i18n/texts/supervisor/new-sign-in.ts';
import { Choice } from '../../form/choice.tsx';
import { ReasonField } from '../../form/reason-field.tsx';
import { Select } from '../../form/select.tsx';
import { TickList } from '../../form/tick-list.tsx';
import { useStream } from '../../station.ts';

const useManySay = createSayHook(manyTexts);
const useGroupsSay = createSayHook(groupsTexts);
const useDeedSay = createSayHook(deedTexts);
const useCardSay = createSayHook(cardTexts);
const useFormSay = createSayHook(newSignInTexts);

/** What is asked for, once it is whole. */
export interface AskedOfMany {
  readonly deed: ManyDeed;
  /** Null where none is asked for. */
  readonly reason: string | null;
  /** What kind of sign-in numbers open. */
  readonly form: SignInForm;
}

interface FieldsProps {
  /** Null while something is missing. */
  readonly onAsk: (asked: AskedOfMany | null) => void;
}

const plain = { reason: null, form: 'pictures' } as const;

/** Courses, and whether into them or out of them. */
export function EnrolFields({ onAsk }: FieldsProps) {
  const say = useManySay();
  const sayGroup = useGroupsSay();
  const language = useLanguage();
  const known = useStream('courses', undefined).value?.courses ?? [];
  const [active, setActive] = useState(true);
  const [ticked, setTicked] = useState<ReadonlySet<CourseId>>(new Set());
  const tell = (courses: ReadonlySet<CourseId>, into: boolean) => {
    setTicked(courses);
    setActive(into);
    const deed: ManyDeed = { deed: 'enrol', courses: [...courses], active: into };
    onAsk(courses.size === 0 ? null : { ...plain, deed });
  };
  return (
    <>
      <Choice
        label={say('enrol.which')}
        options={[
          { value: 'into', label: say('enrol.into') },
          { value: 'out', label: say('enrol.out') },
        ]}
        value={active ? 'into' : 'out'}
        onChange={(value) => tell(ticked, value === 'into')}
      />
      <TickList
        label={sayGroup('enrol.courses')}
        items={known.map(({ course, title }) => ({
          value: course,
          label: inLanguage(title, language),
        }))}
        ticked={ticked}
        onChange={(courses) => tell(courses, active)}
      />
      <p className="form__soft">{sayGroup('enrol.will')}</p>
    </>
  );
}

/** The group they move to, and why. */
export function MoveFields({ onAsk }: FieldsProps) {
  const say = useManySay();
  const sayDeed = useDeedSay();
  const language = useLanguage();
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const [group, setGroup] = useState<GroupId | null>(null);
  const [misfits, setMisfits] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const tell = (to: GroupId | null, all: boolean, why: string | null) => {
    setGroup(to);
    setMisfits(all);
    setReason(why);
    const whole = to !== null && why !== null;
    const deed = to && ({ deed: 'move', group: to, misfits: all } as const);
    onAsk(whole && deed ? { ...plain, deed, reason: why } : null);
  };
  return (
    <>
      <Select
        label={say('move.to')}
        none={say('move.choose')}
        options={groups.map((each) => ({
          value: each.group,
          label: inLanguage(each.name, language),
        }))}
        value={group}
        onChange={(to) => tell(to, misfits, reason)}
      />
      <p className="form__soft">{say('move.will')}</p>
      <label className="form__tick">
        <input type="checkbox" checked={misfits} onChange={() => tell(group, !misfits, reason)} />
        {say('move.misfits')}
      </label>
      <ReasonField
        reasons={{
          'other-group': sayDeed('change.other-group'),
          papers: sayDeed('change.papers'),
          asked: sayDeed('change.asked'),
        }}
        onChange={(why) => tell(group, misfits, why)}
      />
    </>
  );
}

/** Why their accounts are closed. */
export function CloseFields({ onAsk }: FieldsProps) {
  const sayDeed = useDeedSay();
  return (
    <>
      <p>{sayDeed('shut-out.will')}</p>
      <ReasonField
        reasons={{
          left: sayDeed('shut-out.left'),
          stops: sayDeed('shut-out.stops'),
          twice: sayDeed('shut-out.twice'),
          mistaken: sayDeed('shut-out.mistake'),
        }}
        onChange={(reason) =>
          onAsk(reason === null ? null : { ...plain, deed: { deed: 'close' }, reason })
        }
      />
    </>
  );
}

export function CardFields() {
  const say = useCardSay();
  return (
    <>
      <p>{say('what')}</p>
      <p className="form__soft">{say('noted')}</p>
    </>
  );
}

/** How they will sign in, and whether those who have a number get another. */
export function NumberFields({ onAsk }: FieldsProps) {
  const say = useManySay();
  const sayForm = useFormSay();
  const [form, setForm] = useState<SignInForm>('pictures');
  const [anew, setAnew] = useState(false);
  const tell = (how: SignInForm, again: boolean) => {
    setForm(how);
    setAnew(again);
    onAsk({ reason: null, form: how, deed: { deed: 'numbers', anew: again } });
  };
  return (
    <>
      <p>{say('numbers.will')}</p>
      <Choice
        label={sayForm('form')}
        options={signInForms.map((each) => ({ value: each, label: sayForm(`form.${each}`) }))}
        value={form}
        onChange={(how) => tell(how, anew)}
      />
      <label className="form__tick">
        <input type="checkbox" checked={anew} onChange={() => tell(form, !anew)} />
        {say('numbers.anew')}
      </label>
    </>
  );
}

/** What may be asked for without choosing anything. */
export const askedAtOnce: Readonly<Partial<Record<ManyDeed['deed'], AskedOfMany>>> = {
  cards: { ...plain, deed: { deed: 'cards' } },
  numbers: { ...plain, deed: { deed: 'numbers', anew: false } },
};
