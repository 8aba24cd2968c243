import { groupScopes, staffRoles } from '../../../shared/contracts/documents/directory.ts';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { staffTexts } from '../../i18n/texts/supervisor/staff.ts';
import { Field } from '../form/field.tsx';
import { Select } from '../form/select.tsx';
import { TickList } from '../form/tick-list.tsx';
import { usePerson } from '../may.tsx';
import { seesLearners } from './typed-staff.ts';
import type { TypedStaff } from './typed-staff.ts';

const useStaffSay = createSayHook(staffTexts);
const useFormSay = createSayHook(formTexts);
const useGroupsSay = createSayHook(groupsTexts);
const useDeskSay = createSayHook(deskTexts);

interface StaffFieldsProps {
  readonly typed: TypedStaff;
  readonly groups: readonly ListedGroup[];
  readonly onChange: (typed: TypedStaff) => void;
}

/** Names, role, and whom they see to. */
export function StaffFields({ typed, groups, onChange }: StaffFieldsProps) {
  const say = useStaffSay();
  const sayForm = useFormSay();
  const sayDesk = useDeskSay();
  const set = (changed: Partial<TypedStaff>) => onChange({ ...typed, ...changed });
  return (
    <>
      <Field label={sayForm('name.km')} value={typed.km} keys="km" onChange={(km) => set({ km })} />
      <Field label={sayForm('name.en')} value={typed.en} onChange={(en) => set({ en })} />
      <Select
        label={say('role')}
        none={sayForm('choose')}
        options={staffRoles.map((value) => ({ value, label: sayDesk(`role.${value}`) }))}
        value={typed.role}
        onChange={(role) => set({ role })}
      />
      {typed.role !== null && <p className="form__soft">{say(`may.${typed.role}`)}</p>}
      {typed.role !== null && seesLearners(typed.role) && (
        <Reach typed={typed} groups={groups} onChange={set} />
      )}
    </>
  );
}

interface ReachProps extends Omit<StaffFieldsProps, 'onChange'> {
  readonly onChange: (changed: Partial<TypedStaff>) => void;
}

/** Whose groups, within what who appoints sees to themselves; an instructor's own among them. */
function Reach({ typed, groups, onChange }: ReachProps) {
  const say = useStaffSay();
  const sayGroups = useGroupsSay();
  const language = useLanguage();
  const { scopes } = usePerson();
  return (
    <>
      <TickList
        label={say('scopes')}
        items={groupScopes
          .filter((value) => scopes.includes(value))
          .map((value) => ({ value, label: sayGroups(`scope.${value}`) }))}
        ticked={typed.scopes}
        onChange={(next) => onChange({ scopes: next })}
      />
      {typed.role === 'instructor' && (
        <TickList
          label={say('groups')}
          items={groups
            .filter(({ scope }) => typed.scopes.has(scope))
            .map(({ group, name }) => ({ value: group, label: inLanguage(name, language) }))}
          ticked={typed.groups}
          onChange={(next) => onChange({ groups: next })}
        />
      )}
    </>
  );
}
