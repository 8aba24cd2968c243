import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLanguage } from '../../../i18n/language.tsx';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { useSay } from '../../shell/say.ts';
import { deedOfKey, pressOf } from '../../../ui/keyboard/physical-key.ts';
import { snapCaret } from '../../../ui/typing/type-into.ts';
import { draftAfter } from '../drafts/text-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { PartBadge } from '../option-face.tsx';
import type { PartState } from '../part-state.ts';
import './text-entry-item.css';
import type { TextItem } from '../text-item.ts';

/** The answer being typed, with the keys of the desk or of the screen. */
export function TextEntryItem(
  props: Omit<ItemProps<'textEntry'>, 'item'> & {
    readonly item: TextItem;
    readonly onEnter: () => void;
  },
) {
  const { item, draft, marked, locked, onEdit } = props;
  const say = useSay();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!locked) field.current?.focus();
  }, [locked]);
  useLayoutEffect(() => {
    if (document.activeElement === field.current) {
      field.current?.setSelectionRange(draft.caret, draft.caret);
    }
  }, [draft]);
  const state = fieldState(marked);
  return (
    <div className="text-entry">
      <span className={`part part--${state} text-entry__field`}>
        {marked?.differs === undefined ? (
          <input
            ref={field}
            value={draft.text}
            aria-label={say('text.answer')}
            disabled={locked}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) =>
              onEdit({
                type: 'textEntry',
                text: target.value.slice(0, 200),
                caret: target.selectionStart ?? target.value.length,
              })
            }
            onSelect={({ currentTarget }) => {
              snapCaret(currentTarget, draft.caret);
              const { selectionStart, selectionEnd } = currentTarget;
              if (selectionStart === selectionEnd && selectionStart !== null) {
                if (selectionStart !== draft.caret) {
                  onEdit({ type: 'textEntry', text: draft.text, caret: selectionStart });
                }
              }
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') props.onEnter();
              const deed = deedOfKey(pressOf(event.nativeEvent), item.keyboard, (digit) =>
                formatDigits(digit, language),
              );
              if (deed === null) return;
              event.preventDefault();
              const { selectionStart, selectionEnd } = event.currentTarget;
              const from = selectionStart ?? draft.caret;
              onEdit(draftAfter(draft, deed, { from, to: selectionEnd ?? from }));
            }}
          />
        ) : (
          <Pointed text={draft.text} differs={marked.differs} />
        )}
        <PartBadge state={state} />
      </span>
      {marked?.outcome === 'shown' && (
        <span className="part part--answer text-entry__field">
          <span className="text-entry__answer">{item.accept[0]}</span>
          <PartBadge state="answer" />
        </span>
      )}
    </div>
  );
}

/** What was typed, with the place marked where it first differs ([LSN15]). */
function Pointed(props: {
  readonly text: string;
  readonly differs: { readonly from: number; readonly to: number };
}) {
  const { from, to } = props.differs;
  return (
    <span className="text-entry__answer">
      {props.text.slice(0, from)}
      <mark className="text-entry__differs">{props.text.slice(from, to)}</mark>
      {props.text.slice(to)}
    </span>
  );
}

function fieldState(marked: ItemProps<'textEntry'>['marked']): PartState {
  if (marked === null) return 'free';
  return marked.outcome === 'right' ? 'fits' : 'misfits';
}
