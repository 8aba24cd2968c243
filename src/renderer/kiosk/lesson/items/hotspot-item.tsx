import { Check, CircleDashed, Lightbulb } from 'lucide-react';
import { useState } from 'react';
import type { MouseEvent } from 'react';
import { inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { areaAt, touchPoint, touchedAreas } from '../drafts/hotspot-draft.ts';
import type { Mark } from '../drafts/hotspot-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { partState } from '../part-state.ts';
import './hotspot-item.css';

const signs = { fits: Check, misfits: CircleDashed } as const;

type HotspotProps = ItemProps<'hotspot'>;

/** Touch the right place of a picture. Places show only once touched, or reached with the keyboard. */
export function HotspotItem(props: HotspotProps) {
  const { item, draft, base, locked, onEdit } = props;
  const language = useLanguage();
  const [aspect, setAspect] = useState(4 / 3);
  const touch = (mark: Mark) => onEdit(touchPoint(draft, mark, item.correct.length > 1));
  const touchAt = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 100;
    const y = ((event.clientY - box.top) / box.height) * 100;
    if (!locked) touch({ x, y, area: areaAt(item.areas, x, y, aspect) });
  };
  return (
    <div className="hotspot">
      <div
        className="hotspot__scene"
        style={{ '--aspect': aspect }}
        onClick={touchAt}
        role="presentation"
      >
        <img
          src={base + item.scene.src}
          alt={inLanguage(item.scene.alt, language)}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            naturalHeight > 0 && setAspect(naturalWidth / naturalHeight)
          }
        />
        <Areas {...props} onTouch={touch} />
        <Marks {...props} />
      </div>
    </div>
  );
}

/** The places, for the keyboard: unseen until it reaches them. */
function Areas(props: HotspotProps & { readonly onTouch: (mark: Mark) => void }) {
  const { item, draft, locked, onTouch } = props;
  const language = useLanguage();
  const touched = touchedAreas(draft);
  return item.areas.map(({ id, x, y, r, name }) => (
    <button
      key={id}
      type="button"
      className="hotspot__area"
      aria-pressed={touched.includes(id)}
      aria-label={inLanguage(name, language)}
      disabled={locked}
      style={{ '--x': x, '--y': y, '--r': r }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onTouch({ x, y, area: id });
      }}
    />
  ));
}

/** Where the picture was touched and, once it is shown, where the answer lies. */
function Marks({ item, draft, marked }: HotspotProps) {
  const touched = touchedAreas(draft);
  const answers = item.areas.filter(({ id }) => {
    const facts = { chosen: touched.includes(id), inAnswer: item.correct.includes(id) };
    return partState(id, marked, facts) === 'answer';
  });
  return (
    <>
      {draft.marks.map(({ x, y, area }) => (
        <TouchMark key={`${x} ${y}`} x={x} y={y} state={markState(area, marked)} />
      ))}
      {answers.map((area) => (
        <AnswerRing key={area.id} area={area} />
      ))}
    </>
  );
}

/** Around the answer, which stays in sight; its sign toward the middle, where there is room for it. */
function AnswerRing({
  area: { x, y, r },
}: {
  readonly area: HotspotProps['item']['areas'][number];
}) {
  return (
    <span
      className="hotspot__answer"
      data-beside={x > 50 ? 'left' : 'right'}
      data-at={y > 50 ? 'top' : 'bottom'}
      style={{ '--x': x, '--y': y, '--r': r }}
      aria-hidden="true"
    >
      <Lightbulb />
    </span>
  );
}

type MarkState = 'chosen' | 'fits' | 'misfits';

function markState(area: string | null, marked: ItemProps<'hotspot'>['marked']): MarkState {
  if (marked === null) return 'chosen';
  return area !== null && marked.fitting.includes(area) ? 'fits' : 'misfits';
}

function TouchMark(props: { readonly x: number; readonly y: number; readonly state: MarkState }) {
  const Icon = props.state === 'chosen' ? null : signs[props.state];
  return (
    <span
      className={`hotspot__mark hotspot__mark--${props.state}`}
      style={{ '--x': props.x, '--y': props.y }}
      aria-hidden="true"
    >
      {Icon !== null && <Icon />}
    </span>
  );
}
