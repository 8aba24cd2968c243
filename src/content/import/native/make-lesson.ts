import { createHash } from 'node:crypto';
import type { Activity, Item } from '../../../shared/contracts/lesson.ts';
import { lessonSchema } from '../../../shared/contracts/lesson.ts';
import type { Localized } from '../../../shared/contracts/phrase.ts';
import { nothingIn } from '../import-errors.ts';
import type { Imported, ImportedLesson, ImportNote } from '../importer.ts';
import { claimId, idFrom, titled } from '../name-things.ts';
import { fitQuestion } from './fit-question.ts';
import { bareprompts, bodyDraft, phraseOf } from './item-draft.ts';
import { LessonPictures } from './lesson-pictures.ts';
import type { ForeignQuestion, QuestionBody, Rich } from './question.ts';

interface MakeLesson {
  readonly title: string | null;
  readonly licence?: string | null;
  readonly notes?: readonly ImportNote[];
}

const itemsPerActivity = 20;
const activitiesPerLesson = 20;

/**
 * Makes native lessons of questions: an activity for each heading they stand under, 20 items each at most. What
 * can't be mapped is told by question, never dropped in silence. Throws `import.nothing` where none is left.
 */
export async function makeLessons(
  questions: readonly ForeignQuestion[],
  { title, licence = null, notes = [] }: MakeLesson,
): Promise<Imported> {
  const pictures = new LessonPictures();
  const made: MadeItem[] = [];
  const left: ImportNote[] = [];
  const taken = new Set<string>();
  for (const question of questions.flatMap(fitQuestion)) {
    await pictures.take(question.at, [question.text, ...contentsOf(question.body)]);
    const item = makeItem(question, pictures, taken);
    if ('why' in item) {
      left.push({ sort: 'left-out', at: question.at, text: `Left out: ${item.why}.` });
      continue;
    }
    made.push(item);
    for (const text of question.simplified) {
      left.push({ sort: 'simplified', at: question.at, text: `Came, but ${text}.` });
    }
  }
  if (made.length === 0) {
    const [first] = left;
    throw nothingIn(
      first === undefined
        ? 'there is no question in it'
        : `${first.at ?? ''}: ${first.text.replace(/\.$/, '')}`,
    );
  }
  const things = lessonsOf(made, pictures, titled(title));
  return { licence, things, notes: [...notes, ...left, ...pictures.notes] };
}

interface MadeItem {
  readonly group: string | null;
  readonly item: (folder: string) => Item;
}

function makeItem(
  question: ForeignQuestion,
  pictures: LessonPictures,
  taken: Set<string>,
): MadeItem | { readonly why: string } {
  const id = questionId(question);
  const judged = itemIn(question, pictures, { folder: 'lessons/x', id });
  if ('why' in judged) return judged;
  const own = claimId(id, taken);
  return {
    group: question.group,
    item: (folder) => {
      const again = itemIn(question, pictures, { folder, id: own });
      return 'why' in again ? judged.item : again.item;
    },
  };
}

/** The same question has the same id in every version of its file: by its name, else by its words. */
function questionId({ name, text, body }: ForeignQuestion): string {
  if (name !== null && name.trim() !== '') return idFrom(name, 'q');
  const words = JSON.stringify([text.text, contentsOf(body).map((content) => content.text)]);
  return `q-${createHash('sha256').update(words).digest('hex').slice(0, 8)}`;
}

function itemIn(
  { text, body, hint, praise }: ForeignQuestion,
  pictures: LessonPictures,
  { folder, id }: { readonly folder: string; readonly id: string },
): { readonly item: Item } | { readonly why: string } {
  const draft = bodyDraft(body, (content) => pictures.of(content, folder));
  if (draft.kind === 'none') return draft;
  const picture = pictures.of(text, folder);
  const prompt = text.text === '' ? bareprompts[body.type] : text.text;
  const item = {
    id,
    prompt: phraseOf(prompt),
    ...(picture === null ? {} : { picture }),
    ...(hint === null || hint === '' ? {} : { hint: phraseOf(hint) }),
    ...(praise === null || praise === '' ? {} : { praise: phraseOf(praise) }),
    ...draft.members,
  };
  return soundItem(item);
}

const anyTitle = { km: 'មេរៀន' };

/** The item as the contract of lessons reads it, with all it says of items; or what it says is wrong. */
function soundItem(item: object): { readonly item: Item } | { readonly why: string } {
  const lesson = lessonSchema.safeParse({
    format: 'rean-lesson@1',
    id: 'x',
    title: anyTitle,
    activities: [{ id: 'x', title: anyTitle, items: [item] }],
  });
  const found = lesson.data?.activities[0]?.items[0];
  if (found !== undefined) return { item: found };
  const issue = lesson.error?.issues[0];
  const at = issue?.path.slice(4).join('.') ?? '';
  return {
    why: `it fits no item of a lesson (${at === '' ? '' : `${at}: `}${issue?.message ?? ''})`,
  };
}

/** Everything a question shows but its own words. */
function contentsOf(body: QuestionBody): readonly Rich[] {
  switch (body.type) {
    case 'choice':
      return body.options.map(({ content }) => content);
    case 'match':
      return [...body.pairs.flat(), ...body.others];
    case 'order':
      return body.elements;
    case 'associate':
    case 'gapMatch':
      return body.choices;
    case 'hotspot':
      return [{ text: '', pictures: [body.scene] }];
    default:
      return [];
  }
}

interface Part {
  readonly title: string | null;
  readonly items: readonly MadeItem[];
}

function lessonsOf(
  made: readonly MadeItem[],
  pictures: LessonPictures,
  title: Localized | null,
): ImportedLesson[] {
  const parts = partsOf(made);
  const files = pictures.files();
  return chunks(parts, activitiesPerLesson).map((activities, index) => ({
    kind: 'lesson',
    name: index === 0 ? null : `part-${index + 1}`,
    title: title === null || index === 0 ? title : numbered(title, index + 1),
    files,
    activities: (folder) => activities.map((part, place) => activityOf(part, place, folder)),
  }));
}

const numbered = ({ km, en }: Localized, number: number): Localized => ({
  km: `${km} (${number})`,
  ...(en === undefined ? {} : { en: `${en} (${number})` }),
});

function activityOf({ title, items }: Part, place: number, folder: string): Activity {
  return {
    id: `part-${place + 1}`,
    title: titled(title) ?? { km: 'អនុវត្ត', en: 'Practise' },
    items: items.map(({ item }) => item(folder)),
  };
}

/** Questions by the heading they stand under, in their order, none too long. */
function partsOf(made: readonly MadeItem[]): readonly Part[] {
  const groups: { title: string | null; items: MadeItem[] }[] = [];
  for (const item of made) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === item.group) last.items.push(item);
    else groups.push({ title: item.group, items: [item] });
  }
  return groups.flatMap(({ title, items }) =>
    chunks(items, itemsPerActivity).map((part) => ({ title, items: part })),
  );
}

const chunks = <Thing>(things: readonly Thing[], size: number): (readonly Thing[])[] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, index) =>
    things.slice(index * size, (index + 1) * size),
  );
