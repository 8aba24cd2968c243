import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { checkPackSource } from './build-pack.ts';
import { placeProblems } from './find-line.ts';

/** A lesson as docs/authoring.md has it, in YAML. */
const sound = `format: rean-lesson@1
id: first
title: { km: ពាក្យដំបូង, en: First words }
activities:
  - id: practise
    title: { km: អនុវត្ត, en: Practise }
    items:
      - id: read
        type: choice
        prompt: { km: តើរូបណាត្រូវ?, en: Which picture fits? }
        options:
          - { id: ka, picture: { src: pictures/ka.svg, alt: { km: ក } } }
          - { id: kha, label: { km: ខ } }
        correct: [ka]
        hint: { km: ទឹក, en: It's in water. }
`;
const lesson = 'lessons/first/lesson.yaml';

type Case = readonly [
  name: string,
  written: string | Uint8Array,
  line: number | null,
  problem: string,
  fix: string,
];

const change = (from: string, to: string) => sound.replace(from, to);

const cases: readonly Case[] = [
  [
    'a line set in too little',
    change('        correct', '       correct'),
    14,
    'is not set in',
    'as many spaces',
  ],
  ['a line set in too far', change('        correct', '          correct'), 14, '', ''],
  ['a tab', change('        correct', '\tcorrect'), 14, 'tab', 'use spaces'],
  ['a bracket that is not closed', change('Practise }', 'Practise'), 7, 'not closed', 'close it'],
  [
    'a colon in a text',
    change('en: Practise', 'en: Practise: now'),
    6,
    'a text holds a colon',
    '"quotes"',
  ],
  ['a comma left out', change('អនុវត្ត, en', 'អនុវត្ត en'), 6, 'a comma is missing', 'put commas'],
  ['a name twice', change('type: choice', 'id: choice'), 9, 'stands here twice', 'take one'],
  [
    'a text that begins with *',
    change('km: អនុវត្ត', 'km: *word'),
    6,
    'begins with a sign',
    '"quotes"',
  ],
  [
    'an answer that is no option',
    change('[ka]', '[kaa]'),
    14,
    'no such option: kaa; there are ka, kha',
    'write the id of one',
  ],
  ['an answer that is no list', change('[ka]', 'ka'), 14, '"ka" is no list', 'a list in [ ]'],
  ['no answer', change('        correct: [ka]\n', ''), 8, 'is missing', 'add a list'],
  ['an id twice', change('id: kha', 'id: ka'), 11, 'the id ka is used twice', 'another id'],
  [
    'a picture that is not there',
    change('pictures/ka.svg', 'pictures/go.svg'),
    12,
    'no file pictures/go.svg',
    'add the file',
  ],
  [
    'a path of Windows',
    change('pictures/ka.svg', 'pictures\\ka.svg'),
    12,
    '"pictures\\ka.svg" does not fit',
    'write / for \\, as in pictures/ka.svg',
  ],
  [
    'a path of a whole PC',
    change('pictures/ka.svg', "'C:\\ka.svg'"),
    12,
    'does not fit',
    'from the folder of pack.source.json',
  ],
  [
    'a path from the lesson',
    change('pictures/ka.svg', '../../pictures/ka.svg'),
    12,
    'does not fit',
    'from the folder of pack.source.json',
  ],
  [
    'capitals in a name',
    change('pictures/ka.svg', 'pictures/Ka 1.SVG'),
    12,
    'does not fit',
    'as in pictures/ka-1.svg',
  ],
  [
    'a picture of a telephone',
    change('pictures/ka.svg', 'pictures/ka.heic'),
    12,
    'is no kind of file',
    'save it as PNG, JPEG, WebP',
  ],
  [
    'a type that is none',
    change('type: choice', 'type: Choice'),
    9,
    '"Choice" is not known',
    '"choice"',
  ],
  [
    'a member that is none',
    change('hint:', 'hnit:'),
    15,
    '"hnit" is not known',
    'correct its spelling',
  ],
  [
    'words without a language',
    change("{ km: ទឹក, en: It's in water. }", 'ទឹក'),
    15,
    '"ទឹក" is no group',
    '{ km: ត្រី, en: A fish }',
  ],
  [
    'words in English alone',
    change('{ km: អនុវត្ត, en: Practise }', '{ en: Practise }'),
    6,
    'is missing',
    'add a text',
  ],
  [
    'another id than its folder',
    change('id: first', 'id: second'),
    2,
    'calls itself "second"',
    'write "first"',
  ],
  ['nothing', '', null, 'is empty', 'docs/authoring.md'],
  ['a page', '<html></html>', null, 'does not have the shape', 'docs/authoring.md'],
  [
    'another encoding',
    new Uint8Array([0xff, 0xfe, 0x66, 0x00]),
    null,
    'not saved as UTF-8',
    'UTF-8',
  ],
];

describe('a mistake a teacher makes in a lesson', () => {
  async function told(written: string | Uint8Array) {
    const { description, files: all } = packSource();
    const others = Object.entries(all).filter(([path]) => !path.startsWith('lessons/'));
    const files = { ...Object.fromEntries(others), [lesson]: sound };
    const folder = await writePackSource({ description, files });
    await writeFile(join(folder, lesson), written);
    const checked = await checkPackSource(nodeDisk(), folder);
    if (checked.kind === 'built') return [];
    return placeProblems(nodeDisk(), folder, checked.problems);
  }

  it('is none in the guide’s own words, with lines of Windows and the mark some editors put first', async () => {
    for (const written of [sound, sound.replaceAll('\n', '\r\n'), `\uFEFF${sound}`]) {
      expect(await told(written)).toEqual([]);
    }
  });

  it.each(cases)(
    '[AUT2] [AUT6] is told once, by file and line, with what to do, in both languages: %s',
    async (_, written, line, problem, fix) => {
      const [first, ...others] = await told(written);
      expect(others).toEqual([]);
      expect(first).toMatchObject({ file: lesson, line });
      expect(first?.problem.en).toContain(problem);
      expect(first?.fix.en).toContain(fix);
      for (const sentence of [first?.problem, first?.fix]) {
        expect(sentence?.km).toMatch(/[\u1780-\u17ff]/u);
        expect(sentence?.km).not.toBe(sentence?.en);
      }
    },
  );
});
