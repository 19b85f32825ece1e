import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { KeyKind } from '../../../shared/statements/clause.lifecycle.js';
import type { StatementBrief, StatementView } from '../../../shared/statements/statement.schema.js';
import type { StatementVisibility } from '../../../shared/statements/statement.rules.js';
import { call } from '../../lib/api-client';

export const useStatements = (dyad: string): UseQueryResult<StatementBrief[]> =>
  useQuery({
    queryKey: ['statements', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/statements', { params: { dyad } })).statements,
  });

export const useStatement = (dyad: string, statement: string): UseQueryResult<StatementView> =>
  useQuery({
    queryKey: ['statement', dyad, statement],
    queryFn: () => call('GET /api/dyads/:dyad/statements/:statement', { params: { dyad, statement } }),
  });

export interface NewStatement {
  readonly title: Record<string, string>;
  readonly visibility: StatementVisibility;
}

export function useOpenStatement(dyad: string): UseMutationResult<StatementBrief, Error, NewStatement> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewStatement) => call('POST /api/dyads/:dyad/statements', { params: { dyad }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['statements', dyad] }),
  });
}

/** What drafters do with a clause as a whole. */
export type ClauseAct =
  | { readonly type: 'add'; readonly after: string | null }
  | { readonly type: 'place'; readonly clause: string; readonly after: string | null }
  | { readonly type: 'remove'; readonly clause: string }
  | { readonly type: 'key'; readonly clause: string; readonly kind: KeyKind; readonly hash: string }
  | { readonly type: 'withdraw'; readonly clause: string };

export function useClauseAct(dyad: string, statement: string): UseMutationResult<unknown, Error, ClauseAct> {
  const client = useQueryClient();
  return useMutation<unknown, Error, ClauseAct>({
    mutationFn: (act) => perform(dyad, statement, act),
    onSettled: () => client.invalidateQueries({ queryKey: ['statement', dyad, statement] }),
  });
}

function perform(dyad: string, statement: string, act: ClauseAct): Promise<unknown> {
  const here = { dyad, statement };
  switch (act.type) {
    case 'add':
      return call('POST /api/dyads/:dyad/statements/:statement/clauses', { params: here, body: { after: act.after } });
    case 'place':
      return call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/place', {
        params: { ...here, clause: act.clause },
        body: { after: act.after },
      });
    case 'remove':
      return call('DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause', {
        params: { ...here, clause: act.clause },
      });
    case 'key':
      return call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
        params: { ...here, clause: act.clause },
        body: { kind: act.kind, hash: act.hash },
      });
    case 'withdraw':
      return call('DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
        params: { ...here, clause: act.clause },
      });
  }
}
