import { createPrivateKey, type KeyObject } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519FromKey } from '../../../platform/crypto/log-crypto.js';
import { KeyProblem, keyOfLog, type KeyHolder, type Signer } from './signer.js';

const onlyOurs = 0o600;

/**
 * Keys in files of a folder: Ed25519 as PKCS#8 in PEM, as `openssl genpkey -algorithm ed25519` writes them. Those of the log
 * of `bg-mk` are `bg-mk.pem` and `bg-mk.<word>.pem`: while an old key signs beside a new one, there are two.
 */
export class KeyFiles implements KeyHolder {
  constructor(private readonly folder: string) {}

  async keysOf(origin: string): Promise<Signer[]> {
    const dyad = origin.slice(origin.lastIndexOf('/') + 1);
    return this.names()
      .filter((name) => isOf(dyad, name))
      .map((name) => signerOf(origin, privateKey(join(this.folder, name))));
  }

  private names(): string[] {
    try {
      return readdirSync(this.folder).toSorted();
    } catch {
      throw new KeyProblem('key_file', `RECORD_KEY_DIR: the folder ${this.folder} cannot be read.`);
    }
  }
}

function isOf(dyad: string, name: string): boolean {
  const [first, ...rest] = name.split('.');
  return first === dyad && rest.length <= 2 && rest.at(-1) === 'pem';
}

function signerOf(origin: string, key: KeyObject): Signer {
  const pair = ed25519FromKey(key);
  return { verifierKey: keyOfLog(origin, pair.publicKey), sign: async (message) => pair.sign(message) };
}

/** @throws KeyProblem for a file that others could read or put there, and for one that holds no such key */
function privateKey(path: string): KeyObject {
  const pem = keptForUs(path);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What is wrong with it is not repeated: it may be a key.
  }
  throw new KeyProblem('key_file', `${path} holds no Ed25519 key as PKCS#8 in PEM.`);
}

/** Looks at the file that was opened, so that no other can take its place in between. */
function keptForUs(path: string): Buffer {
  const file = opened(path);
  try {
    const { mode, uid } = fstatSync(file);
    const isRegular = (mode & constants.S_IFMT) === constants.S_IFREG;
    if (!isRegular || (mode & 0o777) !== onlyOurs || uid !== process.getuid?.())
      throw new KeyProblem('key_file', `${path} has to be a file of the server's own user, with mode 0600.`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function opened(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    throw new KeyProblem('key_file', `${path} cannot be opened; it has to be a file and no link.`);
  }
}
