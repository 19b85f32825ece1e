import { generate } from 'otplib';
import { demoCodeSecret } from '../demo/demo-people.js';

/** The code of this half minute, for demonstration accounts: their secret is public, as their password is. */
export async function printDemoCode(): Promise<void> {
  process.stdout.write(`${await generate({ secret: demoCodeSecret })}\n`);
}
