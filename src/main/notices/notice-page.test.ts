import { describe, expect, it } from 'vitest';
import { noticePage } from './notice-page.ts';

const page = (language: 'km' | 'en') =>
  noticePage({ code: 'store.in-use', facts: { folder: '/srv/<b>"&' } }, language);

describe('noticePage', () => {
  it('[WIN8] speaks Khmer and English, the language of the window first', () => {
    expect(page('km').indexOf('lang="km">\n      <h1>')).toBeLessThan(
      page('km').indexOf('lang="en">\n      <h1>'),
    );
    expect(page('en')).toContain('already running with this data folder');
    expect(page('en').indexOf('already')).toBeLessThan(page('en').indexOf('កំពុងបើករួចហើយ'));
  });

  it('[WIN8] names the facts for the technician, as text', () => {
    expect(page('km')).toContain('<li>store.in-use</li>');
    expect(page('km')).toContain('<li>folder: /srv/&lt;b&gt;&quot;&amp;</li>');
  });

  it('[WIN4] holds no script and no inline style', () => {
    expect(page('km')).not.toMatch(/<script|<style| style=| on\w+=/);
  });
});
