import { useState } from 'react';
import type * as z from 'zod';
import { learnerCommands } from '../../../../shared/contracts/commands/learner-commands.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import type { GroupId } from '../../../../shared/ids.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { newLearnerTexts } from '../../../i18n/texts/supervisor/new-learner.ts';
import { PanelHead } from '../../desk/panel-head.tsx';
import { useStay } from '../../desk/stay.tsx';
import { ToldSignIn } from '../../learner/told/told-sign-in.tsx';
import { NewLearnerForm } from './new-learner-form.tsx';

const useNewSay = createSayHook(newLearnerTexts);
const { output } = learnerCommands['learner.create'];

/** A learner the hub just made, with what is told once. */
export interface MadeLearner extends z.infer<typeof output> {
  readonly name: Localized;
  readonly group: GroupId;
}

interface NewLearnerPanelProps {
  readonly rows: readonly LearnerRow[];
  /** Told once, until it was seen; kept by the place, so that no other panel takes its place. */
  readonly made: MadeLearner | null;
  readonly onMade: (made: MadeLearner | null) => void;
  readonly onClose: () => void;
}

/** One learner more; and, once they are there, how they sign in ([PPL4]). */
export function NewLearnerPanel({ rows, made, onMade, onClose }: NewLearnerPanelProps) {
  const say = useNewSay();
  const [last, setLast] = useState<MadeLearner | null>(null);
  useStay(made !== null);
  const seen = () => {
    setLast(made);
    onMade(null);
  };
  if (made !== null) {
    return (
      <section aria-label={say('told')}>
        <h2 className="learner-panel__title learner-panel__title--told">{say('told')}</h2>
        <ToldSignIn {...made} onSeen={seen} />
      </section>
    );
  }
  return (
    <section aria-label={say('title')}>
      <PanelHead screen="learner-new" onClose={onClose}>
        <h2 className="learner-panel__title">{say('title')}</h2>
      </PanelHead>
      <NewLearnerForm key={last?.learner ?? ''} rows={rows} last={last} onMade={onMade} />
    </section>
  );
}
