import { exitToRestart } from '../../sync/machine/power.ts';
import { startPiece } from './piece.ts';
import type { Ending, Piece, PieceCommand } from './piece.ts';

export interface LabRun {
  /** What runs now. */
  pieces(): readonly { readonly name: string; readonly pid: number }[];
  /** Starts a piece that has ended; says so when it is unknown or still running. */
  startAgain(name: string): Promise<'started' | 'running' | 'unknown'>;
  /** Stops everything, windows first so that they still reach their hub. */
  stop(): Promise<void>;
  /** Resolves when the last window was closed, by hand or by `stop`. */
  readonly over: Promise<void>;
}

interface LabRunNeeds {
  readonly hub: PieceCommand;
  readonly stations: readonly PieceCommand[];
  /** Told whenever a piece ends that nobody stopped. */
  onEnded(name: string, ending: Ending): void;
}

/**
 * Runs the lab's processes. Nothing is restarted by itself: in a real lab systemd does that, here a
 * person wants to see what is gone ([RUN4]); but what staff had start anew does.
 */
export async function runLab({ hub, stations, onEnded }: LabRunNeeds): Promise<LabRun> {
  const commands = new Map([hub, ...stations].map((command) => [command.name, command]));
  const running = new Map<string, Piece>();
  let finish = () => {};
  const over = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let stopping = false;

  const hasEnded = async (name: string, ending: Ending) => {
    running.delete(name);
    if (stopping) return;
    const again = commands.get(name);
    if (again && ending.kind === 'failed' && ending.code === exitToRestart) return start(again);
    const windowsLeft = stations.some((station) => running.has(station.name));
    if (name !== hub.name && ending.kind === 'closed' && !windowsLeft) finish();
    else onEnded(name, ending);
  };

  const watch = async ({ name, ended }: Piece) => hasEnded(name, await ended);

  const start = async (command: PieceCommand) => {
    const piece = await startPiece(command);
    running.set(piece.name, piece);
    // It was on its way up while everything was told to stop.
    if (stopping) return piece.stop();
    void watch(piece);
  };

  for (const command of commands.values()) await start(command);
  return {
    pieces: () => [...running.values()].map(({ name, pid }) => ({ name, pid })),
    async startAgain(name) {
      const command = commands.get(name);
      if (command === undefined) return 'unknown';
      if (running.has(name)) return 'running';
      await start(command);
      return 'started';
    },
    async stop() {
      stopping = true;
      const windows = stations.flatMap(({ name }) => running.get(name) ?? []);
      await Promise.all(windows.map((piece) => piece.stop()));
      await running.get(hub.name)?.stop();
      finish();
    },
    over,
  };
}
