import { describe, expect, it } from 'vitest';
import { checkPackSource } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { wordFaults } from '../../src/content/lint/khmer-words.ts';
import { lintSource } from '../../src/content/lint/lint-pack.ts';
import { answerOf, markResponse } from '../../src/domain/marking.ts';
import { boardOf, pageCount, startBoard } from '../../src/renderer/ui/keyboard/boards.ts';
import type { KeyboardKind } from '../../src/renderer/ui/keyboard/boards.ts';
import { sceneOf } from '../../src/renderer/kiosk/lesson/demonstration/scenes.ts';
import type { Item } from '../../src/shared/contracts/lesson.ts';
import { normalizeAnswer } from '../../src/station/khmer/normalize-answer.ts';
import {
  shippedBookTexts,
  shippedCourses,
  shippedItems,
  shippedLessons,
  shippedSources,
} from '../factories/shipped-lessons.ts';
import { wrongAnswersTo } from '../factories/wrong-answers.ts';

const items = shippedItems();

const isRight = (item: Item, response: Parameters<typeof markResponse>[1]) =>
  markResponse(item, response, normalizeAnswer).right;

/** Every sign the board for beginners can type, as it is and as answers are compared. */
function signsOf(kind: KeyboardKind): string {
  const start = startBoard(kind, 'letters');
  const pages = Array.from({ length: pageCount(start) }, (_, page) =>
    boardOf({ ...start, page }, (digits) => digits),
  );
  const keys = pages.flatMap(({ rows }) => rows.flat());
  const signs = keys.flatMap((key) => (key.kind === 'sign' ? [key.sign] : []));
  return [...signs, ...signs.map(normalizeAnswer)].join('');
}

/** What a sum as it is written comes to; null where it is none. */
function valueOf(written: string): number | null {
  const plain = normalizeAnswer(written).replaceAll(',', '').replace(/=\?$/, '');
  const [, left, sign, right] = /^([\d.]+)([-+×÷:])([\d.]+)$/.exec(plain) ?? [];
  const [a, b] = [Number(left), Number(right)];
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '×':
      return a * b;
    case '÷':
    case ':':
      return a / b;
    default:
      return null;
  }
}

const alphabet = Array.from('កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ');

/** Whether an item says of a letter that this is it. */
const namesLetter = ({ display, prompt }: Item, letter: string) =>
  prompt.km.startsWith('នេះជាអក្សរ') || prompt.km.startsWith('អក្សរ')
    ? (display?.km.split(' ') ?? []).includes(letter)
    : false;

describe('the lessons that ship', () => {
  it('are at least 40, with 400 items that are answered, in sources without a problem [LSN18] [PKG7]', async () => {
    for (const source of shippedSources()) {
      expect(await checkPackSource(nodeDisk(), source)).toMatchObject({ kind: 'built' });
    }
    expect(shippedLessons().length).toBeGreaterThanOrEqual(40);
    const answered = items.filter(({ item }) => item.type !== 'present');
    expect(answered.length).toBeGreaterThanOrEqual(400);
  });

  it('wait only for what stands before them, and some of each course for nothing [CRS1] [CRS2]', () => {
    const amiss = shippedCourses().flatMap(({ name, lessons }) => {
      const places = lessons.map(({ id }) => id);
      const early = lessons.filter(({ prerequisites = [] }, place) =>
        prerequisites.some((first) => places.indexOf(first) >= place),
      );
      const open = lessons.filter(({ prerequisites }) => prerequisites === undefined);
      const isWalked = early.length === 0 && open[0]?.id === places[0] && open.length >= 2;
      return isWalked ? [] : [name];
    });
    expect(amiss).toEqual([]);
  });

  it('show every letter of the Khmer alphabet', () => {
    const taught = items.map(({ item }) => [item.display?.km, item.prompt.km].join(' ')).join(' ');
    const shown = (letter: string) =>
      taught.includes(`អក្សរ ${letter}`) || taught.includes(` ${letter} `);
    expect(alphabet.filter((letter) => !shown(letter))).toEqual([]);
  });

  it('have every letter drawn in the lesson that shows it first [LSN18]', () => {
    const undrawn = alphabet.filter((letter) => {
      const shows = items.find(({ item }) => item.type === 'present' && namesLetter(item, letter));
      const lesson = shows?.name.split('/').slice(0, 2).join('/') ?? 'nowhere';
      return !items.some(
        ({ name, item }) =>
          name.startsWith(`${lesson}/`) && item.type === 'trace' && item.trains?.of === letter,
      );
    });
    expect(undrawn).toEqual([]);
  });

  it('can each be answered after seeing how, without words [LSN14]', () => {
    const shownInOwnField = ['trace', 'mouseDrill'];
    const answered = items.flatMap(({ item: { type } }) => (type === 'present' ? [] : [type]));
    const unshown = answered.filter((type) => sceneOf[type] === null);
    expect(unshown.filter((type) => !shownInOwnField.includes(type))).toEqual([]);
  });

  it('train skills that their courses name, each often enough to be mastered [MAS1]', () => {
    const trained = items.flatMap(({ name, item }) =>
      item.type === 'present' ? [] : item.skills.map((skill) => `${name.split('/')[0]} ${skill}`),
    );
    const short = shippedCourses().flatMap(({ name, courses }) =>
      courses.flatMap(({ skills = [] }) =>
        skills.filter(
          ({ id, mastery }) =>
            trained.filter((each) => each === `${name} ${id}`).length < mastery.of,
        ),
      ),
    );
    expect(short.map(({ id }) => id)).toEqual([]);
  });

  it('hold no word in another form, of mixed scripts or with hidden signs [LSN17]', async () => {
    const found = await Promise.all(
      shippedSources().map((source) => lintSource(nodeDisk(), source)),
    );
    expect(found.flat().filter(({ weight }) => weight !== 'todo')).toEqual([]);
  });

  it('come with books whose words are in normal form too [LIB7] [LSN17]', () => {
    const texts = shippedBookTexts();
    expect(texts.length).toBeGreaterThan(12);
    const faults = texts.flatMap(({ name, text }) =>
      wordFaults(text).map((fault) => `${name}: ${fault.text.en}`),
    );
    expect(faults).toEqual([]);
  });

  it('are each marked right for their answer, and wrong for every other [LSN18]', () => {
    const unlike = items.flatMap(({ name, item }) => [
      ...(isRight(item, answerOf(item)) ? [] : [`${name}: its answer is wrong`]),
      ...wrongAnswersTo(item)
        .filter((response) => isRight(item, response))
        .map((response) => `${name}: ${JSON.stringify(response)} is right too`),
    ]);
    expect(unlike).toEqual([]);
  });

  it('have nothing typed that their keyboard can’t type [LSN18]', () => {
    const signs = { khmer: signsOf('khmer'), latin: signsOf('latin'), digits: signsOf('digits') };
    const untyped = items.flatMap(({ name, item }) => {
      if (item.type !== 'textEntry' && item.type !== 'dictation') return [];
      const answer = normalizeAnswer(item.accept[0] ?? '');
      const lacking = Array.from(answer).filter((sign) => !signs[item.keyboard].includes(sign));
      return lacking.length === 0 ? [] : [`${name}: ${lacking.join(' ')}`];
    });
    expect(untyped).toEqual([]);
  });

  it('show no sum but one that comes to the number they accept [LSN18]', () => {
    const sums = items.flatMap(({ name, item }) => {
      if (item.type !== 'textEntry' || item.display === undefined) return [];
      const value = valueOf(item.display.km);
      return value === null
        ? []
        : [{ name, value, accepted: Number(normalizeAnswer(item.accept[0] ?? '')) }];
    });
    expect(sums.filter(({ value, accepted }) => value !== accepted)).toEqual([]);
    expect(sums.length).toBeGreaterThan(0);
  });

  it('have no wrong card that looks like a right one, in either language [LSN18]', () => {
    const alike = items.flatMap(({ name, item }) => {
      if (item.type !== 'choice') return [];
      const isRightCard = ({ id }: Card) => item.correct.includes(id);
      const right = item.options.filter(isRightCard).flatMap(facesOf);
      const wrong = item.options.filter((card) => !isRightCard(card)).flatMap(facesOf);
      return wrong.filter((face) => right.includes(face)).map((face) => `${name}: ${face}`);
    });
    expect(alike).toEqual([]);
  });
});

type Card = Extract<Item, { type: 'choice' }>['options'][number];

/** What a card looks like, in Khmer and in English. */
const facesOf = ({ label, picture }: Card) =>
  (['km', 'en'] as const).map(
    (language) => `${label?.[language] ?? label?.km ?? ''} ${picture?.src ?? ''}`,
  );
