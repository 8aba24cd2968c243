import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { learnerCommands } from '../../../../shared/contracts/commands/learner-commands.ts';
import { signInForms } from '../../../../shared/contracts/sign-in.ts';
import type { SignInForm } from '../../../../shared/contracts/sign-in.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { newLearnerTexts } from '../../../i18n/texts/supervisor/new-learner.ts';
import { Button } from '../../../ui/button.tsx';
import { Tile } from '../../../ui/tile.tsx';
import { useStay } from '../../desk/stay.tsx';
import { Choice } from '../../form/choice.tsx';
import { MisfitQuestion } from '../../form/misfit-question.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { DetailsFields } from '../../learner/details/details-fields.tsx';
import { detailsOf, nothingTyped } from '../../learner/details/typed-details.ts';
import { namesakes } from './namesakes.ts';
import type { MadeLearner } from './new-learner-panel.tsx';
import './new-learner.css';

const useNewSay = createSayHook(newLearnerTexts);

interface NewLearnerFormProps {
  readonly rows: readonly LearnerRow[];
  /** Whom this form added before: the next is often of the same group. */
  readonly last: MadeLearner | null;
  readonly onMade: (made: MadeLearner) => void;
}

export function NewLearnerForm({ rows, last, onMade }: NewLearnerFormProps) {
  const say = useNewSay();
  const language = useLanguage();
  const [typed, setTyped] = useState({ ...nothingTyped, group: last?.group ?? null });
  const [form, setForm] = useState<SignInForm>('pictures');
  const [known, setKnown] = useState(false);
  const create = useHubCommand(learnerCommands['learner.create']);
  useStay(create.pending);
  const details = detailsOf(typed);
  const like = details === null ? [] : namesakes(rows, details.name);
  const add = async (misfitKnown: boolean) => {
    if (details === null) return;
    const made = await create.run({ ...details, form, misfitKnown });
    if (made !== undefined) onMade({ ...made, name: details.name, group: details.group });
  };
  return (
    <div className="form new-learner">
      {last !== null && (
        <output className="new-learner__last">
          {say('added', { name: inLanguage(last.name, language) })}
        </output>
      )}
      <DetailsFields
        typed={typed}
        action="learner.create"
        onChange={(next) => {
          create.clearError();
          setKnown(false);
          setTyped(next);
        }}
      />
      <Choice
        label={say('way')}
        options={signInForms.map((value) => ({ value, label: say(`way.${value}`) }))}
        value={form}
        onChange={setForm}
      />
      {like.length > 0 && <Namesakes like={like} known={known} onKnown={setKnown} />}
      <MisfitQuestion
        error={create.error}
        pending={create.pending}
        onAllTheSame={() => void add(true)}
      />
      <Button
        icon={UserPlus}
        label={say(create.pending ? 'adding' : 'add')}
        tone="next"
        disabled={details === null || create.pending || (like.length > 0 && !known)}
        onPress={() => void add(false)}
      />
    </div>
  );
}

interface NamesakesProps {
  readonly like: readonly LearnerRow[];
  readonly known: boolean;
  readonly onKnown: (known: boolean) => void;
}

const mostShown = 4;

/** Somebody of that name is here: it has to be another person, before there is a second account. */
function Namesakes({ like, known, onKnown }: NamesakesProps) {
  const say = useNewSay();
  const language = useLanguage();
  return (
    <div className="form__question">
      <strong>{say('namesake')}</strong>
      <ul className="new-learner__like">
        {like.slice(0, mostShown).map(({ learner, groupName, disabled }) => (
          <li key={learner.learner}>
            <span className="new-learner__tile">
              <Tile tile={learner.tile} />
            </span>
            <span>
              {inLanguage(learner.name, language)}
              <small>
                {inLanguage(groupName, language)}
                {disabled && ` · ${say('namesake.closed')}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {like.length > mostShown && <p>{say('namesake.more', { count: like.length - mostShown })}</p>}
      <label className="form__tick">
        <input type="checkbox" checked={known} onChange={() => onKnown(!known)} />
        {say('namesake.other')}
      </label>
    </div>
  );
}
