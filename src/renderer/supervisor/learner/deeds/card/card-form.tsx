import { Check, FileDown, IdCard } from 'lucide-react';
import { useState } from 'react';
import { cardPage } from '../../../../../domain/print/card-page.ts';
import {
  learnerCommands,
  mostCards,
} from '../../../../../shared/contracts/commands/learner-commands.ts';
import { inNameOrder } from '../../../../../shared/khmer/collation.ts';
import { createSayHook } from '../../../../i18n/language.tsx';
import { cardTexts } from '../../../../i18n/texts/supervisor/card.ts';
import { Button } from '../../../../ui/button.tsx';
import { PrintIt } from '../../../saving/print-it.tsx';
import { SavingWords } from '../../../saving/saving-words.tsx';
import { useSaving } from '../../../saving/use-saving.ts';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { Choice } from '../../../form/choice.tsx';
import { useHubCommand } from '../../../hub-command.ts';
import { useStream } from '../../../station.ts';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';
import { printedDrawings, printedTile, printedTileStyle } from '../../printed-tiles.tsx';

const useCardSay = createSayHook(cardTexts);
type Whose = 'one' | 'group';

/** Cards to find one's tile by: this learner's, or everybody's in the group ([CRD1]). */
function CardForm({ row, onDone }: DeedFormProps) {
  const say = useCardSay();
  const [whose, setWhose] = useState<Whose>('one');
  const group = useGroup(row.learner.group);
  const ask = useHubCommand(learnerCommands['card.print']);
  const saving = useSaving('cards');
  const pending = ask.pending || saving.pending;
  const make = async (way: 'page' | 'print') => {
    const learners = whose === 'one' ? [row.learner.learner] : group;
    const answer = await ask.run({ learners });
    if (answer === undefined) return;
    const { cards } = answer;
    const drawings = printedDrawings(cards.map(({ tile }) => tile));
    const faces = cards.map(({ name, card, tile }) => ({ name, card, tile: printedTile(tile) }));
    const html = cardPage(faces, { style: printedTileStyle, drawings });
    await saving[way](whose === 'one' ? 'card' : 'cards', html);
  };
  return (
    <div className="form">
      <p>{say('what')}</p>
      <Choice
        label={say('whose')}
        options={[
          { value: 'one', label: say('whose.one') },
          { value: 'group', label: say('whose.group', { count: group.length }) },
        ]}
        value={whose}
        onChange={setWhose}
      />
      <p className="form__soft">{say('noted')}</p>
      {ask.error !== undefined && <CommandTrouble error={ask.error} />}
      <SavingWords saving={saving} left={say('left')} saved={(file) => say('saved', { file })} />
      <Button
        icon={FileDown}
        label={say(pending ? 'making' : 'make')}
        tone="next"
        disabled={pending}
        onPress={() => void make('page')}
      />
      <PrintIt saving={saving} disabled={pending} onPress={() => void make('print')} />
      {saving.came !== undefined && <Button icon={Check} label={say('close')} onPress={onDone} />}
    </div>
  );
}

/** Who is in the group now and may sign in, by their names. */
function useGroup(group: string) {
  const rows = useStream('learners', undefined).value?.learners ?? [];
  const open = rows
    .filter(({ learner, disabled }) => learner.group === group && !disabled)
    .map(({ learner }) => learner);
  return inNameOrder(open, ({ name }) => name.km)
    .map(({ learner }) => learner)
    .slice(0, mostCards);
}

export const cardDeed: LearnerDeed = {
  screen: 'deed-card',
  action: 'card.print',
  icon: IdCard,
  label: cardTexts.title,
  fits: ({ row }) => !row.disabled,
  Form: CardForm,
};
