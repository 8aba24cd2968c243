import { Check, CircleDashed, Lightbulb } from 'lucide-react';
import { useState } from 'react';
import type { MouseEvent } from 'react';
import { inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { areaAt, touchPoint, touchedAreas } from '../drafts/hotspot-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { partState } from '../part-state.ts';
import './hotspot-item.css';

const signs = { fits: Check, misfits: CircleDashed, answer: Lightbulb } as const;

/** Touch the right place of a picture. Places show only once touched, or reached with the keyboard. */
export function HotspotItem({ item, draft, base, marked, locked, onEdit }: ItemProps<'hotspot'>) {
  const language = useLanguage();
  const [aspect, setAspect] = useState(4 / 3);
  const several = item.correct.length > 1;
  const touched = touchedAreas(draft);
  const touchAt = (event: MouseEvent<HTMLElement>) => {
    if (locked) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 100;
    const y = ((event.clientY - box.top) / box.height) * 100;
    onEdit(touchPoint(draft, { x, y, area: areaAt(item.areas, x, y, aspect) }, several));
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
        {item.areas.map((area) => (
          <button
            key={area.id}
            type="button"
            className="hotspot__area"
            aria-pressed={touched.includes(area.id)}
            aria-label={inLanguage(area.name, language)}
            disabled={locked}
            style={{ '--x': area.x, '--y': area.y, '--r': area.r }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onEdit(touchPoint(draft, { x: area.x, y: area.y, area: area.id }, several));
            }}
          />
        ))}
        {draft.marks.map((mark) => (
          <TouchMark
            key={`${mark.x} ${mark.y}`}
            x={mark.x}
            y={mark.y}
            state={markState(mark.area, marked)}
          />
        ))}
        {item.areas
          .filter((area) => showsAnswer(area.id))
          .map((area) => (
            <TouchMark key={area.id} x={area.x} y={area.y} state="answer" />
          ))}
      </div>
    </div>
  );

  function showsAnswer(area: string): boolean {
    const facts = { chosen: touched.includes(area), inAnswer: item.correct.includes(area) };
    return partState(area, marked, facts) === 'answer';
  }
}

type MarkState = 'chosen' | 'fits' | 'misfits' | 'answer';

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
