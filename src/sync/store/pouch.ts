import rawPouchDB from 'pouchdb-core';
import * as z from 'zod';
import type { Sequence } from '../../shared/sequence.ts';

/** The part of PouchDB 9 that Rean calls. Answers are unknown until parsed. */

export interface PouchDocument {
  readonly _id: string;
  readonly [member: string]: unknown;
}

export interface PouchChangesOptions {
  readonly since: Sequence;
  readonly live?: boolean;
  readonly limit?: number;
  readonly batch_size?: number;
  readonly return_docs?: boolean;
  readonly style?: 'main_only' | 'all_docs';
  readonly include_docs?: boolean;
  readonly conflicts?: boolean;
  readonly doc_ids?: readonly string[];
}

export interface PouchChanges extends PromiseLike<unknown> {
  on(event: 'change' | 'error', listener: (value: unknown) => void): PouchChanges;
  cancel(): void;
}

export interface PouchRangeOptions {
  readonly include_docs: true;
  readonly startkey: string;
  readonly endkey: string;
  readonly descending: boolean;
  readonly limit?: number;
}

export interface Pouch {
  readonly name: string;
  get(
    id: string,
    options?: { readonly open_revs: 'all' } | { readonly rev: string },
  ): Promise<unknown>;
  put(document: PouchDocument): Promise<{ readonly rev: string }>;
  bulkDocs(
    documents: readonly PouchDocument[],
    options?: { readonly new_edits: false },
  ): Promise<readonly unknown[]>;
  bulkGet(options: {
    readonly docs: readonly { readonly id: string; readonly rev: string }[];
    readonly revs?: true;
    readonly latest?: true;
  }): Promise<unknown>;
  allDocs(options: PouchRangeOptions): Promise<unknown>;
  changes(options: PouchChangesOptions): PouchChanges;
  info(): Promise<unknown>;
  close(): Promise<void>;
  destroy(): Promise<void>;
}

/** Express-pouchdb takes one of these; `defaults` makes a subclass with options bound. */
export interface PouchConstructor {
  new (name: string, options?: object): Pouch;
  defaults(options: object): PouchConstructor;
  adapter(name: string, adapter: object, preferred: boolean): void;
  plugin(plugin: object): PouchConstructor;
}

const constructorSchema = z.custom<PouchConstructor>((value) => typeof value === 'function');

export const PouchDB: PouchConstructor = constructorSchema.parse(rawPouchDB);
