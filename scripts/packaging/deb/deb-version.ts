export interface ReleaseName {
  /** As in package.json. */
  readonly app: string;
  /** What it holds may be vouched for: not made of the test runtime. */
  readonly official: boolean;
  /** Of the package, where the same app is packed again; from 1. */
  readonly revision: number;
}

/**
 * A release's name in Debian's order: what comes before a release, and what is none, sorts before it, so that
 * no test package ever looks newer than the release it tries out ([DEB7]).
 */
export function debVersion({ app, official, revision }: ReleaseName): string {
  const upstream = app.replace('-', '~');
  return `${upstream}${official ? '' : '~test'}-${revision}`;
}
