import { describe, expect, it } from 'vitest';
import { readQti } from './qti-item.ts';
import { qtiQuestions } from './qti-questions.ts';
import { stimuliOf } from './qti-stimulus.ts';
import { htmlText } from '../text/html-text.ts';

const item = (body: string, rest = '') =>
  readQti(
    `<qti-assessment-item identifier="i"><qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>${rest}<qti-item-body>${body}</qti-item-body></qti-assessment-item>`,
  );
const place = { at: 'question 1', group: null, look: () => Promise.resolve(null) };
const textOf = (body: string) => qtiQuestions(item(body), place).map(({ text }) => text.text);

describe('words of an item in QTI', () => {
  it('are read with the passage that words are chosen from [FRN4]', () => {
    const passage =
      '<qti-hottext-interaction response-identifier="R"><qti-prompt>Find the fault</qti-prompt><p>A <qti-hottext identifier="A">dog</qti-hottext> <qti-hottext identifier="B">go</qti-hottext> home</p></qti-hottext-interaction>';
    expect(textOf(passage)).toEqual(['A [dog] [go] home\nFind the fault']);
  });

  it('are those for its learner, not for who marks it [FRN4]', () => {
    const rubric = (view: string) =>
      `<qti-rubric-block view="${view}"><p>For ${view}</p></qti-rubric-block>`;
    expect(textOf(`${rubric('candidate')}${rubric('scorer')}<p>Read</p>`)).toEqual([
      'For candidate\nRead',
    ]);
  });

  it('have formulas that mean the same in a line [FRN4]', () => {
    const math = (inner: string) => htmlText(`<p>x <math>${inner}</math> y</p>`).text;
    expect(math('<mi>c</mi><msup><mi>m</mi><mn>2</mn></msup>')).toBe('x cm² y');
    expect(math('<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac>')).toBe(
      'x (a+1)/2 y',
    );
    expect(math('<msqrt><mn>3</mn></msqrt><msub><mi>a</mi><mi>n</mi></msub>')).toBe(
      'x √(3)a_(n) y',
    );
    expect(math('<mroot><mi>x</mi><mn>3</mn></mroot><mfenced><mn>1</mn><mn>2</mn></mfenced>')).toBe(
      'x ³√(x)(1, 2) y',
    );
    expect(math('<semantics><mn>1</mn><annotation>no</annotation></semantics>')).toBe('x 1 y');
    expect(math('<msup></msup><mfrac><mn>1</mn></mfrac>')).toBe('x 1 y');
  });
});

describe('texts that items share', () => {
  const stimulus = readQti(
    '<qti-assessment-stimulus identifier="s"><qti-stimulus-body><p>Long ago</p><img src="../p/a.png" alt="a"/></qti-stimulus-body></qti-assessment-stimulus>',
  );
  const shares = item(
    '<p>Why?</p>',
    '<qti-assessment-stimulus-ref identifier="s" href="../shared/s.xml"/>',
  );
  const read = (path: string) => Promise.resolve(path === 'shared/s.xml' ? stimulus : null);

  it('are read before the first that has them, with their pictures [FRN4]', async () => {
    const first = await stimuliOf(shares, 'items/a.xml', [], read);
    expect(first).toMatchObject({ paths: ['shared/s.xml'], missing: [] });
    const [question] = first.items.flatMap((one) => qtiQuestions(one, place));
    expect(question).toMatchObject({ name: 's', body: { type: 'present' } });
    expect(question?.text).toMatchObject({
      text: 'Long ago',
      pictures: [{ src: '/p/a.png', alt: 'a' }],
    });
    expect((await stimuliOf(shares, 'items/b.xml', first.paths, read)).items).toEqual([]);
    expect((await stimuliOf(item('<p>x</p>'), 'c.xml', first.paths, read)).paths).toEqual([]);
  });

  it('are told where they are not there [FRN4]', async () => {
    const lost = await stimuliOf(shares, 'elsewhere/items/a.xml', [], read);
    expect(lost).toMatchObject({ missing: ['elsewhere/shared/s.xml'], items: [] });
  });
});
