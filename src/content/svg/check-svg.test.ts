import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDrawing } from '../../../tests/factories/pack-source.ts';
import { inEnglish } from '../../../tests/factories/in-english.ts';
import { svgFaults, svgLimit } from './check-svg.ts';

const faultsOf = (source: string) => svgFaults(new TextEncoder().encode(source));
const drawing = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`;

const inert: readonly (readonly [string, string])[] = [
  ['shapes', plainDrawing()],
  [
    'a declaration and a comment',
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a cow -->\n${plainDrawing()}`,
  ],
  [
    'a gradient used by its id',
    drawing('<linearGradient id="g"><stop offset="0"/></linearGradient><rect fill="url(#g)"/>'),
  ],
  [
    'a symbol used twice',
    drawing(
      '<symbol id="s"/><use href="#s"/><use xlink:href="#s"/>',
      ' xmlns:xlink="http://www.w3.org/1999/xlink"',
    ),
  ],
  [
    'a style sheet',
    drawing(
      '<style>.a { fill: indigo; animation: turn 2s } @keyframes turn { to { rotate: 1turn } }</style>',
    ),
  ],
  ['motion', drawing('<circle r="1"><animate attributeName="r" to="2" dur="1s"/></circle>')],
  ['Khmer words', drawing('<title>ក&amp;ខ</title><text lang="km">ក &lt; ខ</text>')],
];

const hostile: readonly (readonly [string, string, string | RegExp])[] = [
  ['a script', drawing('<script>alert(1)</script>'), /<script>/],
  [
    'a script under a prefix',
    drawing('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'),
    /s:script/,
  ],
  ['an event handler', drawing('<rect onload="alert(1)"/>'), /onload/],
  ['an event handler in capitals', drawing('<rect ONCLICK="alert(1)"/>'), /ONCLICK/],
  ['a page inside', drawing('<foreignObject><p/></foreignObject>'), /foreignObject/],
  ['a link', drawing('<a href="#x"/>'), /<a>/],
  ['a picture from outside', drawing('<image href="https://example.org/a.png"/>'), /<image>/],
  ['a use of another file', drawing('<use href="other.svg#a"/>'), /outside/],
  ['a use of data', drawing('<use href="data:image/svg+xml,x"/>'), /outside/],
  ['paint from outside', drawing('<rect fill="url(https://example.org/a#b)"/>'), /outside/],
  ['paint from another file', drawing('<rect fill="url(\'other.svg#b\')"/>'), /outside/],
  ['an import', drawing('<style>@import "a.css";</style>'), /style sheet/],
  ['an import in pieces', drawing('<style>@imp<!-- -->ort "a.css";</style>'), /style sheet/],
  ['an import behind references', drawing('<style>&#64;import "a.css";</style>'), /style sheet/],
  ['an address behind an escape', drawing('<rect style="fill: \\75rl(x)"/>'), /outside/],
  ['a font from outside', drawing('<style>@font-face { src: url(x) }</style>'), /style sheet/],
  ['a set of pictures', drawing('<rect style="mask: image-set(\'a\' 1x)"/>'), /outside/],
  [
    'a changed reference',
    drawing('<use href="#a"><set attributeName="href" to="b"/></use>'),
    /animates/,
  ],
  ['a planted handler', drawing('<set attributeName="onclick" to="x"/>'), /animates/],
  ['another base', drawing('', ' xml:base="https://example.org/"'), /xml:base/],
  ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${plainDrawing()}`, /can't read/],
  ['raw text', drawing('<style><![CDATA[@import "a";]]></style>'), /can't read/],
  ['a processing instruction', `<?xml-stylesheet href="a.css"?>${plainDrawing()}`, /can't read/],
  ['another encoding', `<?xml version="1.0" encoding="UTF-7"?>${plainDrawing()}`, /can't read/],
  ['an unknown entity', drawing('<text>&evil;</text>'), /can't read/],
  ['an attribute without quotes', drawing('<rect fill=red />'), /can't read/],
  ['an attribute twice', drawing('<rect fill="red" fill="blue"/>'), /twice/],
  ['a tag left open', '<svg xmlns="http://www.w3.org/2000/svg"><g>', /not closed/],
  ['tags crossed', drawing('<g><rect></g></rect>'), /closes nothing/],
  ['two roots', plainDrawing() + plainDrawing(), /two outermost/],
  ['no namespace', '<svg viewBox="0 0 1 1"/>', /not an SVG/],
  ['a page', '<html xmlns="http://www.w3.org/2000/svg"/>', /not an SVG/],
  ['nothing', '', /not an SVG/],
];

describe('a drawing', () => {
  it.each(inert)('may hold %s [PKG8]', (_, source) => {
    expect(faultsOf(source)).toEqual([]);
  });

  it.each(hostile)('may not hold %s [PKG8]', (_, source, problem) => {
    expect(faultsOf(source).map((fault) => fault.problem.en)).toContainEqual(
      expect.stringMatching(problem),
    );
  });

  it('is told apart by line, with a fix', () => {
    expect(inEnglish(faultsOf(drawing('\n<g>\n<script/>\n</g>')))).toEqual([
      { line: 3, problem: '<script> is not allowed in a picture', fix: 'remove <script>' },
    ]);
  });

  it('is refused above its size, and when it is no text', () => {
    expect(svgFaults(new Uint8Array(svgLimit + 1))).toHaveLength(1);
    expect(svgFaults(Uint8Array.of(0xff, 0xfe, 0x3c))).toMatchObject([
      { problem: { en: 'not UTF-8 text' } },
    ]);
  });

  it('is judged whatever it is, and a handler is never let through [PKG8]', () => {
    const name = fc.stringMatching(/^[a-z]{2,8}$/);
    const value = fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[<&"]/g, ''));
    fc.assert(
      fc.property(fc.string(), name, value, (anything, event, script) => {
        expect(() => faultsOf(anything)).not.toThrow();
        expect(faultsOf(drawing(`<rect on${event}="${script}"/>`))).not.toEqual([]);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
