import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Language } from '../../../../shared/ids.ts';
import { formatNumber, formatRiel } from '../../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../shell/say.ts';
import { fractionOf, marksOf, moveBy, snap } from '../drafts/number-line-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { PartBadge } from '../option-face.tsx';
import './number-line-item.css';

type LineProps = ItemProps<'numberLine'>;

/** Point at a number: touch the line, drag the pointer, or step with keys and arrows. */
export function NumberLineItem({ item, draft, marked, locked, onEdit }: LineProps) {
  const say = useSay();
  const language = useLanguage();
  const choose = (value: number) => {
    if (!locked) onEdit({ type: 'numberLine', value: snap(item, value) });
  };
  const written = (value: number) => writeValue(value, item.unit, language);
  return (
    <div className="line">
      <div className={`line__field${marked?.outcome === 'shown' ? ' line__field--shown' : ''}`}>
        <div className="line__rule">
          <Marks item={item} language={language} />
          <Pointers item={item} value={draft.value} marked={marked} written={written} />
        </div>
        <input
          type="range"
          className="line__hand"
          aria-label={say('line.pointer')}
          aria-valuetext={draft.value === null ? '' : written(draft.value)}
          min={item.min}
          max={item.max}
          step={item.step}
          value={draft.value ?? item.min}
          disabled={locked}
          onChange={({ currentTarget }) => choose(Number(currentTarget.value))}
          // The left end is no change for an untouched line, but it is an answer.
          onClick={({ currentTarget }) => choose(Number(currentTarget.value))}
        />
      </div>
    </div>
  );
}

/** One step down or up, for hands that find dragging hard. Stands beside the check button. */
export function LineSteps(props: Pick<LineProps, 'item' | 'draft' | 'onEdit'>) {
  const say = useSay();
  const step = (steps: number) =>
    props.onEdit({ type: 'numberLine', value: moveBy(props.item, props.draft.value, steps) });
  return (
    <div className="line__steps">
      <Button icon={ChevronLeft} label={say('line.less')} onPress={() => step(-1)} />
      <Button icon={ChevronRight} label={say('line.more')} onPress={() => step(1)} />
    </div>
  );
}

const manyLabels = 7;

function Marks(props: { readonly item: LineProps['item']; readonly language: Language }) {
  const { item, language } = props;
  const marks = marksOf(item);
  const many = marks.filter((mark) => mark.labelled).length > manyLabels;
  return marks.map((mark) => (
    <span
      key={mark.value}
      className={`line__mark${mark.labelled ? ' line__mark--labelled' : ''}`}
      style={{ '--at': fractionOf(item, mark.value) }}
    >
      {mark.labelled && (
        <span className={many ? 'line__label--many' : undefined}>
          {writeValue(mark.value, 'none', language)}
        </span>
      )}
    </span>
  ));
}

interface PointersProps extends Pick<LineProps, 'item' | 'marked'> {
  readonly value: number | null;
  readonly written: (value: number) => string;
}

/** Where the learner points and, once it is shown, where the answer lies. */
function Pointers({ item, value, marked, written }: PointersProps) {
  const state = marked === null ? 'free' : marked.outcome === 'right' ? 'fits' : 'misfits';
  return (
    <>
      {marked?.outcome === 'shown' && (
        <Pointer at={fractionOf(item, item.correct)} state="answer" words={written(item.correct)} />
      )}
      {value !== null && (
        <Pointer at={fractionOf(item, value)} state={state} words={written(value)} />
      )}
    </>
  );
}

function Pointer(props: {
  readonly at: number;
  readonly state: 'free' | 'fits' | 'misfits' | 'answer';
  readonly words: string;
}) {
  return (
    <span className={`line__pointer line__pointer--${props.state}`} style={{ '--at': props.at }}>
      <span className="line__value">
        {props.words}
        <PartBadge state={props.state} />
      </span>
    </span>
  );
}

function writeValue(value: number, unit: 'none' | 'riel', language: Language): string {
  // Khmer lessons write amounts as the notes do, English ones with commas.
  const grouped = language === 'en';
  return unit === 'riel'
    ? formatRiel(value, language, grouped)
    : formatNumber(value, language, { grouped });
}
