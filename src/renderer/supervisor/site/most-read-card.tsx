import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';
import { useStream } from '../station.ts';

const useSiteSay = createSayHook(siteTexts);

/** What is read most in the library, by counts that name nobody ([LIB5]); nothing where there is no library. */
export function MostReadCard() {
  const say = useSiteSay();
  const language = useLanguage();
  const { value } = useStream('most-read', undefined);
  if (value === undefined || !value.hasLibrary) return null;
  return (
    <section className="site__card">
      <h2>{say('most-read.title')}</h2>
      {value.books.length === 0 ? (
        <p>{say('most-read.none')}</p>
      ) : (
        <table className="packs">
          <thead>
            <tr>
              <th scope="col">{say('most-read.book')}</th>
              <th scope="col">{say('most-read.readers')}</th>
            </tr>
          </thead>
          <tbody>
            {value.books.map(({ key, title, atLeast }) => (
              <tr key={key}>
                <td lang={languageGiven(title, language)}>{inLanguage(title, language)}</td>
                <td>{say('most-read.at-least', { count: atLeast })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
