import type { ReactNode } from 'react';
import { CallFailure } from '../../lib/api-client';
import { Problem } from '../../ui/states';
import { PasswordAgain } from './prove-again';

/** Why a change of the account was refused; when it only wants the password again, that is asked for on the spot. */
export function Refusal({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  if (!error) return null;
  if (error instanceof CallFailure && error.code === 'session.recent_sign_in_needed')
    return (
      <div className="notice">
        <PasswordAgain retry={retry} />
      </div>
    );
  return <Problem error={error} />;
}
