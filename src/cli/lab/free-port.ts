import { once } from 'node:events';
import { createServer } from 'node:net';

const listens = async (port: number): Promise<number | null> => {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return null;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : null;
};

/** The port wished for, or where another program has it, any free one ([RUN5]). */
export async function freePort(wished: number): Promise<number> {
  return (await listens(wished)) ?? (await listens(0)) ?? wished;
}
