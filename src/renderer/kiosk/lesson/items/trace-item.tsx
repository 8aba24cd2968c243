import { Eraser, Play } from 'lucide-react';
import { useState } from 'react';
import { strokeId } from '../../../../domain/strokes.ts';
import type { Point } from '../../../../shared/contracts/lesson/drill-items.ts';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../shell/say.ts';
import { addStroke, eraseStroke } from '../drafts/trace-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { PartBadge } from '../option-face.tsx';
import type { PartState } from '../part-state.ts';
import { usePen } from '../use-pen.ts';
import { TraceDrawing } from './trace-drawing.tsx';
import './trace-item.css';

type TraceProps = ItemProps<'trace'>;

/** Draw a letter along its pale lines: drag, or click where a line begins and ends, or steer with arrows. */
export function TraceItem({ item, draft, marked, locked, onEdit }: TraceProps) {
  const say = useSay();
  // Each showing is a new one, so that it begins anew.
  const [showing, setShowing] = useState(1);
  const next = draft.strokes.length;
  const pen = usePen({
    start: item.strokes[next]?.[0] ?? null,
    locked: locked || next >= item.strokes.length,
    onLine: (line: readonly Point[]) => onEdit(addStroke(draft, line, item.strokes.length)),
  });
  const fits = (index: number) =>
    marked !== null && (marked.outcome === 'right' || marked.fitting.includes(strokeId(index)));
  const drawing = pen.line.length > 0 || (next > 0 && marked === null);
  return (
    <div className="trace">
      <div className="trace__room">
        <div className="trace__paper">
          <button
            type="button"
            className="trace__field"
            aria-label={say('trace.field')}
            disabled={locked}
            {...pen.handlers}
          />
          <TraceDrawing
            strokes={item.strokes}
            drawn={draft.strokes}
            line={pen.line}
            pen={pen.at}
            stateOf={(index) => (marked === null ? 'free' : fits(index) ? 'fits' : 'misfits')}
            showing={drawing && marked?.outcome !== 'shown' ? null : showing}
            answer={marked?.outcome === 'shown'}
          />
          <PartBadge state={fieldState(marked)} />
        </div>
      </div>
      <div className="trace__tools">
        <Button
          icon={Play}
          label={say('trace.show')}
          onPress={() => {
            if (!locked && next > 0) onEdit({ type: 'trace', strokes: [] });
            setShowing(showing + 1);
          }}
        />
        <Button
          icon={Eraser}
          label={say('trace.erase')}
          disabled={locked || next === 0}
          onPress={() => onEdit(eraseStroke(draft))}
        />
      </div>
    </div>
  );
}

function fieldState(marked: TraceProps['marked']): PartState {
  if (marked === null) return 'free';
  if (marked.outcome === 'right') return 'fits';
  return marked.outcome === 'shown' ? 'answer' : 'misfits';
}
