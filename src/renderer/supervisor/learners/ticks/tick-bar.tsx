import { ListChecks, X } from 'lucide-react';
import { createSayHook } from '../../../i18n/language.tsx';
import { manyTexts } from '../../../i18n/texts/supervisor/many.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import './tick-box.css';

const useManySay = createSayHook(manyTexts);

interface TickBarProps {
  readonly count: number;
  /** Ticked, and not in the list as it is shown. */
  readonly unseen: number;
  /** What may be done about them stands beside the list already. */
  readonly acting: boolean;
  readonly onAct: () => void;
  readonly onClear: () => void;
}

/** How many are ticked, and what leads on from there ([LST2]). */
export function TickBar({ count, unseen, acting, onAct, onClear }: TickBarProps) {
  const say = useManySay();
  return (
    <div className="tick-bar" {...screenNamed('learners-ticked')}>
      <p>
        <output>
          <strong>{say('ticked', { count })}</strong>{' '}
          {unseen > 0 && say('ticked.unseen', { count: unseen })}
        </output>
      </p>
      <Button icon={X} label={say('tick.none')} tone="quiet" onPress={onClear} />
      {!acting && <Button icon={ListChecks} label={say('act')} tone="next" onPress={onAct} />}
    </div>
  );
}
