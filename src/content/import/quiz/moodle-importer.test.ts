import { describe, expect, it } from 'vitest';
import { imported, notesOf, png } from '../../../../tests/factories/imported-questions.ts';

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
