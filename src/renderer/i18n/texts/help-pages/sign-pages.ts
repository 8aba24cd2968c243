import { part, say, signs } from './page.ts';
import type { PageContent } from './page.ts';

/** What the signs mean. */
export const signPages = {
  'signs-room': {
    chapter: 'signs',
    action: 'learner.see',
    title: { km: 'សញ្ញាក្នុងបន្ទប់', en: 'Signs in the room' },
    sections: [
      part(
        'អ្វីកើតឡើងនៅកន្លែងមួយ',
        'What goes on at a seat',
        signs(
          ['seat.help', 'អ្នករៀនចុចរូបដៃ។ សូមទៅជួយ។', 'The learner pressed the hand. Go and help.'],
          [
            'seat.stuck',
            'ឆ្លើយមិនត្រូវច្រើនដង ឬគ្មានចម្លើយយូរ។ សូមទៅមើល។',
            'Several wrong answers, or none for long. Go and look.',
          ],
          [
            'seat.idle',
            'គ្មានអ្នកប៉ះពីរនាទីហើយ។ ប្រហែលអ្នករៀនក្រោកចេញ។',
            'Nobody has touched it for two minutes. The learner may have got up.',
          ],
          ['seat.working', 'មានមេរៀនបើក។ អ្វីៗធម្មតា។', 'A lesson is open. All is well.'],
          ['seat.home', 'ចូលហើយ តែមិនទាន់បើកមេរៀន។', 'Signed in, with no lesson open.'],
          ['seat.free', 'គ្មាននរណាអង្គុយ។', 'Nobody sits there.'],
          [
            'seat.lost',
            'ម៉ាស៊ីនមេមិនឮពីវា។ វាបិទ ឬដាច់ខ្សែ។',
            'The hub does not hear from it. It is off, or its cable is out.',
          ],
          ['seat.unknown', 'ម៉ាស៊ីនមេមិនឆ្លើយ ដូច្នេះគ្មានអ្នកដឹង។', 'The hub does not answer, so nobody knows.'],
        ),
      ),
      part(
        'អ្វីដែលអ្នកបានបញ្ជា',
        'What you had it do',
        signs(
          [
            'locked',
            'អ្នកបានចាក់សោ។ វានៅជាប់ រហូតដល់ដោះ។',
            'You locked it. It stays so until it is unlocked.',
          ],
          ['resting', 'អេក្រង់នៅស្ងៀម ដើម្បីឱ្យមើលមកអ្នក។', 'Its screen rests, so that they look at you.'],
        ),
      ),
      part(
        'កុំព្យូទ័រ',
        'The computer',
        signs(
          ['touch.in-touch', 'ភ្ជាប់ជាមួយម៉ាស៊ីនមេ។', 'It is in touch with the hub.'],
          ['touch.never', 'មិនទាន់បើក តាំងពីម៉ាស៊ីនមេបើក។', 'It was not switched on since the hub was.'],
          [
            'computer',
            'ថាសជិតពេញ នាឡិកាខុស ឬក្ដៅពេក។ សូមហៅអ្នកបច្ចេកទេស។',
            'Its disk is nearly full, its clock is wrong, or it is too hot. Call a technician.',
          ],
        ),
      ),
    ],
  },
  'signs-lamp': {
    chapter: 'signs',
    title: { km: 'ចង្កៀងម៉ាស៊ីនមេ', en: 'The lamp of the hub' },
    sections: [
      part(
        'ចង្កៀងប្រាប់អ្វី',
        'What it says',
        say(
          'ចង្កៀងនៅខាងឆ្វេងក្រោម ប្រាប់ថាម៉ាស៊ីនមេឆ្លើយតប ឬអត់។ អ្នករៀនមានចង្កៀងដូចគ្នានៅអេក្រង់គេ។',
          'The lamp at the lower left says whether the hub answers. Learners have the same lamp on their screens.',
        ),
        signs(
          ['lamp.saved', 'អ្វីៗរក្សាទុកនៅម៉ាស៊ីនមេរួចហើយ។', 'All is saved at the hub.'],
          ['lamp.waiting', 'កំណត់ត្រាកំពុងទៅម៉ាស៊ីនមេ។', 'Records are on their way to the hub.'],
          [
            'lamp.together',
            'ម៉ាស៊ីនមេមិនឆ្លើយ តែកុំព្យូទ័រចម្លងការងារទុកឱ្យគ្នា។',
            'The hub does not answer; the computers hold copies of each other’s work.',
          ],
          [
            'lamp.away',
            'ម៉ាស៊ីនមេមិនឆ្លើយ។ សូមអាន {page:hub-away}។',
            'The hub does not answer. Read {page:hub-away}.',
          ],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
