import { join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { lessonSchema } from '../../src/shared/contracts/lesson.ts';
import type { Item, Lesson } from '../../src/shared/contracts/lesson.ts';
import { publisher } from './pack-press.ts';
import { packSource, plainDrawing, writePackSource } from './pack-source.ts';
import { pieceCourse } from './piece-pack.ts';
import { seededRandomness } from './seeded-randomness.ts';

const picture = (name: string) => ({ src: `pictures/${name}.svg`, alt: { km: 'រូប', en: name } });
const card = (id: string, km: string) => ({ id, label: { km, en: id } });

/** One item of each type, each done with few touches: by whoever has a mouse alone, or keys alone. */
const items = [
  { id: 'look', type: 'present', prompt: { km: 'សូមមើល', en: 'Look' }, picture: picture('ka') },
  {
    id: 'choose',
    type: 'choice',
    prompt: { km: 'តើមួយណា?', en: 'Which one?' },
    options: [card('ka', 'ក'), card('kha', 'ខ')],
    correct: ['kha'],
  },
  {
    id: 'join',
    type: 'match',
    prompt: { km: 'សូមភ្ជាប់', en: 'Join' },
    left: [card('one', 'មួយ'), card('two', 'ពីរ')],
    right: [card('digit-one', '១'), card('digit-two', '២')],
    correct: [
      ['one', 'digit-one'],
      ['two', 'digit-two'],
    ],
  },
  {
    id: 'order',
    type: 'order',
    prompt: { km: 'សូមតម្រៀប', en: 'Put in order' },
    elements: [card('first', 'ទីមួយ'), card('second', 'ទីពីរ')],
  },
  {
    id: 'type',
    type: 'textEntry',
    prompt: { km: 'សូមវាយអក្សរ ក', en: 'Type the letter' },
    accept: ['ក'],
    keyboard: 'khmer',
  },
  {
    id: 'write',
    type: 'dictation',
    prompt: { km: 'សូមសរសេរ', en: 'Write it' },
    picture: picture('ka'),
    said: { km: 'ខ', en: 'kha' },
    accept: ['ខ'],
    keyboard: 'khmer',
  },
  {
    id: 'point',
    type: 'numberLine',
    prompt: { km: 'សូមចង្អុលលេខ ២', en: 'Point at 2' },
    min: 0,
    max: 4,
    step: 1,
    labelEvery: 1,
    correct: 2,
  },
  {
    id: 'touch',
    type: 'hotspot',
    prompt: { km: 'សូមចុចកណ្ដាលរូប', en: 'Touch the middle' },
    scene: picture('ka'),
    areas: [{ id: 'middle', x: 50, y: 50, r: 30, name: { km: 'កណ្ដាល', en: 'The middle' } }],
    correct: ['middle'],
  },
  {
    id: 'press-latin',
    type: 'keyDrill',
    prompt: { km: 'សូមចុចគ្រាប់ចុច', en: 'Press the keys' },
    picture: picture('ka'),
    keys: ['f', 'J', ' ', 'ArrowLeft', 'Backspace', 'Enter', '!', 'f', 'j', '1', '2', '3'],
  },
  {
    id: 'press-khmer',
    type: 'keyDrill',
    prompt: { km: 'សូមចុចគ្រាប់ចុចខ្មែរ', en: 'Press the Khmer keys' },
    keys: ['ត', '\u17d2', 'រ', '\u17b8', 'ឱ'],
  },
  {
    id: 'fill',
    type: 'gapMatch',
    prompt: { km: 'សូមបំពេញ', en: 'Fill in' },
    text: { km: 'ខ្ញុំ {gap} បាយ', en: 'I {gap} rice' },
    choices: [card('eat', 'ញ៉ាំ'), card('drink', 'ផឹក')],
    correct: [['eat', 'gap']],
  },
  {
    id: 'choose-in-line',
    type: 'inlineChoice',
    prompt: { km: 'សូមជ្រើស', en: 'Choose' },
    text: { km: 'ខ្ញុំ {gap} ទឹក', en: 'I {gap} water' },
    gaps: [{ id: 'gap', options: [card('eat', 'ញ៉ាំ'), card('drink', 'ផឹក')], correct: 'drink' }],
  },
  {
    id: 'pair',
    type: 'associate',
    prompt: { km: 'សូមរកគូ', en: 'Find the pair' },
    choices: [card('day', 'ថ្ងៃ'), card('night', 'យប់')],
    correct: [['day', 'night']],
  },
  {
    id: 'draw',
    type: 'trace',
    prompt: { km: 'សូមគូស', en: 'Draw' },
    strokes: [
      [
        [20, 50],
        [80, 50],
      ],
    ],
  },
  {
    id: 'mouse',
    type: 'mouseDrill',
    prompt: { km: 'សូមប្រើម៉ៅស៍', en: 'Use the mouse' },
    steps: [
      { do: 'point', x: 20, y: 20 },
      { do: 'click', x: 80, y: 20 },
      { do: 'doubleClick', x: 20, y: 80 },
      { do: 'drag', x: 20, y: 20, to: { x: 80, y: 80 } },
    ],
  },
  {
    id: 'aloud',
    type: 'readAloud',
    prompt: { km: 'សូមអាន', en: 'Read aloud' },
    display: { km: 'ខ្ញុំរៀន', en: 'I learn' },
    seconds: 5,
  },
];

/** A lesson of one item of every type, in the course `org.rean.test.letters`. */
export const everyItemLesson: Lesson = lessonSchema.parse({
  format: 'rean-lesson@1',
  id: 'first',
  title: { km: 'គ្រប់យ៉ាង', en: 'Every kind' },
  activities: [
    { id: 'one', title: { km: 'មួយ', en: 'One' }, items: items.slice(0, 8) },
    { id: 'two', title: { km: 'ពីរ', en: 'Two' }, items: items.slice(8) },
  ],
});

export const everyItem: readonly Item[] = everyItemLesson.activities.flatMap((each) => each.items);

/** Builds and signs its pack in `scratch`; returns the file. `installCourses` puts it into a station's store. */
export async function pressEveryItem(scratch: string): Promise<string> {
  const tools = { disk: nodeDisk(), randomness: seededRandomness(11) };
  const courses = [{ id: pieceCourse, title: everyItemLesson.title, picture: picture('course') }];
  const draft = packSource({ courses });
  const files = {
    'pictures/course.svg': plainDrawing(),
    'pictures/ka.svg': plainDrawing('goldenrod'),
    'lessons/first/lesson.json': JSON.stringify(everyItemLesson),
  };
  const source = await writePackSource({ ...draft, files }, join(scratch, 'every-item'));
  const file = join(scratch, 'every-item.kpack');
  const built = await buildPack(tools, source, file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  return file;
}
