/**
 * PouchDB's published types pull the DOM and a `Buffer` of their own into every file, so its modules
 * come in as unknown and leave pouch.ts with the types written there.
 */

declare module 'pouchdb-core' {
  const PouchDB: unknown;
  export default PouchDB;
}

declare module 'pouchdb-adapter-leveldb-core' {
  const LevelPouch: object;
  export default LevelPouch;
}
