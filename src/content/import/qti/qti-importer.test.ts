import { describe, expect, it } from 'vitest';
import { rawZip } from '../../../../tests/factories/raw-zip.ts';
import { imported, notesOf, png } from '../../../../tests/factories/imported-questions.ts';

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
