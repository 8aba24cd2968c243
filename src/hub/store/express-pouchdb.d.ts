/** Has no published types. What it answers is between it and stock clients. */
declare module 'express-pouchdb' {
  import type { Express } from 'express';

  interface Options {
    readonly mode: 'minimumForPouchDB';
    readonly overrideMode: { readonly exclude: readonly string[] };
  }
  const expressPouchDB: (PouchDB: unknown, options: Options) => Express;
  export default expressPouchDB;
}
