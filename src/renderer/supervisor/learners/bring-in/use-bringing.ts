import { useState } from 'react';
import { learnerCommands } from '../../../../shared/contracts/commands/learner-commands.ts';
import type { ReanError } from '../../../../shared/errors.ts';
import { useStay } from '../../desk/stay.tsx';
import { useHubCommand } from '../../hub-command.ts';
import type { Batch } from './batches.ts';

/** How far a list has been brought in. */
export interface Brought {
  /** Commands the hub has carried out, of how many. */
  readonly batches: number;
  readonly of: number;
  /** Rows of those commands, of how many. */
  readonly rows: number;
  readonly ofRows: number;
  readonly added: number;
  readonly changed: number;
}

interface Bringing {
  readonly brought: Brought | null;
  readonly running: boolean;
  /** Why it stopped: the same again goes on where it stopped. */
  readonly error: ReanError | undefined;
  bring(batches: readonly Batch[], reason: string | null): Promise<void>;
}

/**
 * Brings a list in, command by command. One that failed is sent again, and does nothing twice: who is
 * here by then is left as they are ([IMP3]).
 */
export function useBringing(): Bringing {
  const [brought, setBrought] = useState<Brought | null>(null);
  const [running, setRunning] = useState(false);
  const command = useHubCommand(learnerCommands['learner.import']);
  useStay(running);
  const bring = async (batches: readonly Batch[], reason: string | null) => {
    let sum = brought ?? nothingYet(batches);
    setBrought(sum);
    setRunning(true);
    for (const batch of batches.slice(sum.batches)) {
      const told = await command.run(batch, reason === null ? {} : { reason });
      if (told === undefined) break;
      sum = {
        ...sum,
        batches: sum.batches + 1,
        rows: sum.rows + rowsIn(batch),
        added: sum.added + told.added.length,
        changed: sum.changed + told.changed,
      };
      setBrought(sum);
    }
    setRunning(false);
  };
  return { brought, running, error: command.error, bring };
}

const rowsIn = ({ added, changed }: Batch) => added.length + changed.length;

function nothingYet(batches: readonly Batch[]): Brought {
  const ofRows = batches.reduce((sum, batch) => sum + rowsIn(batch), 0);
  return { batches: 0, of: batches.length, rows: 0, ofRows, added: 0, changed: 0 };
}
