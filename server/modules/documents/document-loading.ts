import type { WholeState } from './document-content.js';
import type { LogEnd } from './document-log.repository.js';
import type { Binding } from './ingress/writer-bindings.js';

/** What is stored of a document: a state, the updates since, and whose its clients are. */
export interface Loaded {
  readonly dyadId: string;
  readonly kind: string;
  readonly end: LogEnd;
  readonly state: WholeState | undefined;
  readonly updates: readonly Uint8Array[];
  readonly bindings: readonly Binding[];
}
