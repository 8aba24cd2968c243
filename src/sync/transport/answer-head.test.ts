import { expect, it } from 'vitest';
import { readAnswerHead } from './answer-head.ts';

const head = (...lines: readonly string[]) => readAnswerHead(lines.join('\r\n'));

it('reads what an answer is and how long', () => {
  expect(head('HTTP/1.1 206 Partial Content', 'Content-Length: 12', 'X: y: z')).toEqual({
    status: 206,
    bytes: 12,
    keepsAlive: true,
  });
  expect(head('HTTP/1.1 200', 'content-length:12', 'connection: Keep-Alive, Close')).toEqual({
    status: 200,
    bytes: 12,
    keepsAlive: false,
  });
});

it('knows no end of an answer that tells none, and asks nothing more over that connection', () => {
  const open = { status: 500, bytes: null, keepsAlive: false };
  expect(head('HTTP/1.1 500 Oh')).toEqual(open);
  const both = ['transfer-encoding: chunked', 'content-length: 3'];
  expect(head('HTTP/1.1 500 Oh', ...both)).toEqual(open);
});

it.each([
  ['another protocol', ['SSH-2.0-OpenSSH']],
  ['an older one', ['HTTP/1.0 200 OK', 'content-length: 1']],
  ['no answer yet', ['HTTP/1.1 100 Continue']],
  ['a line that is no header', ['HTTP/1.1 200 OK', 'hello']],
  ['a header without a name', ['HTTP/1.1 200 OK', ': 5']],
  ['two lengths', ['HTTP/1.1 200 OK', 'content-length: 1', 'content-length: 2']],
  ['a length that is none', ['HTTP/1.1 200 OK', 'content-length: -1']],
  ['a length in hex', ['HTTP/1.1 200 OK', 'content-length: 0x10']],
  ['a length beyond all files', ['HTTP/1.1 200 OK', `content-length: ${'9'.repeat(16)}`]],
])('takes %s for no answer', (_what, lines) => {
  expect(() => head(...lines)).toThrow(expect.objectContaining({ code: 'hub.protocol' }));
});
