import { describe, expect, it } from 'vitest';
import { ReanError } from '../../shared/errors.ts';
import { enrolPage } from './enrol-page.ts';
import { troubleCode, troubleFor } from './enrol-texts.ts';

const form = {
  phase: 'form',
  offered: [],
  hub: '"><script>x',
  trouble: 'enrol.expired',
} as const;
const planted = { url: 'https://192.0.2.1:8643', isPlanted: true, site: null };
const found = { url: 'https://192.0.2.2:8643', isPlanted: false, site: '"><b>' };
const offering = (hub: string) =>
  enrolPage({ phase: 'form', offered: [planted, found], hub, trouble: null }, 'km');

describe('enrolPage', () => {
  it('[WIN11] speaks Khmer and English, the language of the window first', () => {
    const [km, en] = [enrolPage(form, 'km'), enrolPage(form, 'en')];
    expect(km.indexOf('លេខកូដនេះហួសពេលហើយ។')).toBeLessThan(km.indexOf('This code is too old.'));
    expect(en.indexOf('This code is too old.')).toBeLessThan(en.indexOf('លេខកូដនេះហួសពេលហើយ។'));
  });

  it.each([
    [429, 'hub.busy'],
    [507, 'hub.full'],
    [503, 'hub.unreachable'],
  ] as const)('[WIN11] tells a hub that answers %i from one that is away', (status, code) => {
    expect(troubleCode(new ReanError('hub.unreachable', { status }))).toBe(code);
    expect(troubleFor('hub.busy')).not.toEqual(troubleFor('hub.unreachable'));
  });

  it('[WIN11] shows what was typed as text, never the code, and no script', () => {
    const page = enrolPage(form, 'km');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;x"');
    expect(page).not.toMatch(/<script|<style| on\w+=/);
  });

  it('[FBT1] [FBT2] offers the planted hub first, then those found, and keeps what was chosen', () => {
    const [first, again] = [offering(''), offering(found.url)];
    expect(first.indexOf(planted.url)).toBeLessThan(first.indexOf(found.url));
    expect(first).toContain(`value="${planted.url}" checked`);
    expect(first).toContain('&quot;&gt;&lt;b&gt;');
    expect(again).toContain(`value="${found.url}" checked`);
    expect(again.match(/ checked/g)).toHaveLength(1);
    expect(offering('10.0.0.9')).not.toContain(' checked');
    expect(offering('10.0.0.9')).toContain('value="10.0.0.9"');
  });

  it('[WIN11] looks again by itself only while a hub is looked for or asked', () => {
    for (const phase of ['looking', 'asking'] as const)
      expect(enrolPage({ phase }, 'km')).toContain('http-equiv="refresh"');
    expect(enrolPage(form, 'km')).not.toContain('http-equiv="refresh"');
  });

  it('[WIN11] says in its own words what was left empty, in both languages, and begins there', () => {
    const empty = {
      phase: 'form',
      offered: [],
      hub: '10.0.0.1',
      trouble: null,
      empty: 'code',
    } as const;
    const page = enrolPage(empty, 'km');
    expect(page).toContain('There is no code yet.');
    expect(page).toContain('មិនទាន់មានលេខកូដ។');
    expect(page).toMatch(/<input id="code"[^>]*autofocus/);
    // The browser would say it in English alone.
    expect(page).not.toMatch(/\brequired\b/);
  });
});
