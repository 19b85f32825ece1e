import type { ReasonCode } from '../../../../shared/moderation/reasons.js';

/** One version of a template, as it is stored: it is never changed. */
export interface TemplateVersion {
  readonly version: number;
  readonly title: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, string>>;
  /** The sides whose key it has. */
  readonly keys: readonly ('a' | 'b')[];
}

/** A template with what there is of it: the version in force, and a newer one where that still waits for a key. */
export interface Template {
  readonly id: string;
  readonly reason: ReasonCode;
  readonly versions: readonly TemplateVersion[];
}

/** A version as it is proposed. */
export interface NewVersion {
  readonly template: string;
  readonly version: number;
  readonly title: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, string>>;
  readonly proposedBy: string;
  readonly at: Date;
}

/** Whether moderators of both sides have given it their key. */
const isInForce = ({ keys }: TemplateVersion): boolean => keys.includes('a') && keys.includes('b');

/** What of a template counts: the newest version that both sides agreed to, and a newer one that waits. */
export function standingOf({ versions }: Template): {
  readonly inForce: TemplateVersion | undefined;
  readonly proposed: TemplateVersion | undefined;
} {
  const newest = versions.at(-1);
  return {
    inForce: versions.findLast(isInForce),
    proposed: newest && !isInForce(newest) ? newest : undefined,
  };
}
