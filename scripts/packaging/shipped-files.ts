/** What a package of npm brings for its developers, or for other systems than ours. */
const left: readonly RegExp[] = [
  /\.(?:d\.ts|d\.cts|d\.mts|ts|map|md|markdown|html|flow|o|a|c|cc|h|gyp|gypi)$/i,
  /(?:^|\/)prebuilds\/(?!linux-x64(?:\/|$))[^/]+/,
  /(?:^|\/)prebuilds\/.*musl/,
  /^(?:test|tests|__tests__|example|examples|benchmark|\.github)(?:\/|$)/,
  /^deps(?:\/|$)/,
  // A window for managing databases, which the hub does not serve ([HUB1]).
  /^www(?:\/|$)/,
  /(?:^|\/)CMakeLists\.txt$/,
  // It is in THIRD-PARTY-LICENCES with all others.
  /(?:^|\/)(?:licen[cs]e|copying)(?:[.-][^/]*)?$/i,
  /(?:^|\/)\.[^/]+$/,
];

/** Whether a file of an npm package belongs into a package for Linux. @param path relative to its folder */
export function isForLinux(path: string): boolean {
  return !left.some((pattern) => pattern.test(path));
}
