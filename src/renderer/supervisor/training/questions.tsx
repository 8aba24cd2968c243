import { Check, CircleCheckBig, RotateCcw } from 'lucide-react';
import { notYetRight } from '../../../domain/staff-course/staff-course.ts';
import type { CourseQuestion } from '../../../domain/staff-course/staff-course.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPages } from '../../i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import type { Texts } from '../../i18n/text.ts';
import { trainingQuestionTexts } from '../../i18n/texts/supervisor/training-questions.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { pageOfQuestion } from './course-pages.ts';
import { useCourseProgress } from './course-progress.tsx';

const useTrainingSay = createSayHook(trainingTexts);
const texts: Texts = trainingQuestionTexts;

interface QuestionsProps {
  readonly questions: readonly CourseQuestion[];
  readonly onPage: (page: HelpPageId) => void;
}

/** The questions of the course, marked by the rule the hub goes by ([HPG5]). */
export function Questions({ questions, onPage }: QuestionsProps) {
  const say = useTrainingSay();
  const { progress, answer, check } = useCourseProgress();
  const { answers, checked } = progress;
  const left = questions.filter(({ id }) => answers[id] === undefined).length;
  const wrong = checked === null ? [] : notYetRight({ questions }, checked);
  const markOf = (id: string): Mark => {
    // What was changed since the check is not marked any more.
    if (checked?.[id] === undefined || checked[id] !== answers[id]) return null;
    return wrong.includes(id) ? 'again' : 'right';
  };
  return (
    <form
      className="help-page training__questions"
      {...screenNamed('training-questions')}
      onSubmit={(event) => {
        event.preventDefault();
        if (left === 0) check();
      }}
    >
      {questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          chosen={answers[question.id]}
          mark={markOf(question.id)}
          onChoose={(choice) => answer(question.id, choice)}
          onPage={onPage}
        />
      ))}
      <div className="training__check">
        <Button icon={Check} label={say('check')} tone="next" disabled={left > 0} submit />
        {left > 0 && <output>{say('check.left', { count: left })}</output>}
      </div>
    </form>
  );
}

type Mark = 'right' | 'again' | null;

interface QuestionProps {
  readonly question: CourseQuestion;
  readonly chosen: string | undefined;
  readonly mark: Mark;
  readonly onChoose: (choice: string) => void;
  readonly onPage: (page: HelpPageId) => void;
}

function Question({ question: { id, choices }, chosen, mark, ...on }: QuestionProps) {
  const language = useLanguage();
  const words = (key: string) => texts[key]?.[language] ?? key;
  return (
    <fieldset className="training__question">
      <legend>{words(id)}</legend>
      {choices.map((choice) => (
        <label key={choice} className="training__choice">
          <input
            type="radio"
            name={id}
            value={choice}
            checked={chosen === choice}
            onChange={() => on.onChoose(choice)}
          />
          {words(`${id}.${choice}`)}
        </label>
      ))}
      {mark !== null && <Marked mark={mark} question={id} onPage={on.onPage} />}
    </fieldset>
  );
}

interface MarkedProps {
  readonly mark: 'right' | 'again';
  readonly question: string;
  readonly onPage: (page: HelpPageId) => void;
}

/** Whether an answer fits, by sign and word, and where it stands. */
function Marked({ mark, question, onPage }: MarkedProps) {
  const say = useTrainingSay();
  const language = useLanguage();
  const page = pageOfQuestion.get(question);
  if (mark === 'right') {
    return (
      <output className="training__mark training__mark--right">
        <CircleCheckBig aria-hidden="true" />
        {say('check.right')}
      </output>
    );
  }
  return (
    <output className="training__mark training__mark--again">
      <RotateCcw aria-hidden="true" />
      <span>
        {say('check.again')}{' '}
        {page !== undefined && (
          <button type="button" className="help-page__way" onClick={() => onPage(page)}>
            {helpPages[page].title[language]}
          </button>
        )}
      </span>
    </output>
  );
}
