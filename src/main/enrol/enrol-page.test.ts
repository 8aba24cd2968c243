import { describe, expect, it } from 'vitest';
import { ReanError } from '../../shared/errors.ts';
import { enrolPage } from './enrol-page.ts';
import { troubleCode, troubleFor } from './enrol-texts.ts';

const form = { phase: 'form', hub: '"><script>x', trouble: 'enrol.expired' } as const;

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

  it('[WIN11] looks again by itself only while the hub is asked', () => {
    expect(enrolPage({ phase: 'asking' }, 'km')).toContain('http-equiv="refresh"');
    expect(enrolPage(form, 'km')).not.toContain('http-equiv="refresh"');
  });
});
