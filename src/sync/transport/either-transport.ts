import type { StreamTransport } from './transport.ts';

/**
 * Asks over one, and where the certificate shown there is none the hub knows, over the other; goes on
 * with whichever is let in. So a hub restored from before a station had its keys still knows it ([IDN12]).
 */
export function eitherTransport(first: StreamTransport, other: StreamTransport): StreamTransport {
  let order = { used: first, spare: other };
  const over = async <Answer extends { readonly status: number }>(
    ask: (transport: StreamTransport) => Promise<Answer>,
  ): Promise<Answer> => {
    const { used, spare } = order;
    const answer = await ask(used);
    if (answer.status !== 401) return answer;
    const again = await ask(spare);
    if (again.status === 401 || again.status === 429) return answer;
    order = { used: spare, spare: used };
    return again;
  };
  return {
    send: (request) => over((transport) => transport.send(request)),
    open: (request) => over((transport) => transport.open(request)),
    close() {
      first.close();
      other.close();
    },
  };
}
