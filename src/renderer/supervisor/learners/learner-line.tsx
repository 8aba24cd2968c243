import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { durationFigure } from '../../i18n/duration.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { Tile } from '../../ui/tile.tsx';
import { ManyTriesSign } from '../learner/many-tries.tsx';
import { daysAway } from './find-learners.ts';
import { lineButtonId } from './line-focus.ts';
import { SignInSign } from './sign-in-sign.tsx';
import type { ListKey } from './row-after-key.ts';
import { TickBox } from './ticks/tick-box.tsx';
import type { Ticks } from './ticks/use-ticks.ts';
import './learner-line.css';

const useLearnersSay = createSayHook(learnersTexts);

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
  readonly onKey: (key: ListKey) => boolean;
  /** Left out where nothing can be done about many. */
  readonly ticks: Ticks | undefined;
  /** Today in the lab; null while it is not known. */
  readonly today: string | null;
}

/** One learner in the list. The button in the name lies over the whole line. */
export function LearnerLine(props: LearnerLineProps) {
  const { row, index, topPx, chosen, ticks, today } = props;
  const language = useLanguage();
  return (
    <tr
      className={chosen ? 'learner-line learner-line--chosen' : 'learner-line'}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {ticks !== undefined && (
        <td>
          <TickBox row={row} ticks={ticks} />
        </td>
      )}
      <td className="learner-line__name">
        <span className="learner-line__tile">
          <Tile tile={row.learner.tile} />
        </span>
        <NameButton {...props} />
        <ManyTriesSign row={row} />
        <SignInSign row={row} />
      </td>
      <td className="learner-line__group">{inLanguage(row.groupName, language)}</td>
      <FigureCells row={row} today={today} />
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
        if (onKey(event)) event.preventDefault();
      }}
    >
      {inLanguage(name, language)}
    </button>
  );
}

function FigureCells({ row, today }: Pick<LearnerLineProps, 'row' | 'today'>) {
  const language = useLanguage();
  const say = useLearnersSay();
  const away = today === null ? null : daysAway(row, today);
  const { lessonsDone, lessonsBegun, attempts, right, activeMs } = row;
  return (
    <>
      <td className="learner-table__figure">{formatNumber(lessonsDone, language)}</td>
      <td className="learner-table__figure learner-table__spare">
        {formatNumber(lessonsBegun, language)}
      </td>
      <td className="learner-table__figure">{formatNumber(attempts, language)}</td>
      <td className="learner-table__figure learner-table__spare">
        {formatNumber(right, language)}
      </td>
      <td className="learner-table__figure">{durationFigure(activeMs, language)}</td>
      <td className="learner-table__figure">
        {away === 0 ? say('seen.today') : away === null ? '–' : formatNumber(away, language)}
      </td>
    </>
  );
}
