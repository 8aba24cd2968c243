import type { ElectronProgram } from '../../src/cli/lab/electron-program.ts';
import type { Semver } from '../../src/shared/ids.ts';
import type { BenchLab } from './station/bench-lab.ts';

/** What every part works with. */
export interface Bench {
  /** Folder of our `package.json`. */
  readonly root: string;
  /** A folder of this run's own; gone when it is over. */
  readonly folder: string;
  /** Repetitions. */
  readonly runs: number;
  /** So many events instead of a part's own number; null for that. */
  readonly events: number | null;
  /** Size of the pack that is installed and fetched, MB. */
  readonly megabytes: number;
  readonly appVersion: Semver;
  readonly electron: ElectronProgram;
  /** For processes that open windows: a virtual screen of this run's own. */
  readonly environment: NodeJS.ProcessEnv;
  /** The practice lab, made and its hub started when first asked for. */
  lab(): Promise<BenchLab>;
  /** Tells a person what goes on. */
  say(line: string): void;
}
