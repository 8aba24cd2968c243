import { useState } from 'react';
import {
  learnerCommands,
  mostFirst,
} from '../../../../shared/contracts/commands/learner-commands.ts';
import type { LearnerCard } from '../../../../shared/contracts/ipc/views.ts';
import type { SignInForm } from '../../../../shared/contracts/sign-in.ts';
import type { ReanError } from '../../../../shared/errors.ts';
import { useStay } from '../../desk/stay.tsx';
import { useHubCommand } from '../../hub-command.ts';

/** A learner with the number that opens their first sign-in. */
export interface Numbered {
  readonly learner: LearnerCard;
  readonly number: string;
}

/** Who is to be given a number. */
export interface AskedFirst {
  readonly learners: readonly LearnerCard[];
  readonly form: SignInForm;
  /** Also to those who have one that was not used. */
  readonly anew: boolean;
}

/** A list of numbers, as far as it goes. */
interface NumberList extends AskedFirst {
  readonly given: readonly Numbered[];
  /** About whom nothing was done. */
  readonly left: readonly LearnerCard[];
}

export interface FirstSignIns {
  /** Null until it is asked for, and again once it was seen. */
  readonly list: NumberList | null;
  readonly running: boolean;
  /** Why it stopped before its end; {@link goOn} gives the rest. */
  readonly error: ReanError | undefined;
  begin(asked: AskedFirst): void;
  goOn(): void;
  seen(): void;
}

/**
 * Numbers for many, command by command. Each is told once, so the list stays until it was seen, whatever becomes of
 * the group meanwhile ([SGN13]).
 */
export function useFirstSignIns(): FirstSignIns {
  const [list, setList] = useState<NumberList | null>(null);
  const [running, setRunning] = useState(false);
  const command = useHubCommand(learnerCommands['sign-in.first']);
  useStay(list !== null);
  const give = async (from: NumberList) => {
    let now = from;
    setRunning(true);
    for (let part = nextPart(now); part.length > 0; part = nextPart(now)) {
      const told = await command.run({
        learners: part.map(({ learner }) => learner),
        form: now.form,
        taken: now.given.map(({ number }) => number),
        anew: now.anew,
      });
      if (told === undefined) break;
      now = withTold(now, part, told.given);
      setList(now);
    }
    setRunning(false);
  };
  const begin = (asked: AskedFirst) => {
    const empty = { ...asked, given: [], left: [] };
    setList(empty);
    void give(empty);
  };
  return {
    list,
    running,
    error: running ? undefined : command.error,
    begin,
    goOn: () => void (list && give(list)),
    seen: () => setList(null),
  };
}

function nextPart({ learners, given, left }: NumberList): readonly LearnerCard[] {
  const done = given.length + left.length;
  return learners.slice(done, done + mostFirst);
}

function withTold(
  list: NumberList,
  part: readonly LearnerCard[],
  told: readonly { readonly learner: string; readonly number: string }[],
): NumberList {
  const numbers = new Map(told.map(({ learner, number }) => [learner, number]));
  const given = part.flatMap((learner) => {
    const number = numbers.get(learner.learner);
    return number === undefined ? [] : [{ learner, number }];
  });
  const left = part.filter(({ learner }) => !numbers.has(learner));
  return { ...list, given: [...list.given, ...given], left: [...list.left, ...left] };
}
