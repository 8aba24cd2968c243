import { describe, expect, it } from 'vitest';
import type { Reply, Request } from '../../shared/contracts/ipc/contract.ts';
import { createWindowLink } from './window-link.ts';

const command = (id: number): Request => ({
  kind: 'command',
  id,
  name: 'app.info',
  input: undefined,
});
const subscribe = (id: number): Request => ({
  kind: 'subscribe',
  id,
  name: 'home',
  input: undefined,
});
const leave = (id: number): Request => ({ kind: 'unsubscribe', id });
const value = (id: number): Reply => ({ kind: 'value', id, value: 'v' });

function station() {
  const heard: Request[] = [];
  let closed = false;
  return {
    heard,
    isClosed: () => closed,
    port: {
      post: (request: Request) => void heard.push(request),
      close: () => {
        closed = true;
      },
    },
  };
}

function page() {
  const told: Reply[] = [];
  return { told, link: createWindowLink((reply) => told.push(reply)) };
}

describe('createWindowLink', () => {
  it('[WIN7] keeps what a page asks until the station is there', () => {
    const { link } = page();
    const { heard, port } = station();
    link.request(subscribe(1));
    link.request(command(2));
    link.attach(port);
    expect(heard).toEqual([subscribe(1), command(2)]);
  });

  it('[WIN7] asks for open streams again when the station is back, not for those left', () => {
    const { link } = page();
    const first = station();
    const second = station();
    link.attach(first.port);
    for (const request of [subscribe(1), subscribe(2), leave(2)]) link.request(request);
    link.detach();
    link.attach(second.port);
    expect(second.heard).toEqual([subscribe(1)]);
  });

  it('[WIN7] answers a command lost on the way with station.restarted, and never sends it twice', () => {
    const { told, link } = page();
    const first = station();
    const second = station();
    link.attach(first.port);
    link.request(command(1));
    link.request(command(2));
    link.answer(value(1));
    link.detach();
    link.attach(second.port);
    expect(second.heard).toEqual([]);
    expect(told).toEqual([
      value(1),
      { kind: 'error', id: 2, error: { code: 'station.restarted', facts: {} } },
    ]);
  });

  it('[WIN7] sends what was asked while the station was away once it is back', () => {
    const { told, link } = page();
    const { heard, port } = station();
    link.detach();
    link.request(command(1));
    link.attach(port);
    link.answer(value(1));
    expect(heard).toEqual([command(1)]);
    expect(told).toEqual([value(1)]);
  });

  it('[WIN7] drops a command that its page has given up, and sends one that it waits for', () => {
    let nowMs = 0;
    const link = createWindowLink(
      () => undefined,
      () => nowMs,
    );
    const { heard, port } = station();
    const signIn: Request = { kind: 'command', id: 1, name: 'staff.sign-in', input: {} };
    const asked: Request = { kind: 'command', id: 2, name: 'hub.command', input: {} };
    link.request(signIn);
    link.request(asked);
    link.request(subscribe(3));
    nowMs = 30_000;
    link.request(command(4));
    link.attach(port);
    expect(heard).toEqual([subscribe(3), asked, command(4)]);
  });

  it('[WIN7] does not ask again for a stream the station refused', () => {
    const { link } = page();
    const first = station();
    const second = station();
    link.attach(first.port);
    link.request(subscribe(1));
    link.answer({ kind: 'error', id: 1, error: { code: 'permission.denied', facts: {} } });
    link.detach();
    link.attach(second.port);
    expect(second.heard).toEqual([]);
  });

  it('[WIN2] forgets a page that is gone, and closes its way into the station', () => {
    const { told, link } = page();
    const first = station();
    const second = station();
    link.attach(first.port);
    link.request(subscribe(1));
    link.request(command(2));
    link.forget();
    link.detach();
    link.attach(second.port);
    expect(first.isClosed()).toBe(true);
    expect(second.heard).toEqual([]);
    expect(told).toEqual([]);
  });

  it('[IPC2] refuses a page that asks more than any page does', () => {
    const { told, link } = page();
    for (let id = 1; id <= 257; id += 1) link.request(subscribe(id));
    expect(told).toEqual([{ kind: 'error', id: 257, error: { code: 'unexpected', facts: {} } }]);
  });
});
