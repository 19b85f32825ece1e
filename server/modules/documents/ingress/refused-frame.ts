import type { CloseCode } from '../../../../shared/documents/collab.protocol.js';
import { closeCodes } from '../../../../shared/documents/collab.protocol.js';

/** A frame that may not reach the document; `why` is for the log and never holds a word of what was sent. */
export class RefusedFrame extends Error {
  override readonly name = 'RefusedFrame';

  constructor(
    readonly why: string,
    readonly closeCode: CloseCode = closeCodes.badFrame,
  ) {
    super(why);
  }
}
