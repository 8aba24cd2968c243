import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-staff') => ({ context, screen });
const appoint = (context: string) => at(context, 'supervisor-staff-appoint');
const may = appoint('Under the list of roles: what somebody in it does here');
const end = (context: string) => at(context, 'supervisor-staff-end');

/** Who works at the site: appointed, changed and ended by a site manager. */
export const staffTexts = {
  title: { km: 'បុគ្គលិក', en: 'Staff', ...at('Heading') },
  count: { km: 'សរុប {count} នាក់', en: '{count} in all', ...at('Beside the heading') },
  ended: { km: 'លែងបម្រើការ', en: 'No longer here', ...at('In the line of somebody') },
  'ended.what': {
    km: 'ការតែងតាំងនេះបានបញ្ចប់ហើយ។ បើគាត់ត្រឡប់មកវិញ ត្រូវតែងតាំងជាថ្មី។',
    en: 'This appointment has ended. Whoever comes back is appointed anew.',
    ...at('In the panel of somebody whose appointment has ended'),
  },
  'not-yours': {
    km: 'អ្នកមិនអាចកែការតែងតាំងរបស់ខ្លួនឯង ឬរបស់អ្នកដែលមើលក្រុមក្រៅពីក្រុមរបស់អ្នកទេ។',
    en: 'Your own appointment is not yours to change, nor that of somebody who sees to groups you don’t.',
    ...at('In the panel of oneself'),
  },
  appoint: { km: 'តែងតាំងបុគ្គលិក', en: 'Appoint somebody', ...at('Button, heading of its form') },
  role: { km: 'តួនាទី', en: 'Role', ...appoint('List of roles') },
  'may.officer': {
    km: 'ចុះឈ្មោះអ្នករៀន រៀបចំក្រុម និងមើលបន្ទប់រៀន។',
    en: 'Adds learners, sees to groups and to the room.',
    ...may,
  },
  'may.instructor': {
    km: 'បង្រៀនក្រុមរបស់ខ្លួន ហើយមើលឃើញតែក្រុមទាំងនោះ។',
    en: 'Teaches groups of their own, and sees only those.',
    ...may,
  },
  'may.site-manager': {
    km: 'តែងតាំងបុគ្គលិក ចុះហត្ថលេខាទីពីរ និងមើលកំណត់ហេតុ។',
    en: 'Appoints staff, signs as the second person, and sees the audit.',
    ...may,
  },
  'may.technician': {
    km: 'ថែទាំកុំព្យូទ័រ និងមេរៀន។ មិនឃើញអ្នករៀនទេ។',
    en: 'Keeps computers and packs going. Sees no learner.',
    ...may,
  },
  'may.programme': {
    km: 'មើលតួលេខរបស់កម្មវិធី។ មិនឃើញឈ្មោះអ្នកណាទេ។',
    en: 'Sees figures of the programme. Sees no name.',
    ...may,
  },
  scopes: { km: 'មើលក្រុមណាខ្លះ?', en: 'Whose groups do they see to?', ...appoint('To tick') },
  groups: { km: 'ក្រុមដែលបង្រៀន', en: 'Groups they teach', ...appoint('To tick: an instructor’s') },
  next: { km: 'បន្ទាប់', en: 'Next', ...appoint('Button: leads to the passphrase') },
  'their-turn': {
    km: 'ឥឡូវនេះជាវេនរបស់ {name}។ សូមឱ្យគាត់អង្គុយ ហើយវាយឃ្លាសម្ងាត់ដំបូងដោយខ្លួនឯង។ អ្នកផ្សេងមិនគួរមើលទេ។',
    en: 'Now it is {name}’s turn: let them sit here and type their first passphrase themselves. Nobody else looks.',
    ...at('Before the fields of the first passphrase', 'supervisor-staff-passphrase'),
  },
  'appoint.do': {
    km: 'តែងតាំង',
    en: 'Appoint',
    ...at('The one button that leads on', 'supervisor-staff-passphrase'),
  },
  appointing: {
    km: 'កំពុងតែងតាំង',
    en: 'Appointing',
    ...at('The same button meanwhile', 'supervisor-staff-passphrase'),
  },
  save: { km: 'រក្សាទុក', en: 'Save', ...at('The one button that leads on') },
  end: { km: 'បញ្ចប់ការតែងតាំង', en: 'End the appointment', ...end('Button') },
  'end.will': {
    km: 'គាត់នឹងចូលលែងបានជារៀងរហូត។ អ្វីដែលគាត់បានចុះហត្ថលេខា នៅដដែល។ បើត្រឡប់មកវិញ ត្រូវតែងតាំងជាថ្មី។',
    en: 'They can never sign in again with this account. What they signed stays. Should they come back, they are appointed anew.',
    ...end('What will happen'),
  },
  'end.left': { km: 'លែងធ្វើការនៅទីនេះ', en: 'They no longer work here', ...end('Reason') },
  'end.forgot': {
    km: 'ភ្លេចឃ្លាសម្ងាត់ នឹងតែងតាំងជាថ្មី',
    en: 'The passphrase is forgotten; they are appointed anew',
    ...end('Reason'),
  },
  'end.trust': { km: 'លែងទុកចិត្ត', en: 'Trust was broken', ...end('Reason') },
  keep: { km: 'ត្រឡប់', en: 'Back', ...end('Leaves the form; nothing was done') },
} as const satisfies Texts;
