/** The one function of libsodium that is used: Node's own Ed25519 takes twice as long. */
declare module 'sodium-native' {
  interface Sodium {
    /** A signature of 64 bytes, a raw key of 32. */
    crypto_sign_verify_detached(
      signature: Uint8Array,
      message: Uint8Array,
      key: Uint8Array,
    ): boolean;
  }
  const sodium: Sodium;
  export default sodium;
}
