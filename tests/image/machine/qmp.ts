import { createConnection } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';

const answerSchema = z.looseObject({
  return: z.unknown().optional(),
  error: z.looseObject({ desc: z.string() }).optional(),
  event: z.string().optional(),
});

/** QEMU's monitor: keys, screenshots, the switch. */
export interface Monitor {
  /** Gives a command and waits for its answer. */
  ask(command: string, given?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** How often the machine was started anew by itself. */
  resets(): number;
  /** Has QEMU end. */
  quit(): void;
  close(): void;
}

/** Connects once the socket is there; a machine that is starting has none yet. */
export async function connectWhenThere(path: string, deadlineMs: number): Promise<Socket> {
  const until = performance.now() + deadlineMs;
  for (;;) {
    try {
      return await new Promise<Socket>((resolve, reject) => {
        const socket = createConnection(path, () => resolve(socket));
        socket.once('error', reject);
      });
    } catch (error) {
      if (performance.now() > until) throw error;
      await wait(100);
    }
  }
}

/** Hears lines until the machine is off, which is no fault, however abruptly it comes. */
export function linesOf(socket: Socket, hear: (line: string) => void): void {
  const lines = createInterface({ input: socket });
  lines.on('line', hear);
  for (const ended of [socket, lines]) ended.on('error', () => lines.close());
}

export async function openMonitor(path: string): Promise<Monitor> {
  const socket = await connectWhenThere(path, 30_000);
  const waiting: ((answer: z.infer<typeof answerSchema>) => void)[] = [];
  let resets = 0;
  linesOf(socket, (line) => {
    const answer = answerSchema.parse(JSON.parse(line));
    if (answer.event === 'RESET') resets += 1;
    const isAnswer = answer.error !== undefined || 'return' in answer;
    if (isAnswer) waiting.shift()?.(answer);
  });
  const ask: Monitor['ask'] = async (command, given) => {
    const answered = new Promise<z.infer<typeof answerSchema>>((resolve) => waiting.push(resolve));
    socket.write(`${JSON.stringify({ execute: command, arguments: given })}\n`);
    const { error, return: result } = await answered;
    if (error !== undefined) throw new Error(`QEMU refused ${command}: ${error.desc}`);
    return result;
  };
  await ask('qmp_capabilities');
  return {
    ask,
    resets: () => resets,
    quit: () => socket.write('{"execute":"quit"}\n'),
    close: () => socket.destroy(),
  };
}
