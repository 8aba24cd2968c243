import { list, part, say, steps } from './page.ts';
import type { PageContent } from './page.ts';

/** What officers have seats do. */
export const seatPages = {
  lock: {
    chapter: 'seats',
    action: 'seat.act',
    title: { km: 'ចាក់សោកន្លែង', en: 'Lock a seat' },
    sections: [
      part(
        'ចាក់សោ',
        'Lock it',
        steps(
          ['ចុចលើកន្លែងក្នុងបន្ទប់។', 'Press the seat in the room.'],
          ['ចុច {button:seat-acts/lock}។', 'Press {button:seat-acts/lock}.'],
          [
            'ជ្រើសអ្វីដែលត្រូវបង្ហាញ ដូចជា {button:seat-acts/message.wait}។',
            'Choose what is to stand there, such as {button:seat-acts/message.wait}.',
          ],
        ),
      ),
      part(
        'អ្វីកើតឡើង',
        'What happens',
        list(
          ['អេក្រង់បង្ហាញសោ។ គ្មានអ្វីធ្វើបានទេ។', 'The screen shows a padlock. Nothing can be done there.'],
          [
            'ការងាររបស់អ្នករៀននៅដដែល។ គ្មានអ្វីបាត់ទេ។',
            'The learner’s work stays as it is. Nothing is lost.',
          ],
          [
            'វានៅជាប់សោ ទោះភ្លើងដាច់ ឬដកខ្សែបណ្ដាញ។',
            'It stays locked, though the power goes or the cable is pulled.',
          ],
        ),
      ),
      part(
        'ដោះសោ',
        'Unlock it',
        say(
          'ចុចលើកន្លែង រួចចុច {button:seat-acts/unlock}។ គ្មានអ្វីដំណើរការ? សូមអាន {page:override}។',
          'Press the seat, then {button:seat-acts/unlock}. Nothing works any more? Read {page:override}.',
        ),
      ),
    ],
  },
  word: {
    chapter: 'seats',
    action: 'seat.act',
    title: { km: 'ផ្ញើពាក្យទៅអ្នករៀន', en: 'Say something to a learner' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          [
            'ចុចលើកន្លែង រួចចុច {button:seat-acts/note}។',
            'Press the seat, then {button:seat-acts/note}.',
          ],
          [
            'ជ្រើសពាក្យមួយ ដូចជា {button:seat-acts/note.come}។',
            'Choose a word, such as {button:seat-acts/note.come}.',
          ],
        ),
        say(
          'វាបង្ហាញជារូប និងពាក្យ រហូតដល់អ្នករៀនចុច។ បើគ្មានអ្នកអង្គុយ វាមិនបង្ហាញទេ។',
          'It stands there as a picture and in words until the learner presses it. Where nobody sits it is not shown.',
        ),
      ),
    ],
  },
  pause: {
    chapter: 'seats',
    action: 'seat.act',
    title: { km: 'មើលមកគ្រូ', en: 'Look at me' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ជ្រើសកន្លែងមួយ ឬ {button:seat-acts/all}។', 'Choose one seat, or {button:seat-acts/all}.'],
          [
            'ចុច {button:seat-acts/pause} ហើយជ្រើសថាយូរប៉ុណ្ណា។',
            'Press {button:seat-acts/pause} and choose for how long.',
          ],
          [
            'និយាយចប់ ចុច {button:seat-acts/resume}។',
            'When you have spoken, press {button:seat-acts/resume}.',
          ],
        ),
        say(
          'បើភ្លេច អេក្រង់បើកវិញដោយខ្លួនឯង ពេលអស់ម៉ោង។',
          'If you forget, screens go on by themselves when the time is over.',
        ),
      ),
    ],
  },
  'start-lesson': {
    chapter: 'seats',
    action: 'seat.act',
    title: { km: 'ចាប់ផ្ដើមមេរៀនមួយ', en: 'Start a lesson' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ជ្រើសកន្លែងមួយ ឬច្រើន ដែលមានអ្នកអង្គុយ។', 'Choose one seat or several where somebody sits.'],
          ['ចុច {button:seat-acts/lesson}។', 'Press {button:seat-acts/lesson}.'],
          [
            'ជ្រើសវគ្គ និងមេរៀន រួចចុច {button:seat-acts/lesson.yes}។',
            'Choose course and lesson, then press {button:seat-acts/lesson.yes}.',
          ],
        ),
        say(
          'អ្វីដែលគេកំពុងធ្វើ រក្សាទុក។ អេក្រង់បើកមេរៀននោះ ហើយប្រាប់ថាគ្រូជាអ្នកបើក។',
          'What they were doing is kept. Their screens open the lesson, and say that the teacher did.',
        ),
        say(
          'អ្នកណាមិនរៀនវគ្គនោះ ឬត្រូវរៀនមេរៀនផ្សេងមុន នៅដដែល ហើយបង្អួចប្រាប់អ្នក។',
          'Who does not take that course, or has another lesson first, stays where they are, and the window says so.',
        ),
      ),
    ],
  },
  'end-sitting': {
    chapter: 'seats',
    action: 'seat.act',
    title: { km: 'បញ្ចប់ការអង្គុយ', en: 'End a sitting' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ចុចលើកន្លែង រួចចុច {button:seat-acts/end}។', 'Press the seat, then {button:seat-acts/end}.'],
          [
            'បង្អួចសួរម្ដងទៀត។ ចុច {button:seat-acts/end.yes}។',
            'The window asks once more. Press {button:seat-acts/end.yes}.',
          ],
        ),
        say(
          'អ្វីដែលធ្វើរួច រក្សាទុក។ អ្នករៀនអាចចូលម្ដងទៀត ហើយរៀនបន្តពីទីនោះ។',
          'What was done is kept. The learner can sign in again and go on from there.',
        ),
      ),
    ],
  },
  look: {
    chapter: 'seats',
    action: 'seat.look',
    title: { km: 'មើលមេរៀនលើអេក្រង់', en: 'See the lesson on a screen' },
    sections: [
      part(
        'ធ្វើដូច្នេះ',
        'How to',
        steps(
          ['ចុចលើកន្លែងដែលមានមេរៀនបើក។', 'Press a seat where a lesson is open.'],
          ['ចុច {button:room-look/look}។', 'Press {button:room-look/look}.'],
          [
            'ពេលមើលចប់ ចុច {button:room-look/away}។',
            'When you have seen it, press {button:room-look/away}.',
          ],
        ),
      ),
      part(
        'ត្រូវដឹង',
        'To be known',
        list(
          ['អ្នករៀនឃើញរូបភ្នែក មុនអ្នកឃើញអេក្រង់។', 'The learner sees an eye before you see the screen.'],
          ['វាកត់ត្រាក្នុងកំណត់ហេតុ ជាឈ្មោះអ្នក។', 'It is recorded in the trail, in your name.'],
          [
            'រូបសម្ងាត់ ទំព័រដើម និងសៀវភៅដែលអានដោយចិត្ត មិនដែលបង្ហាញទេ។',
            'Picture codes, the home screen and what is read by choice are never shown.',
          ],
          ['រូបនោះមិនរក្សាទុកនៅណាទេ។', 'The picture is kept nowhere.'],
        ),
      ),
    ],
  },
  override: {
    chapter: 'seats',
    action: 'override.make',
    title: { km: 'លេខកូដដោះសោលើក្រដាស', en: 'Opening codes on paper' },
    sections: [
      part(
        'ពេលណាប្រើ',
        'When to use it',
        say(
          'កន្លែងជាប់សោ ហើយម៉ាស៊ីនមេ បណ្ដាញ ឬបង្អួចនេះខូច។ លេខកូដលើក្រដាសដោះសោបាន ដោយមិនត្រូវការអ្វីទៀត។',
          'A seat is locked, and hub, network or this window are broken. A code on paper opens it without any of them.',
        ),
      ),
      part(
        'រៀបចំទុកជាមុន',
        'Beforehand',
        steps(
          [
            'ចុច {button:desk/place.site} រួច {button:stations/open}។',
            'Press {button:desk/place.site}, then {button:stations/open}.',
          ],
          ['ចុច {button:override/make.all}។', 'Press {button:override/make.all}.'],
          [
            'ចុច {button:override/print} ហើយបោះពុម្ពភ្លាម។ លេខកូដបង្ហាញតែម្ដង។',
            'Press {button:override/print} and print at once. The codes are shown once.',
          ],
          [
            'ដាក់ក្នុងស្រោមសំបុត្របិទជិត ក្នុងទូចាក់សោ។',
            'Put the sheets into a sealed envelope, in a locked cupboard.',
          ],
        ),
        {
          kind: 'sheet',
          caption: {
            km: 'សន្លឹកសម្រាប់កន្លែងមួយ៖ លេខកូដពីរបានប្រើរួច ហើយគូសចោល។',
            en: 'The sheet of one seat: two codes are used, and crossed out.',
          },
        },
      ),
      part(
        'ដោះសោដោយលេខកូដ',
        'Open a seat with a code',
        steps(
          [
            'នៅអេក្រង់ជាប់សោ ចុចរូបសោប្រាំដង ឬចុច Enter ប្រាំដង។',
            'At the locked screen press the padlock five times, or Enter five times.',
          ],
          [
            'វាយលេខកូដទីមួយដែលមិនទាន់គូសចោល លើសន្លឹករបស់កន្លែងនោះ។',
            'Type the first code that is not crossed out on the sheet of that seat.',
          ],
          ['កន្លែងនោះបើក។ គូសលេខកូដនោះចោល។', 'The seat opens. Cross that code out.'],
        ),
        list(
          ['លេខកូដនីមួយៗប្រើបានតែម្ដង។', 'Each code works once.'],
          [
            'វាយខុសច្រើនដង ត្រូវរង់ចាំ។ សូមវាយយឺតៗ។',
            'After several wrong ones you have to wait. Type slowly.',
          ],
          ['សន្លឹកថ្មី ធ្វើឱ្យសន្លឹកចាស់លែងប្រើបាន។', 'A new sheet ends the one before.'],
          [
            'ការប្រើលេខកូដ ទៅដល់កំណត់ហេតុ ពេលម៉ាស៊ីនមេត្រឡប់មក។',
            'That a code was used reaches the trail once the hub is back.',
          ],
        ),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, PageContent>>;
