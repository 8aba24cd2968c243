import type { TLSSocket } from 'node:tls';
import { ComingAnswer } from './coming-answer.ts';
import { StaleConnection } from './network-errors.ts';
import type { SiteConnect } from './site-connection.ts';

/** What is read of a line at once: a record of TLS holds 16 KiB. */
const readBytes = 16 * 1024;

/** The end of a connection that does not say why. */
class LineClosed extends Error {
  readonly code = 'ECONNRESET';
}

/**
 * One connection that files come over, one after another. Their bytes go from TLS into buffers, past the streams
 * of Node's sockets and of its HTTP: those take five times as long for a record as decrypting it (docs/bench.md).
 */
export class FileLine {
  readonly #socket: TLSSocket;
  #connected = false;
  #request: string | null = null;
  #answer: ComingAnswer | null = null;
  /** Asked before, and so perhaps closed at the other end just now. */
  #used = false;

  /** @param gone told when nothing can be asked over it any more */
  constructor(
    connect: SiteConnect,
    place: { readonly host: string; readonly port: number },
    gone: () => void,
  ) {
    const buffer = Buffer.allocUnsafeSlow(readBytes);
    const callback = (bytes: number) =>
      this.#take(bytes === buffer.length ? buffer : buffer.subarray(0, bytes));
    this.#socket = connect({ ...place, onread: { buffer, callback } }, (error) => {
      if (error === null) this.#begin();
      else this.#end(error);
    });
    this.#socket.once('close', () => {
      this.#end(new LineClosed('closed'));
      gone();
    });
  }

  /** Asks for one file; the answer before has to be whole. @param request the head, empty line and all */
  ask(request: string): ComingAnswer {
    const answer = new ComingAnswer(() => this.#socket.resume());
    this.#answer = answer;
    this.#request = request;
    this.#socket.ref();
    if (this.#connected) this.#send();
    return answer;
  }

  /** Keeps it for the next question; it keeps no process running meanwhile. */
  rest(): void {
    this.#answer = null;
    this.#used = true;
    this.#socket.unref();
  }

  /** Ends it, and with this reason what is being asked over it. */
  giveUp(reason: Error): void {
    this.#answer?.fail(reason);
    this.#socket.destroy();
  }

  /** Only now it is known who answers there ([SYN11]). */
  #begin(): void {
    this.#connected = true;
    this.#socket.on('error', (error) => this.#end(error));
    this.#send();
  }

  #send(): void {
    if (this.#request !== null) this.#socket.write(this.#request);
    this.#request = null;
    this.#socket.resume();
  }

  #take(bytes: Buffer): boolean {
    if (this.#answer !== null) return this.#answer.take(bytes);
    // nobody asked anything
    this.#socket.destroy();
    return false;
  }

  #end(error: Error): void {
    const stale = this.#used && this.#answer?.begun === false;
    this.#answer?.fail(stale ? new StaleConnection(error.message, { cause: error }) : error);
  }
}
