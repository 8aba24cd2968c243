import { Eye, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { clashesAt, isRefused } from '../../../domain/timetable/clashes.ts';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import { slotPlanSchema } from '../../../shared/contracts/timetable.ts';
import type { WeekSlot } from '../../../shared/contracts/ipc/timetable-view.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { commandIdSchema } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay, usePerson } from '../may.tsx';
import { ClashWords } from './clash-words.tsx';
import { SlotFields } from './slot-fields.tsx';
import type { TypedSlot } from './slot-fields.tsx';
import { SlotSeats } from './slot-seats.tsx';
import { useWeek } from './use-timetable.ts';
import { sayGroups, sayWhen, weekOfView } from './week.ts';

const useSlotSay = createSayHook(slotTexts);

/** A slot that is not there yet has no id; it clashes with all of its time. */
const notYet = commandIdSchema.parse(`cm-${'z'.repeat(16)}`);

interface SlotPanelProps {
  /** Null for a new one. */
  readonly slot: CommandId | null;
  readonly at?: { readonly weekday: number; readonly begins: number };
  readonly onClose: () => void;
}

/** One slot: when, for whom, which groups, and learners' own seats in it ([TTB3], [TTB5]). */
export function SlotPanel({ slot, at, onClose }: SlotPanelProps) {
  const say = useSlotSay();
  const { slots } = useWeek();
  const { scopes } = usePerson();
  const may = useMay();
  const held = slots.find((each) => each.slot === slot);
  const mine = held === undefined || scopes.includes(held.scope);
  return (
    <section aria-label={say(slot === null ? 'new' : 'edit')}>
      <PanelHead screen={slot === null ? 'slot-new' : 'slot'} onClose={onClose}>
        <h2 className="learner-panel__title">{say(slot === null ? 'new' : 'edit')}</h2>
      </PanelHead>
      <div className="form timetable__form">
        {slot !== null && held === undefined && <p>{say('gone')}</p>}
        {(slot === null || held !== undefined) && may('timetable.change') && mine && (
          <SlotForm held={held} at={at} onClose={onClose} />
        )}
        {held !== undefined && (!may('timetable.change') || !mine) && <SlotWords held={held} />}
        {held !== undefined && mine && <SlotSeats slot={held} />}
      </div>
    </section>
  );
}

function SlotWords({ held }: { readonly held: WeekSlot }) {
  const say = useSlotSay();
  const language = useLanguage();
  const { groups } = useWeek();
  return (
    <>
      <p>{sayWhen(held, language)}</p>
      <p>{say(`scope.${held.scope}`)}</p>
      <p>{sayGroups(held.groups, groups, language)}</p>
    </>
  );
}

interface SlotFormProps {
  readonly held: WeekSlot | undefined;
  readonly at: SlotPanelProps['at'];
  readonly onClose: () => void;
}

const usualLength = 120;

function SlotForm({ held, at, onClose }: SlotFormProps) {
  const say = useSlotSay();
  const view = useWeek();
  const { scopes } = usePerson();
  const [seen, setSeen] = useState(held?.hubSeq ?? null);
  const [typed, setTyped] = useState<TypedSlot>(() => typedOf(held, at, scopes[0] ?? 'men'));
  const [done, setDone] = useState(false);
  const [removing, setRemoving] = useState(false);
  const change = useHubCommand(timetableCommands['timetable.slot']);
  const plan = slotPlanSchema.safeParse(typed);
  const clashes = plan.success
    ? clashesAt({ slot: held?.slot ?? notYet, ...plan.data }, weekOfView(view))
    : [];
  const save = async (next: TypedSlot | null) => {
    const slot = held?.slot ?? null;
    const saved = await change.run({ slot, expected: seen, plan: next });
    if (saved !== undefined) {
      if (slot === null || next === null) onClose();
      setDone(true);
    }
  };
  // What somebody else did meanwhile is told; what I chose stays, until I say again that I want it.
  const isOther = held !== undefined && held.hubSeq !== seen;
  // My own change comes back so, too.
  if (isOther && samePlan(held, typed)) setSeen(held.hubSeq);
  const edit = (next: TypedSlot) => {
    setDone(false);
    setTyped(next);
  };
  return (
    <>
      <SlotFields typed={typed} clashes={clashes} onChange={edit} />
      {!plan.success && typed.begins >= typed.ends && (
        <p className="timetable__clash">{say('clash.order')}</p>
      )}
      <ClashWords clashes={clashes} of={['learner-twice', 'seat-twice', 'seat-out', 'too-few']} />
      {isOther && (
        <Changed
          held={held}
          onSeen={() => {
            change.clearError();
            setSeen(held.hubSeq);
          }}
        />
      )}
      {change.error !== undefined && <CommandTrouble error={change.error} />}
      {done && <output className="groups__done">{say('done')}</output>}
      <Button
        icon={Save}
        label={say('save')}
        tone="next"
        disabled={!plan.success || isOther || change.pending || clashes.some(isRefused)}
        onPress={() => void save(typed)}
      />
      {held !== undefined && !removing && (
        <Button icon={Trash2} label={say('remove')} onPress={() => setRemoving(true)} />
      )}
      {removing && (
        <div className="form__question">
          <p>{say('remove.what')}</p>
          <Button
            icon={Trash2}
            label={say('remove.yes')}
            disabled={change.pending}
            onPress={() => void save(null)}
          />
          <Button icon={Save} label={say('remove.no')} first onPress={() => setRemoving(false)} />
        </div>
      )}
    </>
  );
}

/** What somebody else made of it while this was open ([TTB3]). */
function Changed({ held, onSeen }: { readonly held: WeekSlot; readonly onSeen: () => void }) {
  const say = useSlotSay();
  const language = useLanguage();
  const { groups } = useWeek();
  const [day = '', time = ''] = sayWhen(held, language).split(' ');
  const name = held.by === null ? say('changed.somebody') : inLanguage(held.by, language);
  return (
    <div className="form__question" role="alert">
      <p>
        {say('changed', {
          name,
          day,
          time,
          groups: sayGroups(held.groups, groups, language) || say('changed.nobody'),
        })}
      </p>
      <Button icon={Eye} label={say('changed.seen')} onPress={onSeen} />
    </div>
  );
}

function typedOf(
  held: WeekSlot | undefined,
  at: SlotPanelProps['at'],
  scope: TypedSlot['scope'],
): TypedSlot {
  if (held !== undefined) {
    const { weekday, begins, ends, groups } = held;
    return { weekday, begins, ends, scope: held.scope, groups };
  }
  const { weekday = 1, begins = 480 } = at ?? {};
  return { weekday, begins, ends: Math.min(begins + usualLength, 1440), scope, groups: [] };
}

function samePlan(held: WeekSlot, typed: TypedSlot): boolean {
  return JSON.stringify(typedOf(held, undefined, held.scope)) === JSON.stringify(typed);
}
