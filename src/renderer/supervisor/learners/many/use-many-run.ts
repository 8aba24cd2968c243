import { useState } from 'react';
import { cardPage } from '../../../../domain/print/card-page.ts';
import {
  learnerCommands,
  mostCards,
} from '../../../../shared/contracts/commands/learner-commands.ts';
import { manyCommands } from '../../../../shared/contracts/commands/many-commands.ts';
import { mostAtOnce } from '../../../../shared/contracts/many-learners.ts';
import type { ManyDeed, ManyJudged } from '../../../../shared/contracts/many-learners.ts';
import type { ReanError } from '../../../../shared/errors.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { useStay } from '../../desk/stay.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { printedDrawings, printedTile, printedTileStyle } from '../../learner/printed-tiles.tsx';
import { useSaving } from '../../saving/use-saving.ts';
import { begun, nextPart, withPart } from './parts-of.ts';
import type { ManySoFar } from './parts-of.ts';

/** What is done command by command; numbers are given otherwise, as they are told once. */
export type RunDeed = Exclude<ManyDeed, { deed: 'numbers' }>;
type Part = readonly LearnerId[];

export interface ManyRun {
  /** Null until it is begun. */
  readonly soFar: ManySoFar | null;
  readonly running: boolean;
  /** Why it stopped before its end, if something failed. */
  readonly error: ReanError | undefined;
  /** Begins, or goes on where it stopped: what is so already is left as it is ([LST3]). */
  go(deed: RunDeed, learners: Part, reason: string | null): Promise<void>;
}

/** Does something about many, so many in a command that neither window nor hub is held up. */
export function useManyRun(): ManyRun {
  const [soFar, setSoFar] = useState<ManySoFar | null>(null);
  const [running, setRunning] = useState(false);
  const { step, error } = useStep();
  useStay(running);
  const go = async (deed: RunDeed, learners: Part, reason: string | null) => {
    let now = soFar ?? begun(learners);
    setSoFar(now);
    setRunning(true);
    const most = deed.deed === 'cards' ? mostCards : mostAtOnce;
    for (let part = nextPart(now, most); part.length > 0; part = nextPart(now, most)) {
      const told = await step(deed, part, reason);
      if (told === undefined) break;
      now = withPart(now, part, told);
      setSoFar(now);
    }
    setRunning(false);
  };
  return { soFar, running, error: running ? undefined : error, go };
}

/** One command's worth of a deed; undefined where it was not done, or the person stopped it. */
function useStep() {
  const enrol = useHubCommand(learnerCommands['course.enrol']);
  const move = useHubCommand(manyCommands['learners.move']);
  const close = useHubCommand(manyCommands['learners.close']);
  const cards = useCards();
  const step = async (
    deed: RunDeed,
    part: Part,
    reason: string | null,
  ): Promise<ManyJudged | undefined> => {
    const learners = [...part];
    const why = reason === null ? {} : { reason };
    switch (deed.deed) {
      case 'enrol': {
        const { courses, active } = deed;
        const done = await enrol.run({ learners, courses, active });
        return done && { done: learners, left: [] };
      }
      case 'move':
        return move.run({ learners, group: deed.group, misfits: deed.misfits }, why);
      case 'close':
        return close.run({ learners }, why);
      case 'cards':
        return cards.make(learners);
    }
  };
  return { step, error: enrol.error ?? move.error ?? close.error ?? cards.error };
}

/** A sheet of cards, put where the person says. */
function useCards() {
  const ask = useHubCommand(learnerCommands['card.print']);
  const saving = useSaving('cards');
  const make = async (learners: LearnerId[]): Promise<ManyJudged | undefined> => {
    const answer = await ask.run({ learners });
    if (answer === undefined) return undefined;
    const { cards } = answer;
    const drawings = printedDrawings(cards.map(({ tile }) => tile));
    const faces = cards.map(({ name, card, tile }) => ({ name, card, tile: printedTile(tile) }));
    const html = cardPage(faces, { style: printedTileStyle, drawings });
    const came = await saving.page('cards', html);
    return came === undefined || came.saved === null ? undefined : { done: learners, left: [] };
  };
  return { make, error: ask.error ?? saving.error };
}
