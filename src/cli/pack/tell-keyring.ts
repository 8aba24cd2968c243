import type { TrustedKey } from '../../content/keyring/keyring.ts';
import type { RootKeyring } from '../../content/keyring/root-keyring.ts';

/** A keyring for programs. */
export function keyringJson(keyring: RootKeyring, signers: readonly TrustedKey[]) {
  const { version, roots, publishers } = keyring;
  return {
    version,
    roots: roots.map((root) => ({ ...shown(root), signed: signers.includes(root) })),
    publishers: publishers.map((each) => ({ ...shown(each), revoked: each.revoked })),
  };
}

/** The same for people. */
export function keyringLines(
  { version, roots, publishers }: RootKeyring,
  signers: readonly TrustedKey[],
  threshold: number,
): readonly string[] {
  const lacking = threshold - signers.length;
  return [
    `Keyring ${version}:`,
    ...roots.map(
      (root) => `  root      ${tellKey(root)}${signers.includes(root) ? ', has signed' : ''}`,
    ),
    ...publishers.map(
      (each) =>
        `  publisher ${tellKey(each)}${each.revoked === null ? '' : `, revoked: ${each.revoked}`}`,
    ),
    lacking > 0
      ? `It lacks ${lacking} ${lacking === 1 ? 'signature' : 'signatures'} of its own roots; \`rean pack keyring sign\` adds one.`
      : 'Enough of its own roots have signed it.',
  ];
}

const shown = ({ name, publicKey }: TrustedKey) => ({ name, keyId: publicKey.keyId });

const tellKey = ({ name, publicKey }: TrustedKey) => `${publicKey.keyId} (${name})`;
