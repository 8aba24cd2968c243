import { describe, expect, it } from 'vitest';
import { imported, notesOf } from '../../../../tests/factories/imported-questions.ts';

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
