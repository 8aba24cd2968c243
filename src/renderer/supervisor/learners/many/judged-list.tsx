import type { ManyJudged } from '../../../../shared/contracts/many-learners.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { manyTexts } from '../../../i18n/texts/supervisor/many.ts';
import { Tile } from '../../../ui/tile.tsx';
import { byWhy } from './parts-of.ts';
import './many.css';

const useManySay = createSayHook(manyTexts);
/** More names than this nobody reads in a panel. */
const mostNamed = 200;

interface JudgedListProps {
  readonly judged: ManyJudged;
  readonly rows: readonly LearnerRow[];
  /** Over those about whom it is done. */
  readonly title: string;
}

/** About whom it is done, and who is left out and why, to be unfolded by name ([LST3]). */
export function JudgedList({ judged, rows, title }: JudgedListProps) {
  const say = useManySay();
  const { done, left } = judged;
  return (
    <div className="many__judged">
      <Names title={title} learners={done} rows={rows} />
      {byWhy(left).map(({ why, learners }) => (
        <Names
          key={why}
          title={say(`left.${why}`, { count: learners.length })}
          learners={learners}
          rows={rows}
        />
      ))}
    </div>
  );
}

interface NamesProps {
  readonly title: string;
  readonly learners: readonly LearnerId[];
  readonly rows: readonly LearnerRow[];
}

function Names({ title, learners, rows }: NamesProps) {
  const say = useManySay();
  const language = useLanguage();
  if (learners.length === 0) return null;
  const asked = new Set(learners.slice(0, mostNamed));
  const named = rows.filter(({ learner }) => asked.has(learner.learner));
  return (
    <details className="many__names">
      <summary>{title}</summary>
      <ul>
        {named.map(({ learner }) => (
          <li key={learner.learner}>{inLanguage(learner.name, language)}</li>
        ))}
        {learners.length > mostNamed && (
          <li>{say('names.more', { count: learners.length - mostNamed })}</li>
        )}
      </ul>
    </details>
  );
}

interface NewTilesProps {
  /** As they were before. */
  readonly before: readonly LearnerRow[];
  readonly now: readonly LearnerRow[];
}

/** Who has another tile than before: theirs was somebody's in the group ([ACC4]). */
export function NewTiles({ before, now }: NewTilesProps) {
  const say = useManySay();
  const language = useLanguage();
  const tiles = new Map(before.map(({ learner }) => [learner.learner, learner.tile]));
  const other = now.filter(({ learner: { learner, tile } }) => {
    const held = tiles.get(learner);
    return held !== undefined && (held.picture !== tile.picture || held.colour !== tile.colour);
  });
  if (other.length === 0) return null;
  return (
    <div>
      <p>{say('new-tiles', { count: other.length })}</p>
      <ul className="many__tiles">
        {other.map(({ learner }) => (
          <li key={learner.learner}>
            <Tile tile={learner.tile} />
            {inLanguage(learner.name, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
