import { useCallback, useEffect, useState } from 'react';
import type * as z from 'zod';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { asReanError } from '../../shared/errors.ts';
import type { ReanError } from '../../shared/errors.ts';
import { useStation, useStream } from './station.ts';

/** How long after an answer that did not come it is asked again where the hub is there, ms. */
const againAfterMs = 2_000;
/** What passes by itself: whoever waits for the answer has nothing to press. */
const passing: readonly string[] = ['hub.away', 'hub.busy'];

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
 * Asks the hub as soon as it is shown, whenever the input changes, and again once a hub that was away is
 * back: a command that only tells. What was there stays beside a later failure.
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
    const tell = (what: Partial<Omit<Told<z.output<Output>>, 'asked' | 'times'>>) => {
      if (asking.signal.aborted) return;
      setTold((before) => ({
        answer: before?.asked === asked ? before.answer : undefined,
        error: undefined,
        ...what,
        asked,
        times,
      }));
    };
    station.call('hub.command', { type, input: JSON.parse(asked), reason: null }).then(
      (answer) => tell({ answer: output.parse(answer) }),
      (error: unknown) => tell({ error: asReanError(error) }),
    );
    return () => asking.abort();
  }, [station, type, output, asked, times]);
  const again = useCallback(() => setTimes((before) => before + 1), []);
  const heard = told?.asked === asked ? told : undefined;
  const hubThere = useStream('status', undefined).value?.hubReachable === true;
  const missed = heard?.times === times && passing.includes(heard.error?.code ?? '');
  useEffect(() => {
    if (!hubThere || !missed) return undefined;
    const next = setTimeout(again, againAfterMs);
    return () => clearTimeout(next);
  }, [hubThere, missed, again]);
  return { answer: heard?.answer, error: heard?.error, again };
}
