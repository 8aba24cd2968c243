import { FileUp } from 'lucide-react';
import { useState } from 'react';
import type {
  OpenViewing,
  ThereList,
  ThereRow,
} from '../../../shared/contracts/ipc/viewing-views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import type { GroupId, LearnerId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { bringInTexts } from '../../i18n/texts/supervisor/bring-in.ts';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { TickList } from '../form/tick-list.tsx';
import { useCommand, useStream } from '../station.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useFilmsSay = createSayHook(filmsTexts);
const useBringSay = createSayHook(bringInTexts);

/** Who is there: names of a group ticked, or read from a list ([GRP3]). */
export function TherePanel({ viewing }: { readonly viewing: OpenViewing }) {
  const say = useFilmsSay();
  const language = useLanguage();
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const learners = useStream('learners', undefined).value?.learners ?? [];
  const tick = useCommand('viewing.tick');
  const [chosen, setChosen] = useState<GroupId | null>(null);
  const there = new Set(viewing.there);
  const rows = learners.filter(
    ({ learner, disabled }) =>
      learner.group === chosen && (!disabled || there.has(learner.learner)),
  );
  const change = async (next: ReadonlySet<LearnerId>) => {
    const ids = rows.map(({ learner }) => learner.learner);
    const added = ids.filter((each) => next.has(each) && !there.has(each));
    const gone = ids.filter((each) => !next.has(each) && there.has(each));
    if (added.length > 0) await tick.run({ learners: added, there: true });
    if (gone.length > 0) await tick.run({ learners: gone, there: false });
  };
  return (
    <section className="form films__panel" {...screenNamed('film-there')} aria-label={say('names')}>
      <h2 className="films__heading">{say('there', { count: there.size })}</h2>
      <Select
        label={say('group')}
        none={say('group.none')}
        options={groups.map(({ group, name }) => {
          const here = learners.filter(
            ({ learner }) => learner.group === group && there.has(learner.learner),
          ).length;
          const label = inLanguage(name, language);
          return {
            value: group,
            label: here === 0 ? label : `${label} · ${formatNumber(here, language)}`,
          };
        })}
        value={chosen}
        onChange={setChosen}
      />
      {rows.length > 0 && (
        <TickList
          label={say('names')}
          items={rows.map(({ learner }) => ({
            value: learner.learner,
            label: inLanguage(learner.name, language),
          }))}
          ticked={there}
          onChange={(next) => void change(next)}
          all={say('all')}
        />
      )}
      {tick.error !== undefined && <CommandTrouble error={tick.error} />}
      <FromList onFound={(found) => void tick.run({ learners: [...found], there: true })} />
    </section>
  );
}

function FromList(props: { readonly onFound: (found: readonly LearnerId[]) => void }) {
  const say = useFilmsSay();
  const open = useCommand('file.open');
  const read = useCommand('viewing.list');
  const [list, setList] = useState<ThereList | null>(null);
  const choose = async () => {
    const file = await open.run(undefined);
    if (!file) return;
    const found = (await read.run({ content: file.content })) ?? null;
    setList(found);
    const learners = found?.read ? found.rows.flatMap(foundIn) : [];
    if (learners.length > 0) props.onFound(learners);
  };
  const error = open.error ?? read.error;
  return (
    <>
      <Button
        icon={FileUp}
        label={say('list')}
        disabled={open.pending || read.pending}
        onPress={() => void choose()}
      />
      {error !== undefined && <CommandTrouble error={error} />}
      {list !== null && <Outcome list={list} />}
    </>
  );
}

const foundIn = (row: ThereRow) => (row.outcome === 'found' ? [row.learner] : []);

/** What of a list could be ticked, and which rows could not, by number. */
function Outcome({ list }: { readonly list: ThereList }) {
  const say = useFilmsSay();
  const sayBring = useBringSay();
  if (!list.read) {
    const { problem } = list;
    return (
      <p role="alert">{problem === 'no-names' ? say('no-names') : sayBring(`unread.${problem}`)}</p>
    );
  }
  const others = list.rows.flatMap((row) => (row.outcome === 'found' ? [] : [row]));
  return (
    <>
      <output>{say('list.found', { count: list.rows.length - others.length })}</output>
      <ul className="films__rows">
        {others.map(({ number, shown, outcome }) => (
          <li key={number}>
            {say('list.row', { number, shown })}
            <small>{say(`row.${outcome}`)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
