import { reasonWords } from '../../../../domain/record/reason-words.ts';
import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-new-sign-in') => ({ context, screen });
const told = (context: string) => at(context, 'supervisor-new-sign-in-told');

/** A learner gets new pictures, or a PIN, by a number that the officer is told. */
export const newSignInTexts = {
  title: {
    km: 'ឱ្យរបៀបចូលថ្មី',
    en: 'New way to sign in',
    ...at('Button, and heading of its form: a new way to sign in', 'supervisor-learner'),
  },
  will: {
    km: 'អ្នករៀននឹងទទួលរបៀបចូលថ្មី ដែលគាត់ម្នាក់ឯងឃើញ។ របៀបចាស់លែងប្រើបានភ្លាម ហើយអ្នកដែលកំពុងអង្គុយដោយរបៀបចាស់ នឹងចាកចេញ។',
    en: 'The learner gets a new way to sign in that only they see. The old one stops working at once, and whoever sits somewhere by it is signed out.',
    ...at('In the form: what will happen'),
  },
  form: { km: 'ចូលដោយ', en: 'They sign in with', ...at('Choice') },
  'form.pictures': { km: 'រូប ៤', en: 'Four pictures', ...at('Choice of how they sign in') },
  'form.pin': {
    km: 'លេខ ៥ ខ្ទង់',
    en: 'Five digits',
    ...at('Choice of how they sign in: a PIN, for who reads digits'),
  },
  why: { km: 'មូលហេតុ', en: 'Why', ...at('List of reasons; one has to be chosen') },
  choose: { km: 'សូមជ្រើស', en: 'Choose', ...at('First line of the list') },
  'why.first': { ...reasonWords.first, ...at('Reason') },
  'why.forgotten': { ...reasonWords.forgotten, ...at('Reason') },
  'why.seen': { ...reasonWords.seen, ...at('Reason') },
  'why.other-form': { ...reasonWords['other-form'], ...at('Reason') },
  give: { km: 'ឱ្យថ្មី', en: 'Give a new one', ...at('The one button that leads on') },
  number: { km: 'លេខសម្រាប់អ្នករៀន', en: 'Number for the learner', ...told('Over six digits') },
  'number.what': {
    km: 'អ្នករៀនចុចរូបសម្គាល់របស់គាត់ នៅកុំព្យូទ័ររៀនណាក៏បាន វាយលេខនេះ ហើយឃើញរបៀបចូលថ្មីរបស់ខ្លួន។ គ្មានអ្នកណាផ្សេងឃើញទេ។',
    en: 'The learner touches their tile at any learners’ computer, types the number, and sees what is new. Nobody else sees that.',
    ...told('Under the number'),
  },
  once: {
    km: 'បង្ហាញតែម្ដងនេះទេ។ សូមប្រាប់អ្នករៀន ហើយកុំទុកលេខនេះ។ បើបាត់ សូមឱ្យថ្មីម្ដងទៀត។',
    en: 'Shown only now. Tell the learner, and keep it nowhere. If it is lost, give a new one again.',
    ...told('Under the number'),
  },
  seen: { km: 'ខ្ញុំបានប្រាប់ហើយ', en: 'I have told them', ...told('Button: puts it away') },
} as const satisfies Texts;
