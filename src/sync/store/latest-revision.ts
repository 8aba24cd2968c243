import * as z from 'zod';

/** A node of a revision tree, as PouchDB keeps it: id, status, branches. */
type Node = readonly [id: string, status: unknown, branches: readonly Node[]];

interface Branch {
  readonly pos: number;
  readonly ids: Node;
}

interface GetOptions {
  readonly rev?: string;
  readonly latest?: boolean;
}

type Answer = (error: unknown, found?: unknown) => void;
type Get = (id: string, options: GetOptions, answer: Answer) => void;

/** What an adapter puts on each database, as far as it is used here. */
interface Adapted {
  _get: Get;
  _getRevisionTree(id: string, done: (error: unknown, tree?: readonly Branch[]) => void): void;
}

type Adapter = (this: Adapted, options: unknown, done: unknown) => void;

/** Writes that come between are few: each try begins behind those already queued. */
const mostTries = 10;

const adapterSchema = z.custom<Adapter>((value) => typeof value === 'function');

/**
 * The adapter, but for one thing: asked for the latest of a branch by a revision the document does not
 * have, or has no longer, it says that there is none. PouchDB throws then, where nobody catches; any
 * client could end a hub with that.
 */
export function withSafeLatest(adapter: object): Adapter {
  const inner = adapterSchema.parse(adapter);
  return function safeAdapter(options, done) {
    inner.call(this, options, done);
    const get = this._get;
    const getLatest = (id: string, asked: GetOptions, answer: Answer, tries: number) => {
      this._getRevisionTree(id, (_error, tree = []) => {
        const leaf = leafAfter(tree, asked.rev);
        const known = { ...asked, latest: false, ...(leaf === null ? {} : { rev: leaf }) };
        get(id, known, (error, found) => {
          // A newer one was written since the tree was read, and this one's body let go.
          const overtaken = Boolean(error) && leaf !== null && tries > 1;
          if (overtaken) getLatest(id, asked, answer, tries - 1);
          else answer(error, found);
        });
      });
    };
    this._get = (id, asked, answer) => {
      if (asked.rev === undefined || asked.latest !== true) get(id, asked, answer);
      else getLatest(id, asked, answer, mostTries);
    };
  };
}

/** The newest revision of the branch that holds `rev`; null where none does. */
function leafAfter(tree: readonly Branch[], rev: string | undefined): string | null {
  const open = tree.map(({ pos, ids }) => ({ pos, ids, passed: false }));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { pos, ids } = node;
    const [id, , branches] = ids;
    const own = `${pos}-${id}`;
    const passed = node.passed || own === rev;
    if (passed && branches.length === 0) return own;
    open.push(...branches.map((branch) => ({ pos: pos + 1, ids: branch, passed })));
  }
  return null;
}
