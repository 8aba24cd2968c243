import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SetupError } from './setup-error.ts';
import { cookieBytes, xAuthority } from './x-authority.ts';

export interface ScreenSize {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

export interface VirtualDisplay {
  /** For the environment of what shall draw there. */
  readonly environment: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  /** Ends the X server and whatever draws there. Resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Runs the server as long as our end of its standard input is open, so that it
 * never outlives us, kill -9 included. Ctrl-C and a closed terminal pass it by:
 * the app drawing there ends first, in its own time.
 * $1 is the folder to clear, $2 the server's program; the rest are its arguments.
 */
const keeper = `
trap '' INT HUP
folder=$1
shift
"$@" </dev/null &
exec 3>&-
cat >/dev/null
kill $! 2>/dev/null
wait $!
rm -rf "$folder"
`;

const startLimitMs = 20_000;
const keptErrors = 2_000;

function displayFailed(reason: string): SetupError {
  return new SetupError('display-failed', {
    happened: `The virtual display did not start (${reason}).`,
    means: 'There is nowhere to open the windows on this machine.',
    next: 'See that Xvfb is installed (`npm run runtime -- --xvfb` names what lacks), or start on a machine with a screen.',
  });
}

async function readAll(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) return '';
  let text = '';
  for await (const chunk of stream) text = (text + String(chunk)).slice(-keptErrors);
  return text.trim();
}

async function readLine(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) return '';
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}

/** The server writes its number on descriptor 3 when it is ready. */
async function displayNumber(child: ChildProcess): Promise<string> {
  const complaint = readAll(child.stderr);
  const limit = setTimeout(() => child.stdin?.end(), startLimitMs);
  const said = await readLine(child.stdio[3]);
  clearTimeout(limit);
  if (/^\d+$/.test(said)) return said;
  child.stdin?.end();
  throw displayFailed((await complaint) || 'it gave no display number');
}

/**
 * Starts a private X server without a screen on a display number nobody uses.
 *
 * @param program the X server; another one only in tests
 * @throws SetupError `display-failed`
 */
export function startXvfb(size: ScreenSize, program = 'Xvfb'): Promise<VirtualDisplay> {
  return startXServer(program, ['-screen', '0', `${size.width}x${size.height}x24`]);
}

/**
 * The same with an X server and words of the caller's.
 *
 * @throws SetupError `display-failed`
 */
export async function startXServer(
  program: string,
  words: readonly string[],
): Promise<VirtualDisplay> {
  const folder = await mkdtemp(join(tmpdir(), 'rean-xvfb-'));
  const authority = join(folder, 'Xauthority');
  await writeFile(authority, xAuthority(randomBytes(cookieBytes)), { mode: 0o600 });
  const closed = ['-nolisten', 'tcp', '-auth', authority];
  const child = spawn(
    'sh',
    ['-c', keeper, 'rean-xvfb', folder, program, '-displayfd', '3', ...words, ...closed],
    {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      // Out of our process group: an X server takes Ctrl-C for its own end, whatever its parent ignores.
      detached: true,
    },
  );
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const number = await displayNumber(child);
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    await gone;
  };
  return { environment: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop };
}
