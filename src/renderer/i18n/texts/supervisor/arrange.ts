import type { Texts } from '../../text.ts';

export const arrangeTexts = {
  arrange: {
    km: 'រៀបកន្លែង',
    en: 'Arrange seats',
    context:
      'Button over the room, and heading of the screen it opens: puts seats where they stand',
    screen: 'supervisor-arrange',
  },
  how: {
    km: 'អូសកន្លែងនីមួយៗ ទៅទីតាំងរបស់វាក្នុងបន្ទប់។ ឬចុចលើវា រួចចុចទីតាំងទំនេរ។ ឬប្រើគ្រាប់ចុចព្រួញ។',
    en: 'Drag each seat to where it stands in the room. Or press it, then a free spot. Or use the arrow keys.',
    context: 'Panel of the same screen',
    screen: 'supervisor-arrange',
  },
  everybody: {
    km: 'គ្រប់ម៉ាស៊ីនគ្រប់គ្រងនឹងបង្ហាញបន្ទប់តាមនេះ។',
    en: 'Every supervisor’s window then shows the room so.',
    context: 'As above',
    screen: 'supervisor-arrange',
  },
  at: {
    km: 'កន្លែងទី {seat}៖ ជួរទី {row} ទីតាំងទី {column}',
    en: 'Seat {seat}: row {row}, spot {column}',
    context: 'Panel of the same screen, also read aloud: where the chosen seat stands now',
    screen: 'supervisor-arrange',
  },
  spot: {
    km: 'ជួរទី {row} ទីតាំងទី {column} ទំនេរ',
    en: 'Row {row}, spot {column}, free',
    context: 'Name of a free spot, for who hears the screen',
    screen: 'supervisor-arrange',
  },
  front: {
    km: 'ខាងមុខបន្ទប់',
    en: 'Front of the room',
    context: 'Over the first row',
    screen: 'supervisor-arrange',
  },
  save: {
    km: 'រក្សាទុក',
    en: 'Save',
    context: 'Button of the same screen',
    screen: 'supervisor-arrange',
  },
  rows: {
    km: 'រៀបជាជួរតាមលេខ',
    en: 'In rows by number',
    context: 'Button of the same screen: puts seats as they are before anybody arranges them',
    screen: 'supervisor-arrange',
  },
  leave: {
    km: 'មិនរក្សាទុក',
    en: 'Leave as it was',
    context: 'Button of the same screen: goes back to the room without saving',
    screen: 'supervisor-arrange',
  },
} as const satisfies Texts;
