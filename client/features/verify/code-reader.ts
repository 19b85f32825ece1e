/** What browsers offer that read codes (W3C, Accelerated Shape Detection in Images); the types of the DOM lack it. */
interface CodeReader {
  detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  var BarcodeDetector: (new (options: { readonly formats: readonly string[] }) => CodeReader) | undefined;
}

/** Whether this browser reads codes itself; where it does not, none are asked for. */
export const canReadCodes = (): boolean => globalThis.BarcodeDetector !== undefined;

/** What the code in a picture says; nothing where there is no code, or no picture. */
export async function linkInPicture(picture: Blob): Promise<string | undefined> {
  if (globalThis.BarcodeDetector === undefined) return undefined;
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const [code] = await new globalThis.BarcodeDetector({ formats: ['qr_code'] }).detect(bitmap);
  return code?.rawValue;
}
