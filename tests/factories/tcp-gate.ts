import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to a server that can be shut: whoever is on it then loses the connection. */
export class TcpGate {
  readonly #sockets = new Set<Socket>();
  readonly #server;
  #isOpen = true;

  constructor(target: { readonly host: string; readonly port: number }) {
    this.#server = createServer((socket) => {
      const beyond = connect(target);
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
