import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Who listens on the loopback, over TCP and UDP, at a port of its own for each name. */
export interface LeakListener {
  readonly names: readonly string[];
  /** Names that something came to, in order. */
  readonly reached: () => readonly string[];
  forget(): void;
  /** `127.0.0.1:<port>` of a name. */
  addressOf(name: string): string;
  stop(): void;
}

/** Listens for so many ways out; answers none of them. */
export async function listenForLeaks(names: readonly string[]): Promise<LeakListener> {
  const reached = new Set<string>();
  const listeners = await Promise.all(
    names.map((name) => listenAt(() => reached.add(name)).then((at) => [name, at] as const)),
  );
  const byName = new Map(listeners);
  return {
    names,
    reached: () => [...reached].sort(),
    forget: () => reached.clear(),
    addressOf(name) {
      const found = byName.get(name);
      if (found === undefined) throw new Error(`Nobody listens for ${name}.`);
      return `127.0.0.1:${found.port}`;
    },
    stop() {
      for (const [, { stop }] of listeners) stop();
    },
  };
}

async function listenAt(hear: () => void) {
  const server = createServer((socket) => {
    hear();
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  const packets = createSocket('udp4', hear);
  await new Promise<void>((resolve) => packets.bind(address.port, '127.0.0.1', resolve));
  const stop = () => {
    server.close();
    packets.close();
  };
  return { port: address.port, stop };
}
