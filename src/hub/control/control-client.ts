import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { ReanError } from '../../shared/errors.ts';
import { otherVersion } from './hub-command.ts';
import type { CommandCall, HubCommand } from './hub-command.ts';
import { socketName, withSocketPath } from './socket-path.ts';
import { answerLineSchema, commandPath } from './wire.ts';

/**
 * Has the hub that runs on a folder carry out a command; null when none runs there.
 * @throws ReanError what the command failed with; `hub.protocol` for a hub of another version;
 * `hub.unreachable` when it ended before it answered
 */
export async function askRunningHub<Input, Output>(
  folder: string,
  command: HubCommand<Input, Output>,
  input: Input,
  call: CommandCall,
): Promise<{ readonly output: Output } | null> {
  const response = await send(folder, commandPath(command.name), JSON.stringify(input), call);
  if (response === null) return null;
  const done = await readAnswer(folder, response, call);
  const output = command.output.safeParse(done);
  if (!output.success) throw otherVersion(command.name, output.error);
  return { output: output.data };
}

/** The answer's head; null where nobody listens: no socket, or one a killed hub left ([CTL3]). */
function send(
  folder: string,
  path: string,
  body: string,
  { signal }: CommandCall,
): Promise<IncomingMessage | null> {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  return withSocketPath(folder, socketName, (socketPath) => {
    return new Promise((resolve, reject) => {
      // No connection is kept for later: the short path may name another folder by then.
      const options = { socketPath, path, method: 'POST', headers, signal, agent: false };
      const sent = request(options, resolve);
      sent.once('error', (cause) => {
        if (isNobody(cause)) resolve(null);
        else reject(sendError(folder, cause));
      });
      sent.end(body);
    });
  });
}

/** Says the lines meant to be said, to the last, which says how it ended. */
async function readAnswer(
  folder: string,
  response: IncomingMessage,
  { say }: CommandCall,
): Promise<unknown> {
  try {
    for await (const text of createInterface({ input: response })) {
      const line = readLine(text);
      if ('say' in line) say(line.say);
      else if ('failed' in line) throw new ReanError(line.failed.code, line.failed.facts);
      else return line.done;
    }
  } catch (error) {
    if (error instanceof ReanError) throw error;
    throw new ReanError('hub.unreachable', { path: folder, problem: 'cut-off' }, error);
  }
  throw new ReanError('hub.unreachable', { path: folder, problem: 'cut-off' });
}

function readLine(text: string) {
  try {
    return answerLineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw otherVersion('answer', cause);
  }
}

function isNobody(error: Error): boolean {
  return 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED');
}

function sendError(folder: string, cause: Error): ReanError {
  const refused = 'code' in cause && cause.code === 'EACCES';
  const [code, problem] = refused
    ? (['config.invalid', 'EACCES'] as const)
    : (['hub.unreachable', 'cut-off'] as const);
  return new ReanError(code, { path: folder, problem }, cause);
}
