const prefix = 'entente.log.';

/** What this browser saw of a log, to which later visits are compared. */
export interface KeptLog {
  /** The largest checkpoint that held, as it was signed: beside another that does not fit, it is proof against the log. */
  readonly checkpoint: string;
  /** C2SP tlog-policy, as it was relied on. */
  readonly policy: string;
}

const isKept = (value: unknown): value is KeptLog => {
  const { checkpoint, policy } = (value ?? {}) as Partial<Record<keyof KeptLog, unknown>>;
  return typeof checkpoint === 'string' && typeof policy === 'string';
};

/** What this browser keeps of logs, by their origin; silently nothing, where nothing may be kept. */
export const keptLogs = {
  read(origin: string): KeptLog | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(prefix + origin) ?? 'null');
      return isKept(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  },

  keep(origin: string, log: KeptLog): void {
    try {
      localStorage.setItem(prefix + origin, JSON.stringify(log));
    } catch {
      // Storage is full or forbidden: the next visit has nothing to compare with, and says so.
    }
  },

  forget(origin: string): void {
    try {
      localStorage.removeItem(prefix + origin);
    } catch {
      // Nothing was kept.
    }
  },
};
