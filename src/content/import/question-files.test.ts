import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawZip } from '../../../tests/factories/raw-zip.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { lessonSchema } from '../../shared/contracts/lesson.ts';
import { semverSchema } from '../../shared/ids.ts';
import { buildPack } from '../build/build-pack.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { importFiles } from './import-files.ts';

const png = Buffer.from('\u0089PNG\r\n, as far as a test cares', 'latin1');

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Imports the first of some files, all lying in one folder, into a new pack, which is then built. */
async function imported(files: Files) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const into = join(await temporaryFolder(), 'pack');
  const disk = nodeDisk();
  const randomness = seededRandomness(7);
  const processes = {
    self: () => Promise.resolve({ pid: 1, started: null }),
    isRunning: () => Promise.resolve(false),
  };
  const { files: reports } = await importFiles(
    { disk, randomness, processes, appVersion: semverSchema.parse('0.1.0') },
    { paths: [join(folder, Object.keys(files)[0] ?? '')], into, replace: false, words: {} },
  );
  const [report] = reports;
  if (report === undefined || report.outcome !== 'imported') return { report, items: [], into };
  const result = await buildPack({ disk, randomness }, into, join(folder, 'out.kpack'));
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  const lessons = await Promise.all(
    report.things.map(async ({ id }) =>
      lessonSchema.parse(
        JSON.parse(await readFile(join(into, `lessons/${id}/lesson.json`), 'utf8')),
      ),
    ),
  );
  const activities = lessons.flatMap((lesson) => lesson.activities);
  return { report, lessons, activities, items: activities.flatMap(({ items }) => items), into };
}

/** Notes as `at: text`. */
const notesOf = ({ report }: Awaited<ReturnType<typeof imported>>) =>
  (report?.notes ?? []).map(({ at, text }) => `${at ?? ''}: ${text}`);

describe('questions in GIFT', () => {
  const gift = `$CATEGORY: $course$/top/លេខ

// a comment
::Sum:: តើ ២+៣ ស្មើប៉ុន្មាន? {~៤#no =៥#ត្រឹមត្រូវ ~%50%៦}

Match {=ឆ្កែ -> dog =ឆ្មា -> cat =ត្រី -> fish}

[html]<p>The sun rises in the <b>east</b>, 2<sup>3</sup> &amp; more</p> {T}

Write {=ស្ត្រី =ស្រ្តី}

Two {~%50%a ~%50%b ~%-100%c}

Pi {#3:1}

Essay {}

Broken { =a

Only text

Many {=1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 ~9}
`;

  it('become items by what they ask; what can’t be mapped is told by number [FRN4]', async () => {
    const done = await imported({ 'សំណួរ.gift': gift });
    expect(done.items).toMatchObject([
      {
        type: 'choice',
        id: 'sum',
        prompt: { km: 'តើ ២+៣ ស្មើប៉ុន្មាន?' },
        praise: { km: 'ត្រឹមត្រូវ' },
        correct: ['o2'],
      },
      {
        type: 'match',
        prompt: { km: 'Match', en: 'Match' },
        correct: [
          ['l1', 'r1'],
          ['l2', 'r2'],
          ['l3', 'r3'],
        ],
      },
      { type: 'choice', prompt: { en: 'The sun rises in the east, 2³ & more' }, correct: ['true'] },
      { type: 'textEntry', accept: ['ស្ត្រី'], keyboard: 'khmer' },
      { type: 'choice', correct: ['o1', 'o2'] },
      { type: 'textEntry', accept: ['2', '3', '4'], keyboard: 'digits' },
      { type: 'present', prompt: { km: 'Only text' } },
      { type: 'choice', prompt: { km: 'Many' }, correct: ['o1'] },
    ]);
    expect(done.activities?.map(({ title }) => title.km)).toEqual(['លេខ']);
    expect(notesOf(done)).toEqual([
      'question 1 (line 3), “Sum”: Came, but answers that earn a part of the mark count as wrong.',
      'question 1 (line 3), “Sum”: Came, but what it says to single answers is left out.',
      'question 6 (line 14): Came, but of the range of numbers only some count as right.',
      'question 7 (line 16): Left out: a person has to mark its answer.',
      expect.stringMatching(/^question 8 \(line 18\): Left out: it is not written as GIFT/),
      'question 10 (line 22): Came, but 1 of its wrong answers are left out.',
    ]);
  });

  it('keep their ids when others come between them [FRN1] [FRN4]', async () => {
    const ids = async (text: string) =>
      (await imported({ 'a.gift': text })).items.map(({ id }) => id);
    const [one, two] = await ids('One {T}\n\nTwo {F}');
    expect(await ids('New {T}\n\nOne {T}\n\nTwo {F}\n\nOne {T}')).toEqual([
      expect.any(String),
      one,
      two,
      `${one}-2`,
    ]);
  });

  it('are read in the encodings of old programs [FRN4]', async () => {
    const text = 'Say \u201Cyes\u201D {=a ~b}';
    const utf16 = Buffer.from(`\uFEFFតើ {=ក ~ខ}`, 'utf16le');
    expect((await imported({ 'a.gift': utf16 })).items).toMatchObject([{ prompt: { km: 'តើ' } }]);
    const old = await imported({
      'a.txt': Buffer.from(text.replace('\u201C', '\u0093').replace('\u201D', '\u0094'), 'latin1'),
    });
    expect(old.items).toMatchObject([{ prompt: { km: 'Say “yes”' } }]);
    expect(notesOf(old)[0]).toContain('windows-1252');
  });
});

const moodle = (questions: string) => `<?xml version="1.0"?><quiz>${questions}</quiz>`;
const asked = (type: string, text: string, rest: string) =>
  `<question type="${type}"><name><text>${text}</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${rest}</question>`;
const answer = (share: number, text: string) =>
  `<answer fraction="${share}"><text>${text}</text></answer>`;

describe('questions of Moodle', () => {
  it('come with their pictures; nothing of their HTML but words stays [FRN4]', async () => {
    const file = `<file name="a b.png" path="/" encoding="base64">${png.toString('base64')}</file>`;
    const done = await imported({
      'quiz.xml': moodle(
        `<question type="category"><category><text>$course$/Khmer</text></category></question>
        <question type="multichoice"><name><text>p</text></name><questiontext format="html"><text>&lt;p onclick="x()"&gt;Look&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src="@@PLUGINFILE@@/a%20b.png" alt="រូប"&gt;&lt;img src="http://x.org/y.png"&gt;&lt;/p&gt;</text>${file}</questiontext><single>true</single>${answer(0, '1')}${answer(100, '2')}</question>` +
          asked('ordering', 'Order', answer(0, 'a') + answer(0, 'b')) +
          asked('cloze', 'The {1:MULTICHOICE:=cat~dog} sat', '') +
          asked('cloze', 'One {1:SHORTANSWER:=x~%50%y} two', '') +
          asked(
            'ddwtos',
            'A [[2]] b [[1]]',
            '<dragbox><text>x</text></dragbox><dragbox><text>y</text></dragbox>',
          ) +
          asked('calculated', 'Sum', ''),
      ),
    });
    expect(done.items).toMatchObject([
      { type: 'choice', prompt: { km: 'Look' }, picture: { alt: { km: 'រូប' } }, correct: ['o2'] },
      { type: 'order', elements: [{ label: { km: 'a' } }, { label: { km: 'b' } }] },
      { type: 'inlineChoice', text: { km: 'The {gap-1} sat' }, gaps: [{ correct: 'o1' }] },
      { type: 'textEntry', prompt: { km: 'One ____ two' }, accept: ['x'] },
      {
        type: 'gapMatch',
        correct: [
          ['c2', 'gap-1'],
          ['c1', 'gap-2'],
        ],
      },
    ]);
    expect(notesOf(done).join('\n')).toMatch(/“Sum”.*no item of a lesson is like “calculated”/);
    expect(notesOf(done).join('\n')).toMatch(
      /http:\/\/x\.org\/y\.png is left out: it lies in the network/,
    );
    expect(done.report?.things).toMatchObject([{ kind: 'lesson', items: 5 }]);
  });

  it.each([
    [
      'entities that grow',
      '<!DOCTYPE q [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>',
      'entities',
    ],
    [
      'entities from files',
      '<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>',
      'entities',
    ],
    ['entities nobody knows', '<quiz>&nbsp;</quiz>', 'no sound XML'],
    ['elements without end', `<quiz>${'<a>'.repeat(5000)}`, 'nested more than 200'],
    ['an end too few', '<quiz><question>', 'no sound XML'],
  ])('are refused with %s [FRN4]', async (_, text, problem) => {
    const { report } = await imported({ 'a.xml': text });
    expect(report).toMatchObject({
      outcome: 'refused',
      error: { code: 'import.unreadable', facts: { problem: expect.stringContaining(problem) } },
    });
  });
});

const right = (values: readonly string[], cardinality = 'single', type = 'identifier') =>
  `<responseDeclaration identifier="R" cardinality="${cardinality}" baseType="${type}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse></responseDeclaration>`;
const item = (id: string, declared: string, body: string) =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="${id}" title="${id}">${declared}<itemBody>${body}</itemBody></assessmentItem>`;
const choices = (tag: string, ...ids: readonly string[]) =>
  ids.map((id) => `<${tag} identifier="${id}">${id}</${tag}>`).join('');

describe('questions in QTI', () => {
  const items: Readonly<Record<string, string>> = {
    choice: item(
      'choice',
      right(['B']),
      `<p>Look <img src="../p/x.png" alt="x"/></p><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt>${choices('simpleChoice', 'A', 'B')}</choiceInteraction>`,
    ),
    order: item(
      'order',
      right(['B', 'A'], 'ordered'),
      `<orderInteraction responseIdentifier="R"><prompt>Put in order</prompt>${choices('simpleChoice', 'A', 'B')}</orderInteraction>`,
    ),
    match: item(
      'match',
      right(['A X', 'B X'], 'multiple', 'directedPair'),
      `<matchInteraction responseIdentifier="R"><prompt>Join</prompt><simpleMatchSet>${choices('simpleAssociableChoice', 'A', 'B')}</simpleMatchSet><simpleMatchSet>${choices('simpleAssociableChoice', 'X', 'Y')}</simpleMatchSet></matchInteraction>`,
    ),
    pairs: item(
      'pairs',
      right(['A B'], 'multiple', 'pair'),
      `<associateInteraction responseIdentifier="R"><prompt>Pairs</prompt>${choices('simpleAssociableChoice', 'A', 'B', 'C')}</associateInteraction>`,
    ),
    text: item(
      'text',
      '<responseDeclaration identifier="R" cardinality="single" baseType="string"><correctResponse><value>cat</value></correctResponse><mapping><mapEntry mapKey="cat" mappedValue="1"/><mapEntry mapKey="Cats" mappedValue="1"/><mapEntry mapKey="dog" mappedValue="0"/></mapping></responseDeclaration>',
      '<p>A <textEntryInteraction responseIdentifier="R"/> purrs</p>',
    ),
    inline: item(
      'inline',
      right(['B']),
      `<p>A <inlineChoiceInteraction responseIdentifier="R">${choices('inlineChoice', 'A', 'B')}</inlineChoiceInteraction> c</p>`,
    ),
    gaps: item(
      'gaps',
      right(['W1 G2', 'W2 G1'], 'multiple', 'directedPair'),
      `<gapMatchInteraction responseIdentifier="R"><prompt>Fill</prompt>${choices('gapText', 'W1', 'W2')}<p>One <gap identifier="G1"/> two <gap identifier="G2"/></p></gapMatchInteraction>`,
    ),
    slider: item(
      'slider',
      right(['7'], 'single', 'integer'),
      '<sliderInteraction responseIdentifier="R" lowerBound="0" upperBound="10" step="1"><prompt>Seven</prompt></sliderInteraction>',
    ),
    hotspot: item(
      'hotspot',
      right(['H2']),
      '<hotspotInteraction responseIdentifier="R" maxChoices="1"><prompt>Touch</prompt><object type="image/png" data="../p/x.png" width="200" height="100"/><hotspotChoice identifier="H1" shape="circle" coords="50,50,20"/><hotspotChoice identifier="H2" shape="rect" coords="100,0,180,40"/></hotspotInteraction>',
    ),
    essay: item(
      'essay',
      '',
      '<extendedTextInteraction responseIdentifier="R"><prompt>Tell</prompt></extendedTextInteraction>',
    ),
    read: item('read', '', '<p>Read this</p>'),
  };

  it('come with what their sections are to be read with, in files of their own too; what is lost is told [FRN4]', async () => {
    const rubric = (view: string, words: string) =>
      `<rubricBlock view="${view}"><p>${words}</p></rubricBlock>`;
    const ref = (id: string) => `<assessmentItemRef identifier="${id}" href="../items/${id}.xml"/>`;
    const section = (title: string, inside: string) =>
      `<assessmentSection identifier="${title}" title="${title}">${inside}</assessmentSection>`;
    const first = section(
      'One',
      `<ordering shuffle="true"/>${rubric('candidate tutor', 'Read the story.')}${rubric('scorer', 'Be kind.')}${rubric('candidate', ' ')}${ref('choice')}`,
    );
    const elsewhere = ['two', 'gone'].map((id) => `<assessmentSectionRef href="${id}.xml"/>`);
    const test = `<assessmentTest identifier="t" title="T"><testPart><branchRule target="x"/>${first}${elsewhere.join('')}</testPart></assessmentTest>`;
    const resource = (type: string, href: string) =>
      `<resource identifier="${href}" type="imsqti_${type}_xmlv2p2" href="${href}"/>`;
    const zip = rawZip([
      {
        name: 'imsmanifest.xml',
        content: `<manifest><resources>${resource('test', 'tests/t.xml')}${['choice', 'order', 'read'].map((id) => resource('item', `items/${id}.xml`)).join('')}</resources></manifest>`,
      },
      { name: 'tests/t.xml', content: test },
      {
        name: 'tests/two.xml',
        content: section('Two', `${rubric('candidate', 'Now put in order.')}${ref('order')}`),
      },
      { name: 'p/x.png', content: png },
      ...(['choice', 'order', 'read'] as const).map((id) => ({
        name: `items/${id}.xml`,
        content: items[id] ?? '',
      })),
    ]);
    const done = await imported({ 'exam.zip': zip });
    expect(done.items.map(({ prompt }) => prompt.km)).toEqual([
      'Read the story.',
      'Look\nWhich?',
      'Now put in order.',
      expect.any(String),
      'Read this',
    ]);
    const told = done.report?.notes.map(({ text }) => text).join('\n') ?? '';
    expect(told).toContain('A section of the test is left out: the package has no such file');
    expect(told).toContain('words for who marks or gives the test are left out');
    expect(told).toContain('doesn’t depend on the answers');
    expect(told).toContain('its questions are not mixed');
    expect(told).not.toContain('limits of time');
  });

  it('come from a package in the order of its test, with pictures and headings [FRN4]', async () => {
    const ids = Object.keys(items);
    const manifest = `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource identifier="t" type="imsqti_test_xmlv2p2" href="test.xml"/>${ids.map((id) => `<resource identifier="${id}" type="imsqti_item_xmlv2p2" href="items/${id}.xml"/>`).join('')}</resources></manifest>`;
    const refs = ids
      .slice(0, -1)
      .map((id) => `<assessmentItemRef identifier="${id}" href="items/${id}.xml"/>`);
    const test = `<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="t" title="តេស្ត"><testPart><assessmentSection title="Part one">${refs.join('')}</assessmentSection></testPart></assessmentTest>`;
    const zip = rawZip([
      { name: 'imsmanifest.xml', content: manifest },
      { name: 'test.xml', content: test },
      { name: 'p/x.png', content: png },
      ...ids.map((id) => ({ name: `items/${id}.xml`, content: items[id] ?? '' })),
    ]);
    const done = await imported({ 'exam.zip': zip });
    expect(done.report).toMatchObject({ kind: 'qti', things: [{ title: 'តេស្ត', items: 10 }] });
    expect(done.items).toMatchObject([
      {
        id: 'choice',
        type: 'choice',
        prompt: { km: 'Look\nWhich?' },
        picture: { alt: { km: 'x' } },
        correct: ['o2'],
      },
      { id: 'order', type: 'order', elements: [{ label: { km: 'B' } }, { label: { km: 'A' } }] },
      {
        id: 'match',
        type: 'match',
        correct: [
          ['l1', 'r1'],
          ['l2', 'r1'],
        ],
      },
      { id: 'pairs', type: 'associate', correct: [['c1', 'c2']] },
      { id: 'text', type: 'textEntry', prompt: { km: 'A ____ purrs' }, accept: ['cat', 'Cats'] },
      {
        id: 'inline',
        type: 'inlineChoice',
        text: { km: 'A {gap-1} c' },
        gaps: [{ correct: 'o2' }],
      },
      {
        id: 'gaps',
        type: 'gapMatch',
        text: { km: 'One {gap-1} two {gap-2}' },
        correct: [
          ['c2', 'gap-1'],
          ['c1', 'gap-2'],
        ],
      },
      { id: 'slider', type: 'numberLine', min: 0, max: 10, correct: 7 },
      {
        id: 'hotspot',
        type: 'hotspot',
        areas: [
          { x: 25, y: 50, r: 10 },
          { x: 70, y: 20, r: 10 },
        ],
        correct: ['a2'],
      },
      { id: 'read', type: 'present' },
    ]);
    expect(done.activities?.map(({ title }) => title.km)).toEqual(['Part one', 'អនុវត្ត']);
    expect(notesOf(done)).toEqual([
      expect.stringContaining('Came, but its places are circles now'),
      'question 10 (items/essay.xml): Left out: a person has to mark its answer.',
    ]);
  });

  it('of version 3 are read as those of version 2 [FRN4]', async () => {
    const text = `<qti-assessment-item identifier="q1" title="One"><qti-response-declaration identifier="R" cardinality="multiple" base-type="identifier"><qti-correct-response><qti-value>A</qti-value><qti-value>C</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><qti-choice-interaction response-identifier="R" max-choices="2"><qti-prompt>ជ្រើស</qti-prompt>${choices('qti-simple-choice', 'A', 'B', 'C')}</qti-choice-interaction></qti-item-body></qti-assessment-item>`;
    const done = await imported({ 'item.xml': text });
    expect(done.items).toMatchObject([{ id: 'q1', type: 'choice', correct: ['o1', 'o3'] }]);
    const old = await imported({ 'old.xml': '<questestinterop><item/></questestinterop>' });
    expect(old.report).toMatchObject({ kind: 'qti', error: { code: 'import.unsupported' } });
  });
});

describe('lessons in Markdown', () => {
  it('become activities of things to read and to answer, with pictures beside them [FRN4]', async () => {
    const done = await imported({
      'lesson.md': `---
title: មេរៀនទី១
licence: CC0-1.0
---
# Ignored

## សត្វ

This is a *dog*. ![ឆ្កែ](pictures/my%20dog.png)

- one
- two

### Which is it?

- [ ] A cat
- [x] A dog
> Look at its ears.

### Join

- ឆ្កែ -> dog
- ឆ្មា -> cat

## Words

### Order them

1. first
2. second

### Write "five"

= 5
= ៥

![gone](none.png)
`,
      'pictures/my dog.png': png,
    });
    expect(done.lessons).toMatchObject([{ title: { km: 'មេរៀនទី១' } }]);
    expect(done.report?.licence).toBe('CC0-1.0');
    expect(done.activities?.map(({ title }) => title.km)).toEqual(['សត្វ', 'Words']);
    expect(done.items).toMatchObject([
      { type: 'present', prompt: { km: 'This is a dog.' }, picture: { alt: { km: 'ឆ្កែ' } } },
      { type: 'present', prompt: { km: '• one\n• two' } },
      {
        type: 'choice',
        prompt: { km: 'Which is it?' },
        correct: ['o2'],
        hint: { km: 'Look at its ears.' },
      },
      { type: 'match', prompt: { km: 'Join' } },
      { type: 'order', prompt: { km: 'Order them' } },
      { type: 'textEntry', prompt: { km: 'Write "five"' }, accept: ['5', '៥'], keyboard: 'digits' },
      { type: 'present', prompt: { km: 'មើល' } },
    ]);
    expect(notesOf(done)).toEqual([
      expect.stringContaining('The picture none.png is left out: the file has no such picture.'),
    ]);
  });

  it('never reach above their own folder [FRN4]', async () => {
    const done = await imported({
      'in/a.md': 'Look ![x](../b.png) ![y](/etc/hostname)',
      'b.png': png,
    });
    expect(done.items).toMatchObject([{ type: 'present', prompt: { km: 'Look' } }]);
    expect(notesOf(done)).toHaveLength(2);
  });
});
