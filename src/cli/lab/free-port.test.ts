import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from './free-port.ts';

it('[RUN5] gives the port wished for, and another where a program has it', async () => {
  const wished = await freePort(0);
  expect(await freePort(wished)).toBe(wished);
  const server = createServer().listen(wished, '127.0.0.1');
  await once(server, 'listening');
  const other = await freePort(wished);
  expect(other).not.toBe(wished);
  expect(other).toBeGreaterThan(0);
  server.close();
});
