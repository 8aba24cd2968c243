import { UsersRound } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';

const useLearnersSay = createSayHook(learnersTexts);

/** Nobody fits what was typed, and the way back to all. */
export function NoneFound(props: { readonly typed: string; readonly onAll: () => void }) {
  const say = useLearnersSay();
  return (
    <Empty
      screen="learners-none"
      drawing="lamp"
      title={say('none.title', { words: props.typed.trim() })}
      advice={say('none.do')}
    >
      <Button icon={UsersRound} label={say('none.all')} onPress={props.onAll} />
    </Empty>
  );
}
