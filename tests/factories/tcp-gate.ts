import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * A way to a server that can be shut: whoever is on it then loses the connection. It takes connections
 * as they are; what lies beyond may be one over TLS.
 */
export class TcpGate {
  readonly #sockets = new Set<Socket>();
  readonly #server;
  #isOpen = true;

  /** @param reach makes a connection to the server */
  constructor(reach: () => Socket) {
    this.#server = createServer((socket) => {
      const beyond = reach();
      for (const [each, other] of [
        [socket, beyond],
        [beyond, socket],
      ] as const) {
        this.#sockets.add(each);
        each.on('error', () => undefined);
        each.once('close', () => {
          this.#sockets.delete(each);
          other.destroy();
        });
      }
      if (!this.#isOpen) socket.destroy();
      socket.pipe(beyond).pipe(socket);
    });
  }

  /** Resolves to the port it is reached at. */
  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address: AddressInfo | string | null = this.#server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  shut(): void {
    this.#isOpen = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  open(): void {
    this.#isOpen = true;
  }

  close(): void {
    this.shut();
    this.#server.close();
  }
}
