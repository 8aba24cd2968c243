import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** The room, and who asks for help in it. */
export const roomPages = {
  room: {
    chapter: 'places',
    action: 'learner.see',
    title: { km: 'បន្ទប់រៀន', en: 'The room' },
    sections: [
      part(
        'ឃើញអ្វី',
        'What you see',
        say(
          'កន្លែងនីមួយៗគឺកុំព្យូទ័រមួយ។ វាបង្ហាញថានរណាអង្គុយ កំពុងរៀនអ្វី និងទៅដល់ណា។ វាប្ដូរភ្លាមៗ ពេលមានអ្វីកើតឡើង។',
          'Each card is one computer: who sits there, what they learn, and how far they are. It changes as soon as something happens.',
        ),
        say(
          'សញ្ញានីមួយៗមានរូប និងពាក្យ។ អត្ថន័យរបស់វានៅទំព័រ {page:signs-room}។',
          'Each sign has a picture and a word. What they mean stands in {page:signs-room}.',
        ),
      ),
      part(
        'មើលកន្លែងមួយ',
        'Look at one seat',
        steps(
          ['ចុចលើកន្លែងមួយ។', 'Press a seat.'],
          [
            'នៅខាងស្ដាំ អ្នកឃើញអ្នករៀន មេរៀន និងកុំព្យូទ័រនោះ។',
            'At the right you see the learner, their lessons and that computer.',
          ],
          [
            'ចុច {button:desk/panel.close} ពេលចប់។',
            'Press {button:desk/panel.close} when you are done.',
          ],
        ),
      ),
      part(
        'បញ្ជាកន្លែងជាច្រើន',
        'Many seats at once',
        steps(
          ['ចុច {button:seat-acts/many}។', 'Press {button:seat-acts/many}.'],
          [
            'ចុចលើកន្លែងដែលអ្នកចង់ ឬចុច {button:seat-acts/all}។',
            'Press the seats you want, or {button:seat-acts/all}.',
          ],
          ['ជ្រើសអ្វីដែលត្រូវធ្វើ។', 'Choose what they are to do.'],
        ),
      ),
      part(
        'រៀបតាមបន្ទប់ពិត',
        'Seats as they stand',
        steps(
          ['ចុច {button:arrange/arrange}។', 'Press {button:arrange/arrange}.'],
          ['អូសកន្លែងនីមួយៗទៅកន្លែងដែលវានៅពិតប្រាកដ។', 'Drag each seat to where it really stands.'],
          [
            'ចុច {button:arrange/save}។ អ្នកដទៃឃើញដូចគ្នា។',
            'Press {button:arrange/save}. Everybody else sees it so, too.',
          ],
        ),
      ),
    ],
  },
  help: {
    chapter: 'places',
    action: 'help.see',
    title: { km: 'សំណើសុំជំនួយ', en: 'Calls for help' },
    sections: [
      part(
        'ឃើញអ្វី',
        'What you see',
        say(
          'ពេលអ្នករៀនចុចរូបដៃ សំណើរបស់គាត់មកទីនេះ។ អ្នកដែលរង់ចាំយូរជាងគេ នៅខាងលើ។',
          'When a learner presses the hand, it comes here. Who has waited longest stands at the top.',
        ),
        say(
          'ខាងក្រោម មានអ្នកដែលទៅមុខមិនរួច ទោះមិនបានសុំ។',
          'Below stand those who do not get on, though they did not ask.',
        ),
      ),
      part(
        'ជួយម្នាក់',
        'Help somebody',
        steps(
          ['ចុចលើសំណើ។', 'Press the call.'],
          [
            'ចុច {button:help/take}។ អ្នករៀនឃើញថាមានគេមក។',
            'Press {button:help/take}. The learner sees that somebody comes.',
          ],
          ['ទៅជួយ។ កុំធ្វើជំនួសគាត់ ត្រូវបង្ហាញផ្លូវ។', 'Go there. Show the way, rather than do it for them.'],
          [
            'ត្រឡប់មក ចុច {button:help/answer} ហើយប្រាប់លទ្ធផល។',
            'Come back, press {button:help/answer} and say what came of it.',
          ],
        ),
      ),
      part(
        'ឱ្យអ្នកផ្សេងទៅ',
        'Have somebody else go',
        say(
          'ចុច {button:help/hand} ហើយជ្រើសមិត្តជួយបង្រៀន ឬ {button:help/hand.to-officer}។',
          'Press {button:help/hand} and choose a peer tutor, or {button:help/hand.to-officer}.',
        ),
        list(
          ['ម្នាក់ម្ដងប៉ុណ្ណោះទទួលសំណើមួយ។', 'One person at a time has a call.'],
          ['បើអ្នកផ្សេងទទួលមុន បង្អួចប្រាប់អ្នក។', 'If somebody else took it first, the window says so.'],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
