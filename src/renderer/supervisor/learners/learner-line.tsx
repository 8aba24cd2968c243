import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { durationFigure } from '../../i18n/duration.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Tile } from '../../ui/tile.tsx';

/** The id of a learner's line in the page. */
export const lineElementId = (learner: LearnerId): string => `line-${learner}`;

interface LearnerLineProps {
  readonly row: LearnerRow;
  readonly index: number;
  /** Where in the list it lies, px. */
  readonly topPx: number;
  /** Whether the keyboard is at this line. */
  readonly here: boolean;
  /** Whether the panel shows this learner. */
  readonly chosen: boolean;
  readonly onPress: () => void;
}

/** One learner in the list. */
export function LearnerLine({ row, index, topPx, here, chosen, onPress }: LearnerLineProps) {
  const language = useLanguage();
  const { name, tile, learner } = row.learner;
  const figures = [row.lessonsDone, row.lessonsBegun, row.attempts, row.right];
  return (
    // Its keys are those of the grid around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={lineElementId(learner)}
      className="learner-table__line"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-here={here || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={onPress}
    >
      <div role="gridcell" className="learner-table__name">
        <span className="learner-table__tile">
          <Tile tile={tile} />
        </span>
        <span lang={languageGiven(name, language)}>{inLanguage(name, language)}</span>
      </div>
      <div role="gridcell" className="learner-table__group">
        {inLanguage(row.groupName, language)}
      </div>
      {figures.map((figure, column) => (
        <div role="gridcell" key={column} className="learner-table__figure">
          {formatNumber(figure, language)}
        </div>
      ))}
      <div role="gridcell" className="learner-table__figure">
        {durationFigure(row.activeMs, language)}
      </div>
    </div>
  );
}
