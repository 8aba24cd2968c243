/** A small package of H5P of our own making, by path: a question, the libraries it is played with, and one of the editor. */
export function h5pFiles(over: Readonly<Record<string, string | null>> = {}) {
  const files: Readonly<Record<string, string | null>> = {
    'h5p.json': described(),
    'content/content.json': JSON.stringify(question),
    'content/images/cat.png': 'not looked at',
    'Test.Pick-1.2/library.json': JSON.stringify({
      title: 'Pick',
      ...library('Test.Pick', 1, 2),
      preloadedJs: [{ path: '/scripts//pick.js' }],
      preloadedCss: [{ path: 'pick.css' }],
      preloadedDependencies: [library('Test.Base', 1, 0), library('H5PEditor.Base', 1, 0)],
    }),
    'Test.Pick-1.2/scripts/pick.js': pickScript,
    'Test.Pick-1.2/pick.css': '.pick { font-family: Arial }',
    'Test.Base-1.0/library.json': JSON.stringify({
      title: 'Base',
      ...library('Test.Base', '1', '0'),
      preloadedJs: [{ path: 'base.js' }],
    }),
    'Test.Base-1.0/base.js': baseScript,
    'H5PEditor.Base-1.0/library.json': JSON.stringify(library('H5PEditor.Base', 1, 0)),
    'H5PEditor.Base-1.0/editor.js': 'throw new Error("of the editor");',
    ...over,
  };
  return Object.entries(files).flatMap(([name, content]) =>
    content === null ? [] : [{ name, content }],
  );
}

const library = (
  machineName: string,
  majorVersion: number | string,
  minorVersion: number | string,
) => ({
  machineName,
  majorVersion,
  minorVersion,
});

/** Its `h5p.json`. */
export const described = (over: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    title: 'រកឆ្មា',
    language: 'km',
    mainLibrary: 'Test.Pick',
    embedTypes: ['div'],
    license: 'CC BY-SA',
    licenseVersion: '4.0',
    authors: [{ name: 'Sok', role: 'Author' }],
    preloadedDependencies: [library('Test.Pick', '1', '2'), library('H5PEditor.Base', 1, 0)],
    ...over,
  });

const question = { question: '<p>តើមួយណាជាឆ្មា?</p>', answers: ['ឆ្កែ', 'ឆ្មា'], right: 1 };

const baseScript = `
window.Test = { make: (words) => new Function('return ' + JSON.stringify(words))() };
`;

/** Keeps what was picked, says in xAPI what it comes to, and shows what its learner picked before. */
const pickScript = `
H5P.define('Test.Pick', class {
  constructor(content, contentId, extras) {
    this.content = content;
    this.picked = extras.previousState?.picked ?? null;
  }
  getCurrentState() {
    return { picked: this.picked };
  }
  attach(host) {
    host.innerHTML = content(this);
    for (const button of host.querySelectorAll('button')) {
      button.addEventListener('click', () => {
        this.picked = Number(button.dataset.nth);
        host.querySelector('output').textContent = 'picked ' + this.picked;
        const right = this.picked === this.content.right;
        this.tell('answered', {
          score: { min: 0, max: 2, raw: right ? 2 : 0, scaled: right ? 1 : 0 },
          success: right, completion: true, response: String(this.picked),
        });
      });
    }
  }
  tell(verb, result) {
    H5P.externalDispatcher.trigger('xAPI', { statement: {
      actor: { name: 'somebody' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/' + verb },
      object: { id: 'pick', definition: { interactionType: 'choice', description: { 'en-US': this.content.question } } },
      result,
    } });
  }
});
const content = ({ content, picked }) => Test.make(content.question)
  + content.answers.map((answer, nth) => '<button data-nth="' + nth + '">' + answer + '</button>').join('')
  + '<output>' + (picked === null ? 'nothing picked' : 'picked ' + picked) + '</output>';
`;

/**
 * A player of our own making with the face of h5p-standalone 3.8.2, by path in its release. It loads and begins
 * a package as that one does, as far as our own packages of tests need it.
 */
export const playerFiles: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'h5p-standalone', version: '3.8.2', license: 'MIT' }),
  LICENSE: 'MIT',
  'dist/h5p.d.ts': 'export {};',
  'dist/styles/h5p.css': '.h5p-container { font-family: Inter }',
  'dist/frame.bundle.js': `
window.H5P = { ...window.H5P,
  made: {}, instances: [], listeners: [],
  externalDispatcher: {
    on: (type, listen) => H5P.listeners.push(listen),
    trigger: (type, data) => { for (const listen of H5P.listeners) listen({ data }); },
  },
  error: (said) => console.error(said),
  define: (name, made) => { H5P.made[name] = made; },
  setUserData: (id, type, data) => {
    const content = H5PIntegration.contents['cid-' + id];
    content.contentUserData = { ...content.contentUserData, 0: { state: JSON.stringify(data) } };
  },
  init: (page) => {
    const host = page.querySelector('.h5p-content');
    const content = H5PIntegration.contents['cid-' + host.dataset.contentId];
    const Made = H5P.made[content.library];
    if (Made === undefined) return H5P.error('Unable to find constructor for: ' + content.library);
    const kept = content.contentUserData?.[0]?.state;
    const previousState = kept === undefined ? undefined : JSON.parse(kept);
    const instance = new Made(content.params, host.dataset.contentId, { previousState });
    H5P.instances.push(instance);
    const container = document.createElement('div');
    container.className = 'h5p-container';
    host.append(container);
    instance.attach(container);
  },
};
`,
  'dist/main.bundle.js': `
const json = async (address) => (await fetch(address)).json();
const script = (src) => new Promise((resolve) => {
  document.head.append(Object.assign(document.createElement('script'), { src, async: false, onload: resolve }));
});
const folderOf = ({ machineName, majorVersion, minorVersion }) => machineName + '-' + majorVersion + '.' + minorVersion;
async function lay(host, options) {
  const base = location.origin + options.h5pJsonPath;
  const about = await json(base + '/h5p.json');
  const params = await json(base + '/content/content.json');
  await script(location.origin + options.frameJs);
  const collect = async (dependencies) => (await Promise.all(dependencies.map(async (one) => {
    const library = await json(base + '/' + folderOf(one) + '/library.json');
    const before = await collect(library.preloadedDependencies ?? []);
    return [...before, ...(library.preloadedJs ?? []).map(({ path }) => base + '/' + folderOf(one) + '/' + path)];
  }))).flat();
  for (const address of await collect(about.preloadedDependencies)) await script(address);
  window.H5PIntegration = { ...window.H5PIntegration, contents: {
    ['cid-' + options.id]: { library: about.mainLibrary, params, contentUserData: options.contentUserData },
  } };
  const content = document.createElement('div');
  content.className = 'h5p-content';
  content.dataset.contentId = options.id;
  host.append(content);
  if (options.preventH5PInit ?? true) H5P.init(document.body);
}
window.H5PStandalone = { H5P: function (host, options) { return lay(host, options); } };
`,
};
