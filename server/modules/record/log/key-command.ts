import { execFile } from 'node:child_process';
import { base64, fromBase64 } from '../../../../shared/log/encoding.js';
import { attempt } from '../../../../shared/log/error.js';
import { Clock } from '../../../platform/clock/clock.js';
import { withoutSettings } from '../../../platform/config/config.js';
import { KeyProblem, keyOfLog, type KeyHolder, type Signer } from './signer.js';

const publicKeyBytes = 32;
const signatureBytes = 64;
/** A log is locked for as long, and those after it wait. */
const usualDeadlineMilliseconds = 3_000;
/** A program that failed is left alone for as long: most of the time no log is locked by it, and no other waits. */
const pauseMilliseconds = 10_000;
/** Some keys, or one signature. */
const longestAnswer = 4_096;

/**
 * Keys that a program of the operator's holds, or an agent or a key service behind it:
 *
 *   PROGRAM keys ORIGIN      prints the public keys that it has for a log, in base64, one a line
 *   PROGRAM sign ORIGIN KEY  reads a message and prints the signature of that key, in base64
 *
 * It is run without a shell, and is told nothing of the server's own settings.
 */
export class KeyCommand implements KeyHolder {
  private nextAt = 0;

  constructor(
    private readonly program: string,
    private readonly clock: Clock,
    private readonly deadlineMilliseconds = usualDeadlineMilliseconds,
  ) {}

  async keysOf(origin: string): Promise<Signer[]> {
    const lines = (await this.answer(['keys', origin])).split('\n').filter((line) => line !== '');
    return lines.map((line) => this.signer(origin, bytes(line, publicKeyBytes)));
  }

  private signer(origin: string, publicKey: Uint8Array): Signer {
    return {
      verifierKey: keyOfLog(origin, publicKey),
      sign: async (message) =>
        bytes((await this.answer(['sign', origin, base64(publicKey)], message)).trimEnd(), signatureBytes),
    };
  }

  /** @throws KeyProblem `key_unreachable` where it does not answer in time, or ends with anything but 0 */
  private answer(words: readonly string[], message: Uint8Array = new Uint8Array()): Promise<string> {
    const now = this.clock.now().getTime();
    return new Promise((resolve, reject) => {
      if (now < this.nextAt) {
        reject(unreachable(this.program));
        return;
      }
      const child = execFile(
        this.program,
        words,
        {
          timeout: this.deadlineMilliseconds,
          killSignal: 'SIGKILL',
          maxBuffer: longestAnswer,
          encoding: 'utf8',
          env: withoutSettings(),
        },
        (error, answer) => {
          if (error === null) {
            resolve(answer);
            return;
          }
          this.nextAt = now + pauseMilliseconds;
          reject(unreachable(this.program));
        },
      );
      // A program that does not read what it is given may still answer, and is judged by that.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(message);
    });
  }
}

const unreachable = (program: string): KeyProblem =>
  new KeyProblem('key_unreachable', `RECORD_SIGN_COMMAND: ${program} did not answer in time, or failed.`);

/** @throws KeyProblem for anything else than so many bytes in base64 */
function bytes(text: string, count: number): Uint8Array {
  const read = attempt(() => fromBase64(text));
  if (read?.length !== count)
    throw new KeyProblem('key_command', `RECORD_SIGN_COMMAND: the answer is not ${count} bytes in base64.`);
  return read;
}
