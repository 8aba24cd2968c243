/** Answers every HTTPS request on 127.0.0.1 at once. Its certificate and key come as the first message. */
import { once } from 'node:events';
import { createServer } from 'node:https';
import * as z from 'zod';

process.once('disconnect', () => process.exit());
const pemSchema = z.looseObject({ certificate: z.string(), privateKey: z.string() });
const [message]: readonly unknown[] = await once(process, 'message');
const { certificate: cert, privateKey: key } = pemSchema.parse(message);
const body = JSON.stringify({ ok: true });
const server = createServer({ cert, key, minVersion: 'TLSv1.3' }, (request, response) => {
  request.resume();
  request.once('end', () => response.end(body));
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
