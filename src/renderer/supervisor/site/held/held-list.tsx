import { useId } from 'react';
import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import { groupsOf, placeIn } from './held-groups.ts';
import type { HeldGroup, Place } from './held-groups.ts';
import { HeldFacts, HeldTitle } from './held-item.tsx';

const useHeldSay = createSayHook(heldTexts);

/** From so many on, all of a group can be ticked at once. */
const many = 4;

export type Ticked = ReadonlySet<string>;

interface HeldListProps {
  readonly items: readonly HeldItem[];
  /** Whether an item is one to decide over here; others stand beside their twins. */
  readonly isAsked: (item: HeldItem) => boolean;
  readonly ticked: Ticked;
  readonly onTick: (ticked: Ticked) => void;
}

/** Items under why they are held, with what that means; those of one number beside each other. */
export function HeldList({ items, ...rest }: HeldListProps) {
  return groupsOf(items).map((group) => <Group key={group.reason} group={group} {...rest} />);
}

interface GroupProps extends Omit<HeldListProps, 'items'> {
  readonly group: HeldGroup;
}

function Group({ group: { reason, records }, ...rest }: GroupProps) {
  const say = useHeldSay();
  const { isAsked, ticked, onTick } = rest;
  const all = records.flat().filter(isAsked);
  const tickAll = () => onTick(new Set([...ticked, ...all.map(({ content }) => content)]));
  return (
    <section className="held__group">
      <h3>{say(`reason.${reason}`)}</h3>
      <p>{say(`means.${reason}`)}</p>
      {reason !== 'clone' && all.length >= many && (
        <button type="button" className="held__all" onClick={tickAll}>
          {say('tick-all', { count: all.length })}
        </button>
      )}
      <ul>
        {records.map((twins) => (
          <li key={twins[0]?.content} className={twins.length > 1 ? 'held__pair' : undefined}>
            {twins.length > 1 && twins[0] && <HeldTitle item={twins[0]} />}
            {twins.map((item) => (
              <Item key={item.content} item={item} place={placeIn(twins, item)} {...rest} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ItemProps extends Omit<HeldListProps, 'items'> {
  readonly item: HeldItem;
  readonly place: Place;
}

function Item({ item, place, isAsked, ticked, onTick }: ItemProps) {
  const id = useId();
  const words = (
    <div className="held__words">
      {place === 'only' && <HeldTitle item={item} />}
      <HeldFacts item={item} place={place} />
    </div>
  );
  if (!isAsked(item)) return <div className="held__item held__item--beside">{words}</div>;
  return (
    <label className="held__item" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={ticked.has(item.content)}
        onChange={() => onTick(toggled(ticked, item.content))}
      />
      {words}
    </label>
  );
}

function toggled(ticked: Ticked, content: string): Ticked {
  const next = new Set(ticked);
  if (!next.delete(content)) next.add(content);
  return next;
}
