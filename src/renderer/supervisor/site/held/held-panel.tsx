import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { mostHeldPages } from '../../../../shared/contracts/ipc/held-views.ts';
import type { HeldAsk, HeldItem, HeldView } from '../../../../shared/contracts/ipc/held-views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import { Button } from '../../../ui/button.tsx';
import { Opening } from '../../desk/opening.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import { Trouble } from '../../desk/trouble.tsx';
import { useStream } from '../../station.ts';
import { DecideForm } from './decide-form.tsx';
import { HeldFilters } from './held-filters.tsx';
import { HeldList } from './held-list.tsx';
import type { Ticked } from './held-list.tsx';
import './held.css';

const useHeldSay = createSayHook(heldTexts);

const states: readonly HeldAsk['state'][] = ['open', 'decided'];
/** Fewer than these are all in sight. */
const manyHeld = 6;

/** What the hub holds back, why, and what became of it; officers and site managers decide ([SUP14]). */
export function HeldPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useHeldSay();
  const [asked, setAsked] = useState<HeldAsk>({ state: 'open', pages: 1 });
  const { value, error } = useStream('held', asked);
  const held = useLast(value, asked.state);
  return (
    <section className="held" aria-label={say('title')}>
      <PanelHead screen="held" onClose={onClose}>
        <h2 className="held__title">{say('title')}</h2>
      </PanelHead>
      {asked.state === 'open' && <p className="held__about">{say('about')}</p>}
      {error !== undefined && <Trouble error={error} />}
      <div className="held__states">
        {states.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={state === asked.state}
            onClick={() => setAsked({ state, pages: 1 })}
          >
            {say(state, { count: held?.[state] ?? '…' })}
          </button>
        ))}
      </div>
      {held === undefined && error === undefined && <Opening />}
      {held !== undefined && <Held key={asked.state} asked={asked} held={held} onAsk={setAsked} />}
    </section>
  );
}

/** While more of a list is on its way, what was there of it before stays. */
function useLast(value: HeldView | undefined, state: HeldAsk['state']): HeldView | undefined {
  const [last, setLast] = useState<{ value: HeldView; state: HeldAsk['state'] }>();
  if (value !== undefined && (value !== last?.value || state !== last.state)) {
    setLast({ value, state });
  }
  return value ?? (last?.state === state ? last.value : undefined);
}

interface HeldProps {
  readonly asked: HeldAsk;
  readonly held: HeldView;
  readonly onAsk: (asked: HeldAsk) => void;
}

function Held({ asked, held, onAsk }: HeldProps) {
  const say = useHeldSay();
  const [ticked, setTicked] = useState<Ticked>(() => new Set());
  if (held === null) return <p className="held__none">{say('away')}</p>;
  const { state, reason, origin } = asked;
  const filtered = reason !== undefined || origin !== undefined;
  const isAsked = ({ decided }: HeldItem) => (decided === null) === (state === 'open');
  const chosen = held.items.filter((item) => isAsked(item) && ticked.has(item.content));
  return (
    <>
      {(filtered || held[state] >= manyHeld) && (
        <HeldFilters asked={asked} stations={held.stations} onAsk={onAsk} />
      )}
      {held.shown === 0 && (
        <p className="held__none">{say(filtered ? 'filtered.none' : `${state}.none`)}</p>
      )}
      <HeldList items={held.items} isAsked={isAsked} ticked={ticked} onTick={setTicked} />
      {(held.more || asked.pages > 1) && (
        <More asked={asked} held={held} filtered={filtered} onAsk={onAsk} />
      )}
      <DecideForm state={state} chosen={chosen} onDecided={() => setTicked(new Set())} />
    </>
  );
}

interface MoreProps extends HeldProps {
  readonly held: NonNullable<HeldView>;
  readonly filtered: boolean;
}

function More({ asked, held, filtered, onAsk }: MoreProps) {
  const say = useHeldSay();
  const { shown, more } = held;
  const all = held[asked.state];
  return (
    <div className="held__more">
      <p>{filtered ? say('shown', { shown }) : say('shown-of', { shown, count: all })}</p>
      {more && asked.pages < mostHeldPages && (
        <Button
          icon={ChevronDown}
          label={say('more')}
          onPress={() => onAsk({ ...asked, pages: asked.pages + 1 })}
        />
      )}
      {more && asked.pages === mostHeldPages && <p>{say('more-after')}</p>}
    </div>
  );
}
