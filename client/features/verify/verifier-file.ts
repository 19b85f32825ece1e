/** The verifier as one file, as the build of this client made it. */
interface VerifierFile {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

declare global {
  interface ImportMetaEnv {
    readonly VERIFIER_FILE: VerifierFile | undefined;
  }
}

/** Nothing while the client is developed: the file is made by a build. */
export const verifierFile = import.meta.env.VERIFIER_FILE;
