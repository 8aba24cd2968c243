import { Users } from 'lucide-react';
import { useState } from 'react';
import type { LearnerCard, PeopleView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Bar } from '../shell/bar.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { CodeScreen } from './code-screen.tsx';
import { fewPeople, whoStep } from './people-pages.ts';
import type { Group, WhoStep } from './people-pages.ts';
import './who.css';
import { Wordmark } from './wordmark.tsx';

interface WhoProps {
  readonly people: PeopleView;
  readonly onLanguage: (language: Language) => void;
}

/** Who are you? Group symbol, tile, four pictures: three touches and the code. */
export function WhoScreen({ people, onLanguage }: WhoProps) {
  const language = useLanguage();
  const [group, setGroup] = useState<string | null>(null);
  const [learner, setLearner] = useState<LearnerCard | null>(null);
  if (learner !== null) {
    return (
      <CodeScreen learner={learner} onNotMe={() => setLearner(null)} onLanguage={onLanguage} />
    );
  }
  const step = whoStep(people, group);
  return (
    <>
      <Bar left={<Wordmark />} language={language} onLanguage={onLanguage} />
      <main className="who">
        <WhoTitle step={step} onGroups={() => setGroup(null)} />
        <WhoChoices step={step} onGroup={setGroup} onLearner={setLearner} />
      </main>
    </>
  );
}

function WhoTitle({ step, onGroups }: { readonly step: WhoStep; readonly onGroups: () => void }) {
  const say = useSay();
  const language = useLanguage();
  if (step.show === 'nobody' || step.show === 'not-ready') return null;
  const group = step.show === 'tiles' ? step.group : null;
  return (
    <div className="who__title">
      {group !== null && <Button icon={Users} label={say('who.other-groups')} onPress={onGroups} />}
      <div>
        <h1>{group === null ? say('who.title') : inLanguage(group.name, language)}</h1>
        <p>{say(step.show === 'groups' ? 'who.groups' : 'who.tiles')}</p>
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly step: WhoStep;
  readonly onGroup: (group: string) => void;
  readonly onLearner: (learner: LearnerCard) => void;
}

function WhoChoices({ step, onGroup, onLearner }: ChoicesProps) {
  const say = useSay();
  const wide = useWide();
  switch (step.show) {
    case 'not-ready':
    case 'nobody':
      return (
        <div className="plain-words">
          <Drawing name={step.show === 'nobody' ? 'book' : 'boat'} />
          <h1>{say(`who.${step.show}`)}</h1>
          <p>{say(`who.${step.show}-next`)}</p>
        </div>
      );
    case 'groups':
      return (
        <PagedGrid things={step.groups} columns={4} rows={2}>
          {(group) => <GroupButton key={group.group} group={group} onPress={onGroup} />}
        </PagedGrid>
      );
    case 'tiles':
      return (
        <PagedGrid
          key={step.group?.group ?? 'all'}
          things={step.learners}
          columns={wide || step.learners.length <= fewPeople ? 6 : 5}
          rows={2}
        >
          {(learner) => (
            <LearnerButton key={learner.learner} learner={learner} onPress={onLearner} />
          )}
        </PagedGrid>
      );
  }
}

function GroupButton(props: { readonly group: Group; readonly onPress: (group: string) => void }) {
  const language = useLanguage();
  return (
    <button type="button" className="who__group" onClick={() => props.onPress(props.group.group)}>
      <span className="who__symbol">
        <Drawing name={props.group.symbol} />
      </span>
      <span>{inLanguage(props.group.name, language)}</span>
    </button>
  );
}

function LearnerButton(props: {
  readonly learner: LearnerCard;
  readonly onPress: (learner: LearnerCard) => void;
}) {
  const language = useLanguage();
  return (
    <button type="button" className="who__person" onClick={() => props.onPress(props.learner)}>
      <Tile tile={props.learner.tile} />
      <span className="who__name">{inLanguage(props.learner.name, language)}</span>
    </button>
  );
}
