import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ReanError, asReanError } from '../../shared/errors.ts';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  StationClient,
  StreamInput,
  StreamName,
  StreamOutput,
  WindowContract,
} from './station-client.ts';

/** What a stream has said so far: nothing yet, its newest value, or why it can't say more. */
export interface Heard<T> {
  readonly value: T | undefined;
  readonly error: ReanError | undefined;
}

/** A command with its state: `run` never rejects, it leaves its failure in `error`. */
export interface Command<Input, Output> {
  run(input: Input): Promise<Output | undefined>;
  readonly pending: boolean;
  readonly error: ReanError | undefined;
  clearError(): void;
}

interface Asking {
  readonly pending: boolean;
  readonly error: ReanError | undefined;
}
const quiet: Asking = { pending: false, error: undefined };

/** React hooks for one window kind. Call once per window, at module level. */
export function createStationHooks<C extends WindowContract>() {
  const Context = createContext<StationClient<C> | null>(null);

  function StationProvider(props: {
    readonly client: StationClient<C>;
    readonly children: ReactNode;
  }) {
    return <Context value={props.client}>{props.children}</Context>;
  }

  function useStation(): StationClient<C> {
    const client = useContext(Context);
    if (client === null) throw new ReanError('unexpected', { missing: 'StationProvider' });
    return client;
  }

  /** Follows a stream for as long as the component is shown. `input` is compared by its JSON. */
  function useStream<N extends StreamName<C>>(
    name: N,
    input: StreamInput<C, N>,
  ): Heard<StreamOutput<C, N>> {
    const station = useStation();
    const asked = useSteady(input);
    const stream = useMemo(() => station.observe(name, asked), [station, name, asked]);
    const [last, setLast] = useState<{ stream: unknown; heard: Heard<StreamOutput<C, N>> }>();
    useEffect(() => {
      const subscription = stream.subscribe({
        next: (value) => setLast({ stream, heard: { value, error: undefined } }),
        error: (error: unknown) =>
          setLast({ stream, heard: { value: undefined, error: asReanError(error) } }),
      });
      return () => subscription.unsubscribe();
    }, [stream]);
    // What another stream said last is not this one's.
    return last?.stream === stream ? last.heard : nothingHeard;
  }

  function useCommand<N extends CommandName<C>>(
    name: N,
  ): Command<CommandInput<C, N>, CommandOutput<C, N>> {
    const station = useStation();
    const [asking, setAsking] = useState(quiet);
    return {
      ...asking,
      clearError: () => setAsking(quiet),
      async run(input) {
        setAsking({ pending: true, error: undefined });
        try {
          const output = await station.call(name, input);
          setAsking(quiet);
          return output;
        } catch (error) {
          setAsking({ pending: false, error: asReanError(error) });
          return undefined;
        }
      },
    };
  }

  return { StationProvider, useStation, useStream, useCommand };
}

/** The same object for as long as its JSON is the same, whatever identity each render gives it. */
function useSteady<T>(value: T): T {
  const [steady, setSteady] = useState(() => value);
  if (JSON.stringify(steady) === JSON.stringify(value)) return steady;
  setSteady(() => value);
  return value;
}

const nothingHeard = { value: undefined, error: undefined };
