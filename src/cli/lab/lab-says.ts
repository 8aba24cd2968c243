import type { DemoSignIns } from '../../hub/demo/demo-site.ts';
import type { Ending } from './piece.ts';

/** Everything the lab tells the person at the terminal; nothing here does anything. */

const nameOf = ({ km, en }: { readonly km: string; readonly en?: string | undefined }) =>
  en === undefined ? km : `${km} (${en})`;

/** Who can sign in, and how: made up for this practice lab when it was set up. */
export function signInLines({ learners, staff }: DemoSignIns): readonly string[] {
  return [
    'Learners: touch the group, the tile, then four pictures in this order.',
    ...learners.map(
      ({ name, tile, code }) =>
        `  ${nameOf(name)}: tile ${tile.picture} on ${tile.colour}; ${code.join(', ')}`,
    ),
    'Staff: sign in at the supervisor window with this passphrase; the technician at a station, too, where both Shift keys are held for five seconds.',
    ...staff.map(({ name, role, passphrase }) => `  ${nameOf(name)}, ${role}: ${passphrase}`),
  ];
}

export interface Running {
  readonly folder: string;
  readonly hubUrl: string;
  readonly pieces: readonly { readonly name: string; readonly pid: number }[];
}

export function runningLines({ folder, hubUrl, pieces }: Running): readonly string[] {
  return [
    `The lab is running. Hub: ${hubUrl} (health: ${hubUrl}/healthz)`,
    `Data: ${folder}  (logs in ${folder}/logs; kept for the next start)`,
    `Processes: ${pieces.map(({ name, pid }) => `${name} ${pid}`).join(', ')}`,
    'To stop: Ctrl-C here, or close the windows. To begin anew: npm start -- --reset',
    'To see it survive: kill -9 any of these processes, then type its name here and Enter to start it again.',
  ];
}

const howEnded = (ending: Ending): string => {
  if (ending.kind === 'closed') return 'was closed';
  return ending.kind === 'killed'
    ? `was killed (${ending.signal})`
    : `ended with code ${ending.code}`;
};

/** What it means when one process ended and the others go on. */
export function endedLine(name: string, ending: Ending, lastWords: string): string {
  const means =
    name === 'hub'
      ? 'The stations go on by themselves and keep everything.'
      : 'Every answer it acknowledged is kept.';
  const why = ending.kind === 'failed' ? ` It said: ${lastWords}` : '';
  return `${name} ${howEnded(ending)}.${why} ${means} To start it again, type: ${name}`;
}
