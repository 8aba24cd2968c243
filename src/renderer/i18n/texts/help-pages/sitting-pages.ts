import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** Where and for how long somebody sits. */
export const sittingPages = {
  'give-time': {
    chapter: 'seats',
    action: 'seat.act',
    title: { km: 'ឱ្យម៉ោងថែម', en: 'Give more time' },
    sections: [
      part(
        'ពេលណា',
        'When',
        say(
          'ពេលម៉ោងរបស់អ្នករៀនជិតអស់ ហើយអ្នកផ្សេងមករៀន អេក្រង់ប្រាប់គេប្រាំនាទីមុន។ គ្មានអ្វីបញ្ចប់ដោយខ្លួនឯងទេ។',
          'Where a learner’s time ends and others come, their screen says so five minutes before. Nothing ends by itself.',
        ),
      ),
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ជ្រើសកន្លែងមួយ ឬច្រើន ដែលម៉ោងជិតអស់។', 'Choose one seat or several whose time ends.'],
          [
            'ចុច {button:seat-acts/time} រួចជ្រើសប៉ុន្មាននាទី។',
            'Press {button:seat-acts/time}, then choose how many minutes.',
          ],
        ),
        say(
          'អេក្រង់បង្ហាញម៉ោងថ្មី។ អ្នកបន្ទាប់ត្រូវរង់ចាំ។',
          'The screen shows the new time. Who comes next has to wait.',
        ),
      ),
    ],
  },
  move: {
    chapter: 'seats',
    action: 'seat.act',
    title: { km: 'ប្ដូរអ្នករៀនទៅកន្លែងផ្សេង', en: 'Move a learner to another seat' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ចុចកន្លែងដែលគេអង្គុយ។', 'Press the seat where they sit.'],
          [
            'ចុច {button:seat-acts/move} រួចជ្រើសកន្លែងទំនេរមួយ។',
            'Press {button:seat-acts/move}, then choose a free seat.',
          ],
        ),
      ),
      part(
        'អ្វីកើតឡើង',
        'What happens',
        list(
          [
            'កន្លែងថ្មីបង្ហាញរូប និងឈ្មោះរបស់គេ។ កន្លែងចាស់ប្រាប់ថាត្រូវទៅកន្លែងណា។',
            'The new seat shows their picture and name. The old one says where to go.',
          ],
          [
            'គេចូលដោយខ្លួនឯង ហើយរៀនបន្តពីអេក្រង់ដដែល។ ចម្លើយដែលមិនទាន់បញ្ជូន ក៏នៅដែរ។',
            'They sign in themselves, and go on at the same screen, with an answer they had not sent yet.',
          ],
          [
            'សំឡេងដែលកំពុងថត ហើយមិនទាន់ផ្ញើ មិនទៅជាមួយទេ៖ សូមឱ្យគេផ្ញើសិន។',
            'A voice that is recorded and not handed in does not come along: let them hand it in first.',
          ],
          [
            'បើកន្លែងថ្មីមិនឆ្លើយ គេនៅកន្លែងដដែល គ្មានអ្វីបាត់ទេ។',
            'Where the new seat does not answer they stay where they are, and nothing is lost.',
          ],
          [
            'ក្រោយប្រាំនាទី កន្លែងថ្មីលែងរង់ចាំ។ ប៊ូតុង {button:seat-acts/unexpect} បញ្ឈប់មុន។',
            'After five minutes the new seat waits no more. {button:seat-acts/unexpect} ends it before.',
          ],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
