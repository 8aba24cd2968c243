import { BookOpen, LogOut } from 'lucide-react';
import { useState } from 'react';
import type { LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Tile } from '../../ui/tile.tsx';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import './sign-out-button.css';

/** My tile: who is signed in, and the way out, with a second step. */
export function SignOutButton({ learner }: { readonly learner: LearnerCard }) {
  const say = useSay();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="me" onClick={() => setAsking(true)}>
        <Tile tile={learner.tile} />
        <span className="me__words">
          <span className="me__name">{inLanguage(learner.name, language)}</span>
          <span className="me__out">
            <LogOut aria-hidden="true" />
            {say('out.button')}
          </span>
        </span>
      </button>
      {asking && <SignOutDialog learner={learner} onStay={() => setAsking(false)} />}
    </>
  );
}

function SignOutDialog(props: { readonly learner: LearnerCard; readonly onStay: () => void }) {
  const say = useSay();
  const end = useCommand('sitting.end');
  return (
    <Dialog screen="sign-out" title={say('out.question')} onClose={props.onStay}>
      <div className="sign-out">
        <Tile tile={props.learner.tile} />
        <p>{say('out.safe')}</p>
      </div>
      {end.error !== undefined && <ErrorNotice error={end.error} />}
      <div className="sign-out__buttons">
        <Button
          icon={LogOut}
          label={say('out.yes')}
          disabled={end.pending}
          onPress={() => void end.run({ reason: 'learner' })}
        />
        <Button icon={BookOpen} label={say('out.no')} tone="next" first onPress={props.onStay} />
      </div>
    </Dialog>
  );
}
