import { describe, expect, it } from 'vitest';
import type { CourseAnswer, CourseCall } from '../../station/pack-files.ts';
import { courseDoor, isCourseCall } from './course-calls.ts';

const base = `pack://org.rean.test--si-0123456789abcdef/~cmi5/${'0'.repeat(32)}`;
const done: CourseAnswer = { status: 204, headers: {}, body: null };

/** A door to a station that answers when it is let. */
function opened() {
  const calls: CourseCall[] = [];
  const answers: ((answer: CourseAnswer | null) => void)[] = [];
  const door = courseDoor((call) => {
    calls.push(call);
    return new Promise((resolve) => answers.push(resolve));
  });
  const answer = async (given: CourseAnswer | null) => {
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    answers.shift()?.(given);
  };
  return { door, calls, answer };
}

const put = (body: BodyInit, headers = {}) =>
  new Request(`${base}/s/xapi/statements`, { method: 'PUT', body, headers });

describe('what a course asks of its station', () => {
  it('[PCE13] is on an address that no file can have', () => {
    expect(isCourseCall(`${base}/course`)).toBe(true);
    expect(isCourseCall('pack://a--b/1.0.0/~cmi5/x')).toBe(false);
    expect(isCourseCall('pack://a--b/~player/cmi5/')).toBe(false);
    expect(isCourseCall('pack://a--b/1.0.0/x?/~cmi5/')).toBe(false);
  });

  it('[PCE13] is passed on with the headers that mean something', async () => {
    const { door, calls, answer } = opened();
    const asked = door(put('{"a":1}', { authorization: 'Basic x', 'x-other': '1' }));
    await answer({ status: 200, headers: { etag: '"1"' }, body: 'ក' });
    const answered = await asked;
    expect([answered.status, answered.headers.get('etag'), await answered.text()]).toEqual([
      200,
      '"1"',
      'ក',
    ]);
    expect(calls).toMatchObject([{ method: 'PUT', headers: { authorization: 'Basic x' } }]);
    expect(calls[0]?.headers).not.toHaveProperty('x-other');
    expect(new TextDecoder().decode(calls[0]?.body ?? undefined)).toBe('{"a":1}');
  });

  it('[PCE13] comes in order, one at a time', async () => {
    const { door, calls, answer } = opened();
    const all = [door(put('1')), door(put('2'))];
    await expect.poll(() => calls.length).toBe(1);
    await answer(done);
    await all[0];
    await answer(done);
    await Promise.all(all);
    expect(calls.map(({ body }) => new TextDecoder().decode(body ?? undefined))).toEqual([
      '1',
      '2',
    ]);
  });

  it('[PCE3] is refused where it is too long, too much, or the station is away', async () => {
    const { door, calls, answer } = opened();
    expect((await door(put(new Uint8Array(600 * 1024)))).status).toBe(413);
    expect((await door(new Request(`${base}/${'x'.repeat(20_000)}`))).status).toBe(413);
    expect(calls).toEqual([]);
    const away = door(put('1'));
    await answer(null);
    expect((await away).status).toBe(503);
    const many = Array.from({ length: 201 }, () => door(put('1')));
    expect((await many.at(-1))?.status).toBe(429);
  });
});
