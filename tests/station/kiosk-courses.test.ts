import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  courseLaunchedSchema,
  coursePath,
  courseViewSchema,
} from '../../src/shared/contracts/cmi5-player.ts';
import type { StationService } from '../../src/station/station.ts';
import { courseSource } from '../factories/course-source.ts';
import { pressPack, testPack } from '../factories/pack-press.ts';
import type { Desk } from '../factories/station-desk.ts';
import { pulledDesk, signedIn, typesOf } from './kiosk-hand.ts';

const course = { pack: testPack, piece: 'cmi5' };
const category = [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }];
const tokenSchema = z.object({ 'auth-token': z.string() });
const launchDataSchema = z.looseObject({
  contextTemplate: z.looseObject({ extensions: z.record(z.string(), z.string()) }),
  returnURL: z.string(),
});

async function deskWithCourse(): Promise<Desk> {
  const desk = await pulledDesk();
  await desk.packs.install(await pressPack(await courseSource({ version: '1.1.0', sequence: 2 })));
  return desk;
}

/** What a page on the pack's origin asks, as the process that owns the protocol passes it on. */
async function ask(
  station: StationService,
  method: string,
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const bytes = body === undefined ? null : new TextEncoder().encode(JSON.stringify(body));
  const answer = await station.courseCall({ method, url, headers, body: bytes });
  const { status } = answer;
  const text = typeof answer.body === 'string' ? answer.body : '';
  return { status, text, headers: answer.headers, json: () => JSON.parse(text) as unknown };
}

/** A launched unit, as its content sees it. */
async function launch(station: StationService, player: string, nonce: string, unit: number) {
  const origin = player.split('/').slice(0, 3).join('/');
  const base = `${origin}${coursePath}${nonce}/`;
  const told = await ask(station, 'POST', `${base}launch`, { unit, language: 'km' });
  const address = new URL(courseLaunchedSchema.parse(told.json()).address);
  const given = (name: string) => address.searchParams.get(name) ?? '';
  const agent = given('actor');
  const registration = given('registration');
  const activityId = given('activityId');
  const tokenOf = await ask(station, 'POST', given('fetch'));
  const token = tokenSchema.parse(tokenOf.json())['auth-token'];
  const signed = { authorization: `Basic ${token}`, 'x-experience-api-version': '1.0.3' };
  const json = { 'content-type': 'application/json' };
  const call = (method: string, way: string, body?: unknown, over = {}) =>
    ask(station, method, `${given('endpoint')}${way}`, body, { ...signed, ...json, ...over });
  const state = (stateId: string, over = {}) =>
    `activities/state?${new URLSearchParams({ stateId, activityId, agent, registration, ...over })}`;
  const data = launchDataSchema.parse((await call('GET', state('LMS.LaunchData'))).json());
  let said = 0;
  const statement = (verb: string, over: Record<string, unknown> = {}) => ({
    id: `00000000-0000-4000-8000-${String((said += 1)).padStart(12, '0')}`,
    actor: JSON.parse(agent) as unknown,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: activityId },
    context: { ...data.contextTemplate, registration, contextActivities: { category } },
    ...over,
  });
  const say = (verb: string, over: Record<string, unknown> = {}) => {
    const one = statement(verb, over);
    return call('PUT', `statements?statementId=${one.id}`, one);
  };
  return {
    address,
    given,
    agent,
    registration,
    activityId,
    call,
    state,
    data,
    statement,
    say,
    base,
  };
}

async function opened(desk: Desk) {
  const { station, window } = await signedIn(desk);
  const view = await window.call('piece.open', course);
  return {
    station,
    window,
    view,
    launch: (unit: number) => launch(station, view.player, view.nonce, unit),
  };
}

const reportsOf = async (desk: Desk) =>
  (await desk.recorded()).flatMap(({ payload }) =>
    payload.type === 'piece.reported' ? [payload] : [],
  );

describe('a course of cmi5 at a kiosk', { timeout: 30_000 }, () => {
  it('[PCE13] launches its units as cmi5 has it, for a pseudonym [PCE10]', async () => {
    const desk = await deskWithCourse();
    const { launch: go, station, view } = await opened(desk);
    const { address, given, data, agent, call, state } = await go(1);
    expect(address.pathname).toBe('/1.1.0/cmi5/unit.html');
    expect(given('topic')).toBe('test');
    expect(JSON.parse(agent)).toMatchObject({ account: { name: view.launch.pseudonym } });
    expect(data).toMatchObject({
      launchMode: 'Normal',
      moveOn: 'CompletedAndPassed',
      masteryScore: 0.8,
      contextTemplate: {
        contextActivities: { grouping: [{ id: 'https://example.org/courses/work/test' }] },
      },
    });
    expect((await ask(station, 'GET', data.returnURL)).headers['content-type']).toContain('html');
    const again = await ask(station, 'POST', given('fetch'));
    expect(again.json()).toMatchObject({ 'error-code': '1' });
    const preferences = `agents/profile?${new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent })}`;
    expect((await call('GET', preferences)).text).toContain('km');
    expect((await call('PUT', state('LMS.LaunchData'), {})).status).toBe(403);
  });

  it('[PCE13] is done by its units’ own rules, and reports each answer once', async () => {
    const desk = await deskWithCourse();
    const { launch: go, window, station, view } = await opened(desk);
    const first = await go(0);
    expect((await first.say('initialized')).status).toBe(204);
    expect((await first.say('completed')).status).toBe(204);
    const answer = {
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: {
        id: `${first.activityId}/q1`,
        definition: { interactionType: 'choice', name: { en: 'Which?' } },
      },
      result: { response: 'b', success: true },
      context: first.data.contextTemplate,
    };
    expect((await first.call('POST', 'statements', [first.statement('', answer)])).status).toBe(
      200,
    );
    const second = await go(1);
    await second.say('initialized');
    const passed = { result: { success: true, score: { scaled: 0.9 } } };
    desk.pass(2_000);
    await second.say('passed', passed);
    await second.say('completed');
    await second.say('terminated');
    expect((await first.say('passed')).status).toBe(404);
    const seen = await ask(station, 'GET', `${second.base}course?language=km`);
    expect(courseViewSchema.parse(seen.json())).toMatchObject({
      units: [
        { title: 'ការអាន', state: 'done' },
        { title: 'តេស្ត', state: 'done' },
      ],
      ended: true,
      result: { completed: true, passed: true, score: 0.9 },
    });
    // The shell hears of it from the frame; what is recorded is what the station knows.
    await window.call('piece.report', { score: 0, passed: null, completed: true, activeMs: 500 });
    await window.call('piece.leave', { place: view.nonce, activeMs: 0 });
    const reports = await reportsOf(desk);
    expect(reports.flatMap(({ answers = [] }) => answers)).toEqual([
      { id: 'q1', type: 'choice', description: 'Which?', response: 'b', success: true },
    ]);
    expect(reports.at(-1)).toMatchObject({ completed: true, passed: true, score: 0.9 });
    expect(reports.length).toBeLessThan(4);
  });

  it('[PCE13] goes on where it was, with what its units kept, in another start of the station', async () => {
    const desk = await deskWithCourse();
    const before = await opened(desk);
    const unit = await before.launch(0);
    await unit.say('initialized');
    expect((await unit.call('PUT', unit.state('bookmark'), { page: 3, text: 'ទំព័រ' })).status).toBe(
      204,
    );
    expect((await unit.call('POST', unit.state('bookmark'), { more: 1 })).status).toBe(204);
    await before.station.close();
    const after = await opened(desk);
    expect(after.view.launch.place).toBeNull();
    const again = await after.launch(0);
    expect(again.registration).toBe(unit.registration);
    expect(again.activityId).toBe(unit.activityId);
    expect(again.given('endpoint')).not.toBe(unit.given('endpoint'));
    const kept = await again.call('GET', again.state('bookmark'));
    expect(kept.json()).toEqual({ page: 3, text: 'ទំព័រ', more: 1 });
    expect((await again.call('GET', again.state('other'))).status).toBe(404);
    expect((await again.say('initialized')).status).toBe(204);
  });

  it('[PCE13] begins anew with what was done, and stays done', async () => {
    const desk = await deskWithCourse();
    const { launch: go, station } = await opened(desk);
    const unit = await go(0);
    await unit.say('initialized');
    await unit.call('PUT', unit.state('bookmark'), { page: 3 });
    await unit.say('completed');
    const again = await go(0);
    expect((await again.call('GET', again.state('bookmark'))).status).toBe(404);
    expect((await again.say('initialized')).status).toBe(204);
    expect((await again.say('completed')).status).toBe(204);
    const seen = await ask(station, 'GET', `${again.base}course`);
    expect(courseViewSchema.parse(seen.json()).units[0]?.state).toBe('done');
  });

  it('[PCE13] takes its learner’s word for a unit that says nothing, and only for that', async () => {
    const desk = await deskWithCourse();
    const { launch: go, station } = await opened(desk);
    const first = await go(0);
    const seen = async () =>
      courseViewSchema.parse((await ask(station, 'GET', `${first.base}course`)).json());
    expect((await seen()).unsaid).toBe(true);
    await first.say('initialized');
    expect((await seen()).unsaid).toBe(false);
    expect((await ask(station, 'POST', `${first.base}done`)).status).toBe(409);
    const second = await go(1);
    expect((await ask(station, 'GET', `${second.base}done`)).status).toBe(405);
    expect((await ask(station, 'POST', `${second.base}done`)).status).toBe(204);
    expect(await seen()).toMatchObject({
      units: [{ state: 'begun' }, { state: 'done' }],
      unsaid: false,
      result: { completed: false },
    });
  });

  it('[PCE3] [PCE13] tells its player whether what is open has talked with the station yet', async () => {
    const desk = await deskWithCourse();
    const { launch: go, station } = await opened(desk);
    const { base } = await go(0);
    const heard = async () =>
      courseViewSchema.parse((await ask(station, 'GET', `${base}course`)).json()).heard;
    expect(await heard()).toBe(true);
    const again = { unit: 0, language: 'km' };
    expect((await ask(station, 'POST', `${base}launch`, again)).status).toBe(200);
    expect(await heard()).toBe(false);
  });

  it('[PCE13] is answered for its own launch only', async () => {
    const desk = await deskWithCourse();
    const { launch: go, station, window } = await opened(desk);
    const unit = await go(0);
    const other = await go(1);
    const { statement, call, state } = other;
    const status = async (asked: ReturnType<typeof call>) => (await asked).status;
    expect(await status(call('GET', state('x'), undefined, { authorization: 'Basic eA==' }))).toBe(
      401,
    );
    expect(
      await status(call('GET', state('x'), undefined, { 'x-experience-api-version': '0.95' })),
    ).toBe(400);
    expect(await status(call('GET', state('x', { activityId: unit.activityId })))).toBe(403);
    expect(await status(call('PUT', state('x', { registration: 'r' }), {}))).toBe(403);
    const agent = JSON.stringify({
      account: { homePage: 'https://rean.invalid', name: 'learner-x' },
    });
    expect(await status(call('GET', state('x', { agent })))).toBe(403);
    await other.say('initialized');
    const forged = { object: { id: unit.activityId } };
    expect(await status(other.say('completed', forged))).toBe(403);
    const both = [statement('completed'), statement('passed', forged)];
    expect(await status(call('POST', 'statements', both))).toBe(403);
    expect(await status(call('PUT', 'statements?statementId=x', statement('completed')))).toBe(400);
    expect(await status(call('POST', 'statements', 'nothing'))).toBe(400);
    const long = statement('x', { result: { response: 'x'.repeat(40_000) } });
    expect(await status(call('POST', 'statements', long))).toBe(413);
    expect(
      await status(ask(station, 'GET', other.base.replace('org.rean.test', 'org.rean.other'))),
    ).toBe(404);
    await window.call('piece.leave', { place: null, activeMs: 0 });
    expect(await status(other.say('completed'))).toBe(404);
    await window.call('sitting.end', { reason: 'learner' });
    expect(await status(other.say('completed'))).toBe(404);
    expect(await reportsOf(desk)).toEqual([]);
  });

  it('[PCE13] keeps what fits into a place, and says so of the rest', async () => {
    const desk = await deskWithCourse();
    const { launch: go } = await opened(desk);
    const { call, state } = await go(0);
    let noise = '';
    for (let value = 1; noise.length < 120_000; value = (value * 48_271) % 2_147_483_647) {
      noise += value.toString(36);
    }
    expect((await call('PUT', state('large'), { noise })).status).toBe(413);
    expect((await call('GET', state('large'))).status).toBe(404);
    expect((await call('PUT', state('long'), { text: 'ក'.repeat(100_000) })).status).toBe(204);
    const tagged = await call('GET', state('long'));
    const etag = tagged.headers['etag'] ?? '';
    const put = (over: object) => call('PUT', state('long'), { text: '' }, over);
    expect((await put({ 'if-none-match': '*' })).status).toBe(412);
    expect((await put({ 'if-match': '"0"' })).status).toBe(412);
    expect((await put({ 'if-match': etag })).status).toBe(204);
    expect((await call('DELETE', state('long'))).status).toBe(204);
    expect((await call('GET', state('long'))).status).toBe(404);
  });

  it('[PCE13] records neither places nor results faster than other pieces do', async () => {
    const desk = await deskWithCourse();
    const { launch: go } = await opened(desk);
    const { call, state, say } = await go(0);
    await say('initialized');
    for (let page = 0; page < 50; page += 1) await call('PUT', state('bookmark'), { page });
    expect(await typesOf(desk)).toEqual(['sitting.started', 'piece.opened', 'piece.saved']);
    desk.pass(5_000);
    await call('PUT', state('bookmark'), { page: 50 });
    expect((await typesOf(desk)).slice(3)).toEqual(['piece.saved']);
  });

  it('[PCE3] says to its player what is wrong with it', async () => {
    const desk = await pulledDesk();
    const source = await courseSource({ version: '1.1.0', sequence: 2 });
    const files = { ...source.files, 'cmi5/cmi5.xml': '<courseStructure/>' };
    await desk.packs.install(await pressPack({ ...source, files }));
    const { view, station } = await opened(desk);
    const origin = view.player.split('/').slice(0, 3).join('/');
    const told = await ask(station, 'GET', `${origin}${coursePath}${view.nonce}/course`);
    expect(told).toMatchObject({ status: 409, text: 'cmi5/cmi5.xml: it has no unit (au)' });
  });
});
