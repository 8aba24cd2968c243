import { ArrowLeft, Ban, CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import type { HeldAsk, HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import { quarantineCommands } from '../../../../shared/contracts/commands/quarantine-commands.ts';
import { mostDecided } from '../../../../shared/contracts/quarantine.ts';
import type { DecisionAnswer, DecisionKind } from '../../../../shared/contracts/quarantine.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import { Button } from '../../../ui/button.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { hasTwins, mayBe, reasonsFor, tally } from './held-groups.ts';

const useHeldSay = createSayHook(heldTexts);
const icons = { release: CircleCheckBig, reject: Ban } as const;

interface DecideFormProps {
  readonly state: HeldAsk['state'];
  readonly chosen: readonly HeldItem[];
  readonly onDecided: () => void;
}

/** What to do with the chosen ones: first what, then why. */
export function DecideForm({ state, chosen, onDecided }: DecideFormProps) {
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const decide = useHubCommand(quarantineCommands['quarantine.decide']);
  const [answer, setAnswer] = useState<DecisionAnswer | null>(null);
  const give = async (reason: string) => {
    if (kind === null) return;
    const contents = chosen.map(({ content }) => content);
    const outcomes: DecisionAnswer['outcomes'] = [];
    for (let at = 0; at < contents.length; at += mostDecided) {
      const some = contents.slice(at, at + mostDecided);
      const given = await decide.run({ kind, contents: some, reason });
      if (given === undefined) return;
      outcomes.push(...given.outcomes);
    }
    setAnswer({ outcomes });
    setKind(null);
    onDecided();
  };
  const start = (next: DecisionKind) => {
    setAnswer(null);
    decide.clearError();
    setKind(next);
  };
  if (state === 'decided' && chosen.length === 0 && answer === null) return null;
  return (
    <div className="held__decide">
      {answer !== null && <Came answer={answer} />}
      {kind === null || chosen.length === 0 ? (
        <Kinds chosen={chosen} onChoose={start} />
      ) : (
        <Reasons
          kind={kind}
          chosen={chosen}
          pending={decide.pending}
          failed={decide.error !== undefined}
          onGive={(reason) => void give(reason)}
          onBack={() => setKind(null)}
        />
      )}
    </div>
  );
}

interface KindsProps {
  readonly chosen: readonly HeldItem[];
  readonly onChoose: (kind: DecisionKind) => void;
}

function Kinds({ chosen, onChoose }: KindsProps) {
  const say = useHeldSay();
  const may = mayBe(chosen);
  if (chosen.length === 0) return <p>{say('choose-first')}</p>;
  return (
    <>
      <p>{say('chosen', { count: chosen.length })}</p>
      {!may.release && <p>{say(hasTwins(chosen) ? 'cannot-both' : 'cannot-release')}</p>}
      <div className="held__kinds">
        {(['release', 'reject'] as const).map((kind) => (
          <Button
            key={kind}
            icon={icons[kind]}
            label={say(kind)}
            disabled={!may[kind]}
            onPress={() => onChoose(kind)}
          />
        ))}
      </div>
    </>
  );
}

interface ReasonsProps {
  readonly chosen: readonly HeldItem[];
  readonly kind: DecisionKind;
  readonly pending: boolean;
  readonly failed: boolean;
  readonly onGive: (reason: string) => void;
  readonly onBack: () => void;
}

/** One press gives the reason and decides. */
function Reasons({ kind, chosen, pending, failed, onGive, onBack }: ReasonsProps) {
  const say = useHeldSay();
  return (
    <>
      <p>{say(`will.${kind}`)}</p>
      <h3>{say(`why.${kind}`)}</h3>
      {failed && <p role="alert">{say('failed')}</p>}
      <div className="held__reasons">
        {reasonsFor(kind, chosen).map((reason, place) => (
          <Button
            key={reason}
            icon={icons[kind]}
            label={say(`given.${reason}`)}
            disabled={pending}
            first={place === 0}
            onPress={() => onGive(reason)}
          />
        ))}
        <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
      </div>
      <p className="held__soft">{say('signed')}</p>
    </>
  );
}

/** The button that had the keyboard is gone with its question. */
const focusOnce = (came: HTMLElement | null) => came?.focus();

/** What the decision came to. */
function Came({ answer }: { readonly answer: DecisionAnswer }) {
  const say = useHeldSay();
  return (
    <output className="held__came" tabIndex={-1} ref={focusOnce}>
      {[...tally(answer)].map(([told, count]) => (
        <span key={told}>{say(`outcome.${told}`, { count })}</span>
      ))}
    </output>
  );
}
