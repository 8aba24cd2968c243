import { describe, expect, it } from 'vitest';
import { readViewBox, readViewport } from './page-size.ts';

const room = { width: 1080, height: 600 };

describe('the size of a laid-out page', () => {
  it.each([
    ['width=600, height=800', { width: 600, height: 800 }],
    ['width=600,height=800,initial-scale=1.0', { width: 600, height: 800 }],
    ['width = 600 height = 800', { width: 600, height: 800 }],
    ['height=800px; width=600px', { width: 600, height: 800 }],
    ['WIDTH=600, Height=800, something, foo', { width: 600, height: 800 }],
    ['width=device-width, height=device-height', room],
    ['width=device-width, height=300', { width: 1080, height: 300 }],
  ])('[PCE7] is read from «%s»', (content, size) => {
    expect(readViewport(content, room)).toEqual(size);
  });

  it.each(['', 'width=600', 'width=auto, height=auto', 'width=0, height=0', 'width=device-width'])(
    '[PCE7] is not said by «%s»',
    (content) => expect(readViewport(content, room)).toBeNull(),
  );

  it('[PCE7] is read of a drawing, with spaces or commas', () => {
    expect(readViewBox('0 0 900 600')).toEqual({ width: 900, height: 600 });
    expect(readViewBox(' 0,0, 900,600 ')).toEqual({ width: 900, height: 600 });
    expect(readViewBox('0 0 none')).toBeNull();
  });
});
