import type { Point } from '../../../../shared/contracts/lesson/drill-items.ts';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { pathOf } from '../stroke-path.ts';
import { fieldMargin, fieldSize } from '../use-pen.ts';

type Line = readonly Point[];

interface DrawingProps {
  /** The letter's own lines. */
  readonly strokes: readonly Line[];
  /** What the learner drew, and the line being drawn. */
  readonly drawn: readonly Line[];
  readonly line: Line;
  /** The keyboard's pen. */
  readonly pen: Point | null;
  readonly stateOf: (index: number) => 'free' | 'fits' | 'misfits';
  /** Which showing of how the hand goes is due; null while the learner draws. */
  readonly showing: number | null;
  /** The letter's own lines are shown as the answer. */
  readonly answer: boolean;
}

const wholeField = [-fieldMargin, -fieldMargin, fieldSize, fieldSize].join(' ');

/** The letter in pale lines, where its next one begins and which way it goes, and what is drawn. */
export function TraceDrawing(props: DrawingProps) {
  const { strokes, drawn, line, pen, stateOf, showing, answer } = props;
  const next = answer ? 0 : drawn.length;
  return (
    <svg viewBox={wholeField} className="trace__drawing" aria-hidden="true">
      {strokes.map((stroke) => (
        <path key={pathOf(stroke)} d={pathOf(stroke)} className="trace__guide" />
      ))}
      {showing !== null && (
        <Showing key={showing} strokes={strokes} from={Math.min(next, strokes.length)} />
      )}
      {drawn.map((stroke, index) => (
        <path
          // Two lines may be drawn alike; the place tells them apart.
          key={`${index} ${pathOf(stroke)}`}
          d={pathOf(stroke)}
          className={`trace__line trace__line--${stateOf(index)}`}
        />
      ))}
      {line.length > 0 && <path d={pathOf(line)} className="trace__line trace__line--free" />}
      {nextLast(strokes, next).map(({ stroke, index }) => (
        <Start key={`start ${pathOf(stroke)}`} stroke={stroke} index={index} next={next} />
      ))}
      {pen !== null && <circle cx={pen[0]} cy={pen[1]} r="3.5" className="trace__pen" />}
    </svg>
  );
}

/** Where lines begin near each other, the one that is due lies on top. */
const nextLast = (strokes: readonly Line[], next: number) =>
  strokes
    .map((stroke, index) => ({ stroke, index }))
    .toSorted((one, other) => Number(one.index === next) - Number(other.index === next));

/** How the hand goes: each line draws itself, one after the other. */
function Showing({ strokes, from }: { readonly strokes: readonly Line[]; readonly from: number }) {
  return strokes
    .slice(from)
    .map((stroke, turn) => (
      <path
        key={pathOf(stroke)}
        d={pathOf(stroke)}
        pathLength={1}
        className="trace__show"
        style={{ '--turn': turn }}
      />
    ));
}

/** The beginning of a line, with its number; the next one with an arrow the way it goes. */
function Start(props: { readonly stroke: Line; readonly index: number; readonly next: number }) {
  const language = useLanguage();
  const [x, y] = props.stroke[0] ?? [0, 0];
  const [toX, toY] = props.stroke[1] ?? [x, y];
  const turn = (Math.atan2(toY - y, toX - x) * 180) / Math.PI;
  const state = props.index === props.next ? 'next' : props.index < props.next ? 'done' : 'later';
  return (
    <g transform={`translate(${x} ${y})`} className={`trace__start trace__start--${state}`}>
      {state === 'next' && <path d="M6 0H13M10 -3.5L13.5 0L10 3.5" transform={`rotate(${turn})`} />}
      <circle r="5" />
      <text y="2.4">{formatDigits(props.index + 1, language)}</text>
    </g>
  );
}
