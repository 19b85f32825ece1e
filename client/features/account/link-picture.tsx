import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading, Problem } from '../../ui/states';
import { QrCode } from './qr-code';

/** The rows of a code for a text; what draws it up is only loaded by those who want to see one. */
async function rowsFor(text: string): Promise<string[]> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const places = Array.from({ length: modules.size }, (_, at) => at);
  return places.map((row) => places.map((column) => (modules.get(row, column) ? '1' : '0')).join(''));
}

/** A link as a picture to scan. It is made here and goes nowhere. */
export function LinkPicture({ link, label }: { link: string; label: string }): ReactNode {
  const rows = useQuery({ queryKey: ['picture', link], queryFn: () => rowsFor(link), gcTime: 0 });
  if (rows.error) return <Problem error={rows.error} />;
  return rows.data ? <QrCode rows={rows.data} label={label} /> : <Loading />;
}
