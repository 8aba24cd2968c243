import { describe, expect, it } from 'vitest';
import { giftQuestions } from '../quiz/gift-questions.ts';
import { moodleQuestions } from '../quiz/moodle-questions.ts';
import { readXmlTree } from '../text/xml-tree.ts';
import { makeLessons } from './make-lesson.ts';
import type { ForeignQuestion } from './question.ts';

/** Items and notes of questions, as they would stand in a lesson. */
async function made(questions: readonly ForeignQuestion[]) {
  const { things, notes } = await makeLessons(questions, { title: null });
  const lessons = things.flatMap((thing) => (thing.kind === 'lesson' ? [thing] : []));
  const items = lessons
    .flatMap((lesson) => lesson.activities('lessons/x'))
    .flatMap((activity) => activity.items);
  return { items, notes: notes.map(({ at, text }) => `${at ?? ''}: ${text}`) };
}

const gift = (text: string) => made(giftQuestions(text));
const promptsOf = ({ items }: Awaited<ReturnType<typeof made>>) =>
  items.map(({ prompt }) => prompt.km);
const cloze = (text: string) =>
  made(
    moodleQuestions(
      readXmlTree(
        `<quiz><question type="cloze"><name><text>Rice</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext></question></quiz>`,
      ),
    ),
  );

describe('GIFT as teachers write it', () => {
  it('has ~= for a right answer, signs of its own in words, and empty lines in its braces [FRN7]', async () => {
    const done = await gift(
      'He has {~=much~many} rice: a = b, 3~4\n\n' +
        '::Read: it::Note: see x=3 #1\n\n' +
        'Which? {\n\n  ~one\n\n  =two\n\n}\n\n' +
        'Next {T}',
    );
    expect(done.notes).toEqual([]);
    expect(done.items).toMatchObject([
      { type: 'choice', prompt: { km: expect.stringMatching(/^He has _+ rice: a = b, 3~4$/) } },
      { type: 'present', prompt: { km: 'Note: see x=3 #1' } },
      { type: 'choice', prompt: { km: 'Which?' }, correct: ['o2'] },
      { type: 'choice', prompt: { km: 'Next' }, correct: ['true'] },
    ]);
  });

  it('has several gaps in a text, of its own kind and of cloze texts [FRN7]', async () => {
    const done = await gift(
      'She {~go~=goes} to school, they {~=go~goes} home.\n\n' +
        '[html]{=Shall=shall} I {1:SA:=tell~%50%say} you? (<i>tell</i>)\n\n' +
        'It is {#3.14:0.01}, or {1:NM:=2:0.5} {T}.',
    );
    expect(done.items).toMatchObject([
      {
        type: 'inlineChoice',
        text: { km: 'She {gap-1} to school, they {gap-2} home.' },
        gaps: [{ correct: 'o2' }, { correct: 'o1' }],
      },
      { type: 'textEntry', prompt: { km: '____ I … you? (tell)' }, accept: ['Shall', 'shall'] },
      { type: 'textEntry', prompt: { km: 'Shall I ____ you? (tell)' }, accept: ['tell'] },
    ]);
    expect(done.notes).toContain(
      'question 3 (line 5): Left out: one of its gaps has no right answer.',
    );
  });

  it('says where it can’t be read, in words of its own [FRN7]', async () => {
    const done = await gift('Good {T}\n\nBad {=a');
    expect(done.notes).toEqual([
      expect.stringMatching(/^question 2 \(line 3\): Left out: it is not written as GIFT/),
    ]);
    expect(done.notes.join('')).not.toContain('Expected');
  });

  it('praises with what is said to the whole answer, and reads Markdown [FRN4]', async () => {
    const done = await gift('[markdown]Where **from**? {~%50%Galilee#Nearly =Nazareth#Yes}');
    expect(done.items).toMatchObject([{ prompt: { km: 'Where from?' }, praise: { km: 'Yes' } }]);
  });

  it('takes numbers of a range with the decimals its ends have [FRN7]', async () => {
    const accept = async (range: string) =>
      (await gift(`Pi {#${range}}`)).items.flatMap((item) =>
        item.type === 'textEntry' ? [item.accept] : [],
      );
    expect(await accept('3.14:0.01')).toEqual([['3.13', '3.14', '3.15']]);
    expect(await accept('-2..-1')).toEqual([['-2', '-1', '-1.5']]);
    expect(await accept('100:50')).toEqual([['100']]);
    expect(await accept('0.3')).toEqual([['0.3']]);
  });
});

describe('questions longer than a screen', () => {
  it('with gaps become as many items as they need, and lose no word and no gap [FRN7]', async () => {
    const sentence = (word: string, length: number) => `${`${word} `.repeat(length).trim()}. `;
    const done = await cloze(
      `<p>${sentence('before', 60)}</p><p>The {1:MC:=cat~dog} sat. It {1:MC:sat~=slept}.</p>` +
        `<p>${sentence('long', 30)}A {1:SA:=bird} that ${sentence('sang', 40)} {1:MC:=a~b~c~d~e~f} end.</p>` +
        `<p>${sentence('behind', 10)}</p>`,
    );
    expect(done.items.map(({ type }) => type)).toEqual([
      'present',
      'inlineChoice',
      'present',
      'textEntry',
      'choice',
    ]);
    const words = done.items.map((item) =>
      item.type === 'inlineChoice' ? item.text.km : item.prompt.km,
    );
    expect(words[1]).toBe('The {gap-1} sat. It {gap-2}.');
    expect(words.filter((one) => one.includes('____'))).toHaveLength(2);
    expect(Math.max(...words.map((one) => one.length))).toBeLessThanOrEqual(500);
    expect(words[0]?.match(/before/g)).toHaveLength(60);
    expect(words.join(' ').match(/long/g)).toHaveLength(30);
    expect(words.at(-1)?.match(/behind/g)).toHaveLength(10);
    expect(done.notes).toEqual([
      'question 1, “Rice” (line 1): Came, but its text with gaps became 3 items.',
    ]);
    expect(new Set(done.items.map(({ id }) => id)).size).toBe(done.items.length);
  });

  it('are read first, then asked; the question keeps its id [FRN7]', async () => {
    const story = 'សុខ ទៅ ផ្សារ។ '.repeat(60);
    const done = await gift(`::Market::${story}\\nតើ គាត់ ទៅ ណា? {=ផ្សារ ~ផ្ទះ}`);
    expect(done.items.at(-1)).toMatchObject({ id: 'market', prompt: { km: 'តើ គាត់ ទៅ ណា?' } });
    const read = promptsOf(done).slice(0, -1);
    expect(read.length).toBeGreaterThan(1);
    expect(read.join(' ').match(/ផ្សារ/g)).toHaveLength(60);
    expect(done.notes).toHaveLength(1);
  });

  it('with more answers than a screen holds keep the right ones [FRN7]', async () => {
    const done = await gift('Many {~1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 =9}');
    expect(done.items).toMatchObject([{ type: 'choice', correct: ['o8'] }]);
    expect(done.notes).toEqual([
      'question 1 (line 1): Came, but 1 of its wrong answers are left out.',
    ]);
  });

  it('with a word that has no end are cut where they must be', async () => {
    const done = await gift(`${'x'.repeat(1300)} {T}`);
    expect(promptsOf(done).join('')).toBe('x'.repeat(1300));
  });
});

describe('questions of Moodle’s plug-ins and of its first version', () => {
  const moodle = (type: string, text: string, rest: string) =>
    made(
      moodleQuestions(
        readXmlTree(
          `<quiz><question type="${type}"><name><text>${type}</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${rest}</question></quiz>`,
        ),
      ),
    );
  const wrong = '<answer fraction="0"><text>dog</text></answer>';

  it('fill gaps between any signs, by words to choose or to type [FRN4]', async () => {
    const words = (display: string, signs: string) =>
      `<answerdisplay>${display}</answerdisplay><delimitchars>${signs}</delimitchars>`;
    const dragged = await moodle(
      'gapfill',
      'The [cat] sat on the [mat]',
      `${words('dragdrop', '[]')}${wrong}`,
    );
    expect(dragged.items).toMatchObject([
      {
        type: 'inlineChoice',
        text: { km: 'The {gap-1} sat on the {gap-2}' },
        gaps: [
          { options: [{ label: { km: 'cat' } }, { label: { km: 'mat' } }, {}], correct: 'o1' },
          { correct: 'o2' },
        ],
      },
    ]);
    const typed = await moodle('gapfill', 'a[0] is {zero|0}', words('gapfill', '{}'));
    expect(typed.items).toMatchObject([
      { type: 'textEntry', prompt: { km: 'a[0] is ____' }, accept: ['zero', '0'] },
    ]);
  });

  it('keep the picture beside their words [FRN4]', async () => {
    const png = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1').toString('base64');
    const old = `<image>a.png</image><image_base64>\n${png}\n</image_base64>`;
    const done = await moodle('description', 'Look', old);
    expect(done.items).toMatchObject([{ type: 'present', picture: { src: expect.any(String) } }]);
  });
});
