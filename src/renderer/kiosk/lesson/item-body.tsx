import type { Item } from '../../../shared/contracts/lesson.ts';
import type { Draft } from './drafts/draft.ts';
import type { ItemProps } from './item-props.ts';
import { AssociateItem } from './items/associate-item.tsx';
import { ChoiceItem } from './items/choice-item.tsx';
import { GapMatchItem } from './items/gap-match-item.tsx';
import { HotspotItem } from './items/hotspot-item.tsx';
import { InlineChoiceItem } from './items/inline-choice-item.tsx';
import { KeyDrillItem } from './items/key-drill-item.tsx';
import { MatchItem } from './items/match-item.tsx';
import { MouseDrillItem } from './items/mouse-drill-item.tsx';
import { NumberLineItem } from './items/number-line-item.tsx';
import { OrderItem } from './items/order-item.tsx';
import { ReadAloudItem } from './items/read-aloud-item.tsx';
import { TextEntryItem } from './items/text-entry-item.tsx';
import { TraceItem } from './items/trace-item.tsx';
import { asksForText } from './text-item.ts';

interface BodyProps extends Pick<ItemProps<'choice'>, 'base' | 'seed' | 'marked' | 'locked'> {
  readonly item: Item;
  readonly draft: Draft;
  readonly onEdit: (draft: Draft) => void;
  readonly onEnter: () => void;
  readonly onScreen: boolean;
}

/** The answer region of an item; nothing where there is nothing to answer. */
export function ItemBody({ item, draft, onEnter, onScreen, ...shared }: BodyProps) {
  if (item.type === 'choice' && draft.type === 'choice') {
    return <ChoiceItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'match' && draft.type === 'match') {
    return <MatchItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'order' && draft.type === 'order') {
    return <OrderItem {...shared} item={item} draft={draft} />;
  }
  if (asksForText(item) && draft.type === 'textEntry') {
    return <TextEntryItem {...shared} item={item} draft={draft} onEnter={onEnter} />;
  }
  if (item.type === 'numberLine' && draft.type === 'numberLine') {
    return <NumberLineItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'hotspot' && draft.type === 'hotspot') {
    return <HotspotItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'keyDrill' && draft.type === 'keyDrill') {
    return <KeyDrillItem {...shared} item={item} draft={draft} onScreen={onScreen} />;
  }
  if (item.type === 'gapMatch' && draft.type === 'gapMatch') {
    return <GapMatchItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'inlineChoice' && draft.type === 'inlineChoice') {
    return <InlineChoiceItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'associate' && draft.type === 'associate') {
    return <AssociateItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'trace' && draft.type === 'trace') {
    return <TraceItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'mouseDrill' && draft.type === 'mouseDrill') {
    return <MouseDrillItem {...shared} item={item} draft={draft} />;
  }
  if (item.type === 'readAloud' && draft.type === 'readAloud') {
    return <ReadAloudItem {...shared} item={item} draft={draft} />;
  }
  return null;
}
