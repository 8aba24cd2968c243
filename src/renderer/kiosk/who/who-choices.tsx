import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Tile } from '../../ui/tile.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { pageFor } from './people-pages.ts';
import type { Family, FamilyName, Group, Person, WhoStep } from './people-pages.ts';

interface ChoicesProps {
  readonly step: WhoStep;
  readonly onGroup: (group: string) => void;
  readonly onFamily: (family: FamilyName) => void;
  readonly onLearner: (learner: Person) => void;
}

/** The pictures to touch: groups, families of pictures, or people. */
export function WhoChoices({ step, onGroup, onFamily, onLearner }: ChoicesProps) {
  const say = useSay();
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
      return <GroupPage groups={step.groups} onGroup={onGroup} />;
    case 'families':
      return (
        <PagedGrid things={step.families} columns={step.families.length > 6 ? 4 : 3} rows={3}>
          {(family) => <FamilyButton key={family.family} family={family} onPress={onFamily} />}
        </PagedGrid>
      );
    case 'tiles':
      return <TilePage step={step} onLearner={onLearner} />;
  }
}

function GroupPage(props: {
  readonly groups: readonly Group[];
  readonly onGroup: (group: string) => void;
}) {
  const { groups, onGroup } = props;
  const page =
    groups.length <= 8 ? ({ columns: 4, rows: 2, words: 'full' } as const) : pageFor(groups.length);
  return (
    <PagedGrid
      things={groups}
      columns={page.columns}
      rows={page.rows}
      tight={page.words === 'none'}
    >
      {(group) => (
        <GroupButton key={group.group} group={group} words={page.words} onPress={onGroup} />
      )}
    </PagedGrid>
  );
}

function TilePage(props: {
  readonly step: Extract<WhoStep, { show: 'tiles' }>;
  readonly onLearner: (learner: Person) => void;
}) {
  const { group, family, learners } = props.step;
  const page = pageFor(learners.length);
  return (
    <PagedGrid
      key={`${group?.group ?? 'all'} ${family ?? ''}`}
      things={learners}
      columns={page.columns}
      rows={page.rows}
      tight={page.words === 'none'}
    >
      {(learner) => (
        <LearnerButton
          key={learner.learner}
          learner={learner}
          words={page.words}
          onPress={props.onLearner}
        />
      )}
    </PagedGrid>
  );
}

type Words = ReturnType<typeof pageFor>['words'];

function GroupButton(props: {
  readonly group: Group;
  readonly words: Words;
  readonly onPress: (group: string) => void;
}) {
  const { group, words, onPress } = props;
  const language = useLanguage();
  return (
    <button
      type="button"
      className={`who__group who--${words}`}
      onClick={() => onPress(group.group)}
    >
      <span className="who__symbol">
        <Drawing name={group.symbol} />
      </span>
      <span className={words === 'none' ? 'unseen' : 'who__name'}>
        {inLanguage(group.name, language)}
      </span>
    </button>
  );
}

/** A family as three of its pictures, those that somebody here has. */
function FamilyButton(props: {
  readonly family: Family;
  readonly onPress: (family: FamilyName) => void;
}) {
  const { family, people } = props.family;
  const say = useSay();
  const pictures = [...new Set(people.map(({ tile }) => tile.picture))].slice(0, 3);
  return (
    <button type="button" className="who__family" onClick={() => props.onPress(family)}>
      <span className="who__pictures">
        {pictures.map((picture) => (
          <Drawing key={picture} name={picture} />
        ))}
      </span>
      <span>{say(`family.${family}`)}</span>
    </button>
  );
}

function LearnerButton(props: {
  readonly learner: Person;
  readonly words: Words;
  readonly onPress: (learner: Person) => void;
}) {
  const { learner, words, onPress } = props;
  const language = useLanguage();
  return (
    <button type="button" className={`who__person who--${words}`} onClick={() => onPress(learner)}>
      <Tile tile={learner.tile} />
      <span className={words === 'none' ? 'unseen' : 'who__name'}>
        {inLanguage(learner.name, language)}
      </span>
    </button>
  );
}
