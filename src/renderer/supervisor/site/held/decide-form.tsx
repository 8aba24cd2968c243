import { ArrowLeft, Ban, CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import type { HeldAsk, HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import { quarantineCommands } from '../../../../shared/contracts/commands/quarantine-commands.ts';
import { givenReasons, mostDecided } from '../../../../shared/contracts/quarantine.ts';
import type { DecisionAnswer, DecisionKind } from '../../../../shared/contracts/quarantine.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import { Button } from '../../../ui/button.tsx';
import { useHubCommand } from '../../hub-command.ts';
import type { SecondPerson } from '../../hub-command.ts';
import { hasTwins, mayBe, reasonsFor, takesTwo, tally } from './held-groups.ts';
import type { Given } from './held-groups.ts';
import { Vouching } from './vouching.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';

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
  const [reason, setReason] = useState<Given>();
  const decide = useHubCommand(quarantineCommands['quarantine.decide']);
  const vouch = useHubCommand(quarantineCommands['quarantine.vouch']);
  const [answer, setAnswer] = useState<DecisionAnswer | null>(null);
  // The hub may know more than the list did when it came.
  const two = takesTwo(chosen) || decide.error?.code === 'permission.second';
  const choose = (next: DecisionKind | null) => {
    decide.clearError();
    vouch.clearError();
    setReason(undefined);
    setKind(next);
  };
  const carryOut = async (ask: Ask) => {
    const outcomes = await askInParts(chosen, ask);
    if (outcomes === undefined) return;
    setAnswer({ outcomes });
    choose(null);
    onDecided();
  };
  const give = async (given: Given) => {
    setReason(given);
    if (kind === null || (kind === 'release' && two)) return;
    await carryOut((contents) => decide.run({ kind, contents, reason: given }));
  };
  const sign = async (given: ReleaseReason, second: SecondPerson) =>
    carryOut((contents) => vouch.run({ contents, reason: given }, { second }));
  const vouching = kind === 'release' && two ? releaseReasonOf(reason) : undefined;
  if (state === 'decided' && chosen.length === 0 && answer === null) return null;
  return (
    <div className="held__decide">
      {answer !== null && <Came answer={answer} />}
      {kind === null || chosen.length === 0 ? (
        <Kinds
          chosen={chosen}
          onChoose={(next) => {
            setAnswer(null);
            choose(next);
          }}
        />
      ) : vouching !== undefined ? (
        <Vouching
          chosen={chosen}
          command={vouch}
          onSign={(second) => void sign(vouching, second)}
          onBack={() => choose(kind)}
        />
      ) : (
        <Reasons
          kind={kind}
          chosen={chosen}
          pending={decide.pending}
          failed={decide.error !== undefined}
          onGive={(given) => void give(given)}
          onBack={() => choose(null)}
        />
      )}
    </div>
  );
}

type Ask = (contents: string[]) => Promise<DecisionAnswer | undefined>;

/** An entry of the journal holds only so many; undefined where the hub did not carry out all of it. */
async function askInParts(chosen: readonly HeldItem[], ask: Ask) {
  const contents = chosen.map(({ content }) => content);
  const outcomes: DecisionAnswer['outcomes'] = [];
  for (let at = 0; at < contents.length; at += mostDecided) {
    const given = await ask(contents.slice(at, at + mostDecided));
    if (given === undefined) return undefined;
    outcomes.push(...given.outcomes);
  }
  return outcomes;
}

type ReleaseReason = (typeof givenReasons.release)[number];

function releaseReasonOf(reason: Given | undefined): ReleaseReason | undefined {
  return givenReasons.release.find((each) => each === reason);
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
  readonly onGive: (reason: Given) => void;
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
      <div className="held__reasons" {...screenNamed('held-why')}>
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
