import { describe, expect, it } from 'vitest';
import { checkRequest } from './check-request.ts';

const answer = {
  kind: 'command',
  id: 3,
  name: 'sitting.end',
  input: { reason: 'learner' },
};

describe('checkRequest', () => {
  it('[IPC2] passes what the contract of the role knows', () => {
    expect(checkRequest('kiosk', answer)).toEqual({ ok: true, request: answer });
    const status = { kind: 'subscribe', id: 1, name: 'status', input: undefined };
    expect(checkRequest('supervisor', status)).toEqual({ ok: true, request: status });
    const leave = { kind: 'unsubscribe', id: 1 };
    expect(checkRequest('kiosk', leave)).toEqual({ ok: true, request: leave });
  });

  it.each([
    ['another role’s command', 'kiosk', { ...answer, name: 'staff.sign-out', input: undefined }],
    ['another role’s stream', 'supervisor', { kind: 'subscribe', id: 3, name: 'home' }],
    ['a command asked for as a stream', 'kiosk', { ...answer, kind: 'subscribe' }],
    ['a name every object has', 'kiosk', { ...answer, name: 'constructor' }],
  ] as const)('[IPC2] refuses %s, and says so', (_what, role, message) => {
    expect(checkRequest(role, { input: undefined, ...message })).toEqual({
      ok: false,
      code: 'ipc.unknown-command',
      id: 3,
    });
  });

  it('[IPC2] refuses input of the wrong shape, and says so', () => {
    const wrong = { ...answer, input: { reason: 'learner', extra: 1 } };
    expect(checkRequest('kiosk', wrong)).toEqual({ ok: false, code: 'shape.invalid', id: 3 });
  });

  it.each([null, 7, 'x', [], {}, { ...answer, id: 0 }, { ...answer, more: 1 }, { kind: 'value' }])(
    '[IPC2] refuses %j, with nobody to tell',
    (message) => {
      expect(checkRequest('kiosk', message)).toEqual({
        ok: false,
        code: 'shape.invalid',
        id: null,
      });
    },
  );
});
