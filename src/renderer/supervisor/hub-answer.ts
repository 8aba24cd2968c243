import { useEffect, useState } from 'react';
import type * as z from 'zod';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { asReanError } from '../../shared/errors.ts';
import type { ReanError } from '../../shared/errors.ts';
import { useStation } from './station.ts';

/** What the hub answered to a question; what was there stays while it is asked once more. */
export interface HubAnswer<Output> {
  readonly answer: Output | undefined;
  readonly error: ReanError | undefined;
  /** Asks once more, after a change. */
  again(): void;
}

interface Told<Output> extends Pick<HubAnswer<Output>, 'answer' | 'error'> {
  /** What this answers, and which time of asking. */
  readonly asked: string;
  readonly times: number;
}

/**
 * Asks the hub as soon as it is shown, and whenever the input changes: a command that only tells.
 * @param input compared by its JSON
 */
export function useHubAnswer<Input extends z.ZodType, Output extends z.ZodType>(
  { type, output }: CommandContract<Input, Output>,
  input: z.input<Input>,
): HubAnswer<z.output<Output>> {
  const station = useStation();
  const [times, setTimes] = useState(0);
  const [told, setTold] = useState<Told<z.output<Output>>>();
  const asked = JSON.stringify(input);
  useEffect(() => {
    const asking = new AbortController();
    const tell = (what: Omit<Told<z.output<Output>>, 'asked' | 'times'>) => {
      if (!asking.signal.aborted) setTold({ asked, times, ...what });
    };
    station.call('hub.command', { type, input: JSON.parse(asked), reason: null }).then(
      (answer) => tell({ answer: output.parse(answer), error: undefined }),
      (error: unknown) => tell({ answer: undefined, error: asReanError(error) }),
    );
    return () => asking.abort();
  }, [station, type, output, asked, times]);
  const again = () => setTimes((before) => before + 1);
  const heard = told?.asked === asked ? told : undefined;
  return { answer: heard?.answer, error: heard?.error, again };
}
