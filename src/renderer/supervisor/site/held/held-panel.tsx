import { useState } from 'react';
import type { HeldView } from '../../../../shared/contracts/ipc/held-views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import { Opening } from '../../desk/opening.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import { Trouble } from '../../desk/trouble.tsx';
import { useStream } from '../../station.ts';
import { DecideForm } from './decide-form.tsx';
import { HeldList } from './held-list.tsx';
import './held.css';

const useHeldSay = createSayHook(heldTexts);

type State = 'open' | 'decided';
const states: readonly State[] = ['open', 'decided'];

/** What the hub holds back, why, and what became of it; officers and site managers decide ([SUP14]). */
export function HeldPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useHeldSay();
  const [state, setState] = useState<State>('open');
  const held = useStream('held', { state });
  return (
    <section className="held" aria-label={say('title')}>
      <PanelHead onClose={onClose}>
        <h2 className="held__title">{say('title')}</h2>
      </PanelHead>
      <p className="held__about">{say('about')}</p>
      {held.error !== undefined && <Trouble error={held.error} />}
      <div className="held__states">
        {states.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === state}
            onClick={() => setState(each)}
          >
            {say(each, { count: held.value?.[each] ?? '…' })}
          </button>
        ))}
      </div>
      {held.value === undefined && held.error === undefined && <Opening />}
      {held.value !== undefined && <Held key={state} state={state} held={held.value} />}
    </section>
  );
}

interface HeldProps {
  readonly state: State;
  readonly held: HeldView;
}

function Held({ state, held }: HeldProps) {
  const say = useHeldSay();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set());
  if (held === null) return <p className="held__none">{say('away')}</p>;
  const chosen = held.items.filter(({ content }) => ticked.has(content));
  const left = held[state] - held.items.length;
  return (
    <>
      {held.items.length === 0 && <p className="held__none">{say(`${state}.none`)}</p>}
      <HeldList items={held.items} ticked={ticked} onTick={state === 'open' ? setTicked : null} />
      {left > 0 && <p className="held__none">{say('more', { count: left })}</p>}
      {state === 'open' && <DecideForm chosen={chosen} onDecided={() => setTicked(new Set())} />}
    </>
  );
}
