import { ArrowLeft, KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { ListedGroup } from '../../../../shared/contracts/ipc/people-views.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import { signInForms } from '../../../../shared/contracts/sign-in.ts';
import type { SignInForm } from '../../../../shared/contracts/sign-in.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { firstSignInTexts } from '../../../i18n/texts/supervisor/first-sign-ins.ts';
import { newSignInTexts } from '../../../i18n/texts/supervisor/new-sign-in.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../form/choice.tsx';
import { TickList } from '../../form/tick-list.tsx';
import { useStream } from '../../station.ts';
import type { AskedFirst } from './use-first-sign-ins.ts';

const useFirstSay = createSayHook(firstSignInTexts);
const useFormSay = createSayHook(newSignInTexts);

interface FirstFormProps {
  readonly group: ListedGroup;
  readonly onGive: (asked: AskedFirst) => void;
  readonly onBack: () => void;
}

/** Whose first number is to be given: everybody's who has no sign-in, or a ticked part ([SGN13]). */
export function FirstForm({ group, onGive, onBack }: FirstFormProps) {
  const say = useFirstSay();
  const sayForm = useFormSay();
  const rows = useWithout(group);
  const { ticked, tick } = useTicked(rows);
  const [form, setForm] = useState<SignInForm>('pictures');
  const chosen = rows.filter(({ learner }) => ticked.has(learner.learner));
  const anew = chosen.some(({ signIn }) => signIn === 'number');
  if (rows.length === 0) {
    return (
      <div className="form groups__form">
        <p>{say('nobody')}</p>
        <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
      </div>
    );
  }
  return (
    <div className="form groups__form">
      <p>{say('will')}</p>
      <Whose rows={rows} ticked={ticked} onTick={tick} />
      <Choice
        label={sayForm('form')}
        options={signInForms.map((each) => ({ value: each, label: sayForm(`form.${each}`) }))}
        value={form}
        onChange={setForm}
      />
      {anew && <p className="form__question">{say('anew')}</p>}
      <Button
        icon={KeyRound}
        label={say('give', { count: chosen.length })}
        tone="next"
        disabled={chosen.length === 0}
        onPress={() => onGive({ learners: chosen.map(({ learner }) => learner), form, anew })}
      />
      <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
    </div>
  );
}

interface WhoseProps {
  readonly rows: readonly LearnerRow[];
  readonly ticked: ReadonlySet<LearnerId>;
  readonly onTick: (ticked: ReadonlySet<LearnerId>) => void;
}

function Whose({ rows, ticked, onTick }: WhoseProps) {
  const say = useFirstSay();
  const language = useLanguage();
  const without = rows.filter(({ signIn }) => signIn === 'none').length;
  return (
    <TickList
      label={say('whose', { count: ticked.size, without })}
      items={rows.map(({ learner, signIn }) => {
        const name = inLanguage(learner.name, language);
        const label = signIn === 'number' ? say('has-number', { name }) : name;
        return { value: learner.learner, label };
      })}
      ticked={ticked}
      onChange={onTick}
      all={say('all')}
    />
  );
}

/** Those of a group who can't sign in by themselves yet, as the list has them. */
function useWithout({ group }: ListedGroup): readonly LearnerRow[] {
  const rows = useStream('learners', undefined).value?.learners ?? [];
  return rows.filter(
    ({ learner, disabled, signIn }) => learner.group === group && !disabled && signIn !== 'own',
  );
}

/**
 * Who has nothing at all is ticked and who has a number is not, until somebody decides otherwise; that stays,
 * also where another officer gives a number meanwhile.
 */
function useTicked(rows: readonly LearnerRow[]) {
  const [decided, setDecided] = useState<ReadonlyMap<LearnerId, boolean>>(new Map());
  const isTicked = ({ learner, signIn }: LearnerRow) =>
    decided.get(learner.learner) ?? signIn === 'none';
  const ticked = new Set(rows.filter(isTicked).map(({ learner }) => learner.learner));
  const tick = (next: ReadonlySet<LearnerId>) => {
    const turned = rows.filter((row) => isTicked(row) !== next.has(row.learner.learner));
    setDecided(
      new Map([
        ...decided,
        ...turned.map(({ learner }) => [learner.learner, next.has(learner.learner)] as const),
      ]),
    );
  };
  return { ticked, tick };
}
