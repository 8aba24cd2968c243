import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { durationFigure } from '../../i18n/duration.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Tile } from '../../ui/tile.tsx';
import { ManyTriesSign } from '../learner/many-tries.tsx';
import { lineButtonId } from './line-focus.ts';
import { SignInSign } from './sign-in-sign.tsx';
import './learner-line.css';

interface LearnerLineProps {
  readonly row: LearnerRow;
  readonly index: number;
  /** Where in the list it lies, px. */
  readonly topPx: number;
  /** Whether Tab leads here. */
  readonly tabStop: boolean;
  /** Whether the panel shows this learner. */
  readonly chosen: boolean;
  readonly onPress: () => void;
  /** Tells whether the key was one of the list's. */
  readonly onKey: (key: string) => boolean;
}

/** One learner in the list. The button in the name lies over the whole line. */
export function LearnerLine(props: LearnerLineProps) {
  const { row, index, topPx, chosen } = props;
  const language = useLanguage();
  return (
    <tr
      className={chosen ? 'learner-line learner-line--chosen' : 'learner-line'}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <td className="learner-line__name">
        <span className="learner-line__tile">
          <Tile tile={row.learner.tile} />
        </span>
        <NameButton {...props} />
        <ManyTriesSign row={row} />
        <SignInSign row={row} />
      </td>
      <td className="learner-line__group">{inLanguage(row.groupName, language)}</td>
      <FigureCells row={row} />
    </tr>
  );
}

function NameButton({ row, tabStop, chosen, onPress, onKey }: LearnerLineProps) {
  const language = useLanguage();
  const { name, learner } = row.learner;
  return (
    <button
      type="button"
      id={lineButtonId(learner)}
      className="learner-line__button"
      lang={languageGiven(name, language)}
      aria-pressed={chosen}
      tabIndex={tabStop ? 0 : -1}
      onClick={onPress}
      onKeyDown={(event) => {
        if (onKey(event.key)) event.preventDefault();
      }}
    >
      {inLanguage(name, language)}
    </button>
  );
}

function FigureCells({ row }: { readonly row: LearnerRow }) {
  const language = useLanguage();
  const { lessonsDone, lessonsBegun, attempts, right, activeMs } = row;
  return (
    <>
      <td className="learner-table__figure">{formatNumber(lessonsDone, language)}</td>
      <td className="learner-table__figure">{formatNumber(lessonsBegun, language)}</td>
      <td className="learner-table__figure">{formatNumber(attempts, language)}</td>
      <td className="learner-table__figure">{formatNumber(right, language)}</td>
      <td className="learner-table__figure">{durationFigure(activeMs, language)}</td>
    </>
  );
}
