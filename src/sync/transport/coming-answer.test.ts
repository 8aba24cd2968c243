import { describe, expect, it } from 'vitest';
import { ComingAnswer } from './coming-answer.ts';

const kib = 1024;
const headOf = (bytes: number) =>
  Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${bytes}\r\n\r\n`);

/** Bytes that tell where they were. */
const content = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, at) => at % 251));

async function readAll(answer: ComingAnswer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let piece = await answer.next(); piece !== null; piece = await answer.next()) {
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

describe('an answer that comes in', () => {
  it('is the same however it is cut on its way', async () => {
    const body = content(3000);
    const all = Buffer.concat([headOf(body.length), body]);
    for (const size of [1, 2, 3, 7, 40, 41, 1000, all.length]) {
      const answer = new ComingAnswer(() => undefined);
      const buffer = Buffer.alloc(size);
      for (let at = 0; at < all.length; at += size) {
        // the same buffer each time, as a socket has it
        answer.take(buffer.subarray(0, all.copy(buffer, 0, at, at + size)));
      }
      expect((await answer.head()).bytes).toBe(3000);
      expect(body.equals(await readAll(answer))).toBe(true);
    }
  });

  it('has the line wait while nobody takes what came, and says when there is room', async () => {
    let rooms = 0;
    const answer = new ComingAnswer(() => {
      rooms += 1;
    });
    const body = content(1000 * kib);
    answer.take(headOf(body.length));
    const came: Buffer[] = [];
    for (let at = 0; at < body.length;) {
      const next = body.subarray(at, at + 16 * kib);
      at += next.length;
      if (answer.take(next)) continue;
      const before = rooms;
      came.push(Buffer.from((await answer.next()) ?? []));
      expect(rooms).toBe(at < body.length ? before + 1 : before);
    }
    came.push(await readAll(answer));
    expect(rooms).toBe(7);
    expect(body.equals(Buffer.concat(came))).toBe(true);
  });

  it('leaves a piece as it is until the next is asked for', async () => {
    const answer = new ComingAnswer(() => undefined);
    const body = content(600 * kib);
    answer.take(headOf(body.length));
    answer.take(body.subarray(0, 256 * kib));
    const piece = (await answer.next()) ?? Buffer.alloc(0);
    answer.take(body.subarray(256 * kib, 512 * kib));
    expect(body.subarray(0, 256 * kib).equals(piece)).toBe(true);
  });

  it('takes more than it has room for where the line does not wait', async () => {
    const answer = new ComingAnswer(() => undefined);
    const body = content(2000 * kib);
    answer.take(headOf(body.length));
    expect(answer.take(body)).toBe(false);
    expect(body.equals(await readAll(answer))).toBe(true);
  });

  it('hands on what came before it says why no more will', async () => {
    const answer = new ComingAnswer(() => undefined);
    answer.take(Buffer.concat([headOf(100), content(40)]));
    answer.fail(new Error('cut'));
    answer.fail(new Error('and closed'));
    expect(Buffer.from((await answer.next()) ?? []).equals(content(40))).toBe(true);
    await expect(answer.next()).rejects.toThrow('cut');
    expect(answer.whole).toBe(false);
  });

  it('is refused where more comes than it said, or a head without end', async () => {
    const long = new ComingAnswer(() => undefined);
    long.take(Buffer.concat([headOf(3), content(4)]));
    const protocol = expect.objectContaining({ code: 'hub.protocol' });
    await expect(long.next()).rejects.toEqual(protocol);
    const endless = new ComingAnswer(() => undefined);
    endless.take(Buffer.from('HTTP/1.1 200 OK\r\n'));
    for (let count = 0; count < 20; count += 1) endless.take(Buffer.alloc(kib, 'x'));
    await expect(endless.head()).rejects.toEqual(protocol);
  });

  it('may be empty', async () => {
    const answer = new ComingAnswer(() => undefined);
    answer.take(headOf(0));
    expect(await answer.next()).toBeNull();
    expect(answer.whole).toBe(true);
  });
});
