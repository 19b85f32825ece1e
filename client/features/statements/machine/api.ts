import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { MachineText } from '../../../../shared/statements/machine-text.schema.js';
import { call } from '../../../lib/api-client';

export const useMachineText = (
  dyad: string,
  statement: string,
  clause: string,
): UseMutationResult<MachineText, Error, 'a' | 'b'> =>
  useMutation({
    mutationFn: (into) =>
      call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/machine-text', {
        params: { dyad, statement, clause },
        body: { into },
      }),
  });
