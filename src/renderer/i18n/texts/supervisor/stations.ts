import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-stations' });

export const stationsTexts = {
  title: { km: 'ស្ថានីយ៍', en: 'Stations', ...at('Heading: the PCs of the site') },
  about: {
    km: 'កុំព្យូទ័រថ្មី ភ្ជាប់ដោយលេខកូដ ដែលប្រើបានតែម្ដង។',
    en: 'A new computer is let in by a code that works once.',
    ...at('Under the heading'),
  },
  open: {
    km: 'ស្ថានីយ៍ និងលេខកូដ',
    en: 'Stations and codes',
    ...at('Button on the Site screen: opens the list'),
  },
  new: { km: 'ស្ថានីយ៍ថ្មី', en: 'New station', ...at('Heading of the form, and its button') },
  'name.km': { km: 'ឈ្មោះជាភាសាខ្មែរ', en: 'Name in Khmer', ...at('Field') },
  'name.en': { km: 'ឈ្មោះជាភាសាអង់គ្លេស', en: 'Name in English', ...at('Field, may stay empty') },
  kiosk: { km: 'សម្រាប់អ្នករៀន', en: 'For learners', ...at('Kind of station: kiosk') },
  supervisor: { km: 'សម្រាប់មន្ត្រី', en: 'For officers', ...at('Kind of station: supervisor') },
  make: { km: 'បង្កើតលេខកូដ', en: 'Make a code', ...at('Button') },
  'code.title': { km: 'លេខកូដ', en: 'The code', ...at('Heading over a code that was just made') },
  'code.what': {
    km: 'វាយលេខកូដនេះនៅកុំព្យូទ័រថ្មី ក្នុងរយៈពេល {hours} ម៉ោង។ វាបង្ហាញតែនៅទីនេះម្ដងប៉ុណ្ណោះ។',
    en: 'Type it at the new computer within {hours} {hours|hour|hours}. It is shown only here, only now.',
    ...at('Under a code that was just made'),
  },
  'code.done': { km: 'រួចរាល់', en: 'Done', ...at('Button: puts the code away') },
  'codes.title': {
    km: 'លេខកូដមិនទាន់ប្រើ',
    en: 'Codes not used yet',
    ...at('Heading: list of codes'),
  },
  'codes.open': {
    km: '{code}… នៅប្រើបាន {hours} ម៉ោង',
    en: '{code}… holds {hours} h more',
    ...at('A code: its first two characters'),
  },
  'codes.expired': {
    km: '{code}… ហួសពេលហើយ',
    en: '{code}… is too old',
    ...at('A code: its first two characters'),
  },
  'codes.ended': {
    km: '{code}… វាយខុសច្រើនដង',
    en: '{code}… was tried wrongly too often',
    ...at('A code: its first two characters'),
  },
  'codes.end': { km: 'បញ្ឈប់', en: 'End it', ...at('Button beside a code') },
  'list.out': { km: 'បានបិទមិនឱ្យចូល', en: 'Shut out', ...at('Beside a station') },
  'health.none': {
    km: 'កុំព្យូទ័រនេះមិនបានប្រាប់ពីខ្លួនវានៅពេលនេះទេ។',
    en: 'This computer tells nothing of itself just now.',
    ...at('Instead of disk, clock, heat and version, in the panel of one station'),
  },
  'list.twins': {
    km: 'មានកុំព្យូទ័រ {count} ប្រើឈ្មោះតែមួយ',
    en: '{count} {count|computer says it is|computers say they are} this one',
    ...at('Beside a station: its disk was copied'),
  },
  'twins.title': {
    km: 'កុំព្យូទ័រ {count} ប្រើឈ្មោះតែមួយ',
    en: '{count} {count|computer says it is|computers say they are} this station',
    ...at('Heading: one disk was copied onto another PC'),
  },
  'twins.what': {
    km: 'ថាសមួយត្រូវបានចម្លង។ អ្វីដែលកុំព្យូទ័រទាំងនេះកត់ត្រា មិនបាត់ទេ។ សូមជ្រើសរើសមួយណាដែលបន្ត។ បើមិនដឹងថាមួយណា សូមបិទមួយ ហើយមើលថាណាលែងទាក់ទង។',
    en: 'A disk was copied. What they record is not lost. Choose the one that goes on. To know which is which, switch one off and see which falls silent.',
    ...at('Under that heading'),
  },
  'twins.first': {
    km: 'កុំព្យូទ័រ {machine}',
    en: 'Computer {machine}',
    ...at('One of the two: letters and digits'),
  },
  'twins.other': {
    km: 'កុំព្យូទ័រ {machine} (គ្រឿងផ្សេង)',
    en: 'Computer {machine} (other hardware)',
    ...at('One of the two: letters and digits'),
  },
  'twins.here': {
    km: 'កុំព្យូទ័រនេះផ្ទាល់',
    en: 'This very computer',
    ...at('Under its name, where the window is on it'),
  },
  'twins.since': {
    km: 'ឃើញលើកដំបូង {date}',
    en: 'First seen {date}',
    ...at('Under its name'),
  },
  'twins.seen': {
    km: 'ទាក់ទងចុងក្រោយ {ago}',
    en: 'Last in touch {ago}',
    ...at('Under its name'),
  },
  'twins.silent': {
    km: 'មិនទាន់ទាក់ទង តាំងពីម៉ាស៊ីនមេបើក',
    en: 'Not in touch since the hub started',
    ...at('Under its name'),
  },
  'twins.chosen': {
    km: 'បានជ្រើសរើស៖ សូមបិទវា ហើយបើកវិញ',
    en: 'Chosen: switch it off and on',
    ...at('Under its name, once it was chosen'),
  },
  'twins.go': { km: 'ឱ្យកុំព្យូទ័រនេះបន្ត', en: 'This one goes on', ...at('Button') },
  'twins.then': {
    km: 'វាធ្វើសោថ្មី។ បន្ទាប់ពីបើកវាវិញ កុំព្យូទ័រផ្សេងទៀតបញ្ជូនតែអ្វីដែលបានកត់ត្រា រួចត្រូវចុះឈ្មោះជាថ្មី។',
    en: 'It makes other keys. Once it is switched on again, the others only bring what they recorded, and have to be let in anew.',
    ...at('Under that button'),
  },
  rename: { km: 'រក្សាទុកឈ្មោះ', en: 'Save the name', ...at('Button') },
  replace: {
    km: 'ដាក់កុំព្យូទ័រផ្សេងជំនួស',
    en: 'Put another computer in its place',
    ...at('Button: makes a code for the one that takes its seat'),
  },
  'replace.what': {
    km: 'កុំព្យូទ័រថ្មីទទួលឈ្មោះ និងកន្លែងនេះ។ អ្វីដែលកត់ត្រារួច នៅដដែល។',
    en: 'The new one takes this name and seat. What was recorded stays.',
    ...at('Under that button'),
  },
  renew: { km: 'ប្ដូរសោរបស់វា', en: 'Give it other keys', ...at('Button: secret keys of a PC') },
  'renew.what': {
    km: 'វាធ្វើសោថ្មីដោយខ្លួនឯង ហើយប្រើវាចាប់ពីពេលបើកលើកក្រោយ។ អ្វីដែលកត់ត្រារួច នៅដដែល។',
    en: 'It makes them by itself, and uses them from its next start on. What was recorded stays.',
    ...at('Under that button'),
  },
  'renew.asked': {
    km: 'បានសុំហើយ៖ វាធ្វើសោថ្មី នៅពេលវាបើក ហើយទាក់ទងម៉ាស៊ីនមេបាន។',
    en: 'It was asked to: it makes them when it is on and reaches the hub.',
    ...at('Under that button, once it was asked'),
  },
  'renew.made': {
    km: 'សោថ្មីរួចរាល់៖ សូមបិទកុំព្យូទ័រនោះ ហើយបើកវិញ ដើម្បីប្រើ។',
    en: 'They are made: switch that computer off and on to use them.',
    ...at('Under that button, once they are made'),
  },
  revoke: { km: 'បិទមិនឱ្យចូល', en: 'Shut it out', ...at('Button: for a stolen PC, say') },
  'revoke.why': {
    km: 'មូលហេតុ (ត្រូវតែមាន)',
    en: 'Why (has to be said)',
    ...at('Field: the reason for shutting a station out'),
  },
  'revoke.what': {
    km: 'វាចូលលែងបានជារៀងរហូត។ អ្វីដែលកត់ត្រារួច នៅដដែល។',
    en: 'It can never come in again. What it recorded stays.',
    ...at('Under that button'),
  },
  back: { km: 'ត្រឡប់', en: 'Back', ...at('Button: to the list') },
} as const satisfies Texts;
