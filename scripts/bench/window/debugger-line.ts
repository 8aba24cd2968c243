import { once } from 'node:events';
import * as z from 'zod';

/**
 * A line to Chromium's debugger, of the few words needed to look at a page while it opens. Playwright
 * holds pages back until it knows them, which costs time and, while an app starts, may never end.
 *
 * Source: https://chromedevtools.github.io/devtools-protocol/
 */

const openWithinMs = 10_000;

const answerSchema = z.looseObject({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.looseObject({ message: z.string() }).optional(),
});
const targetsSchema = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});
const attachedSchema = z.object({ sessionId: z.string() });
const evaluatedSchema = z.object({ result: z.object({ value: z.unknown() }) });

type Answer = z.infer<typeof answerSchema>;

export class DebuggerLine {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = answerSchema.parse(JSON.parse(String(data)));
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
    socket.addEventListener('close', () => {
      const error = { message: 'The debugger hung up.' };
      for (const hear of this.#waiting.values()) hear({ result: null, error });
    });
  }

  /** @param address `ws://…`, as Chromium prints it */
  static async open(address: string): Promise<DebuggerLine> {
    const socket = new WebSocket(address);
    const line = new DebuggerLine(socket);
    await once(socket, 'open', { signal: AbortSignal.timeout(openWithinMs) });
    return line;
  }

  /** Addresses of the pages now open, by the debugger's id for them. */
  async pages(): Promise<ReadonlyMap<string, string>> {
    const { targetInfos } = targetsSchema.parse(await this.#ask('Target.getTargets', {}));
    const pages = targetInfos.filter(({ type }) => type === 'page');
    return new Map(pages.map(({ targetId, url }) => [targetId, url]));
  }

  /** Looks into a page; resolves to what its evaluations go to. */
  async attach(targetId: string): Promise<string> {
    const attached = await this.#ask('Target.attachToTarget', { targetId, flatten: true });
    return attachedSchema.parse(attached).sessionId;
  }

  /**
   * Evaluates an expression in a page and resolves to its value, awaited.
   * @throws Error when the page goes elsewhere meanwhile
   */
  async evaluate(session: string, expression: string): Promise<unknown> {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    return evaluatedSchema.parse(await this.#ask('Runtime.evaluate', asked, session)).result.value;
  }

  close(): void {
    this.#socket.close();
  }

  async #ask(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    const { result, error } = await answered;
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }
}
