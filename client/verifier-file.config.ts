import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown } from 'vite';

const place = 'verify.html';

/**
 * Makes the verifier as one file, beside the client and before it, so that the page that offers it can say its SHA-256. All
 * it needs stands in it; its policy lets nothing else run, and lets it ask logs only.
 */
export function verifierFile(): Plugin {
  let html = '';
  return {
    name: 'verifier-file',
    apply: 'build',
    async config() {
      html = await oneFile();
      const said = { sha256: digest(html, 'hex'), bytes: Buffer.byteLength(html) };
      return { define: { 'import.meta.env.VERIFIER_FILE': JSON.stringify(said) } };
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: place, source: html });
    },
  };
}

async function oneFile(): Promise<string> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'import.meta.env.VERIFIER_FILE': 'undefined' },
    build: {
      write: false,
      target: 'baseline-widely-available',
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: { input: `${import.meta.dirname}/${place}`, output: { codeSplitting: false } },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const scripts = output.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
  const styles = output.flatMap((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? [one.source] : []));
  const page = output.find((one) => one.type === 'asset' && one.fileName === place);
  if (scripts.length !== 1 || styles.length !== 1 || page?.type !== 'asset')
    throw new Error('The verifier is not one page, one script and one style');
  return inOne(String(page.source), String(scripts[0]), String(styles[0]));
}

/** Script and style inside of the page, each named by its hash in a policy that allows nothing else to run. */
function inOne(page: string, code: string, style: string): string {
  // To the reader of a page these have a meaning even within a text of the code; a backslash there means nothing to the code.
  const script = code.replaceAll(/<(?=\/script|!--)/gi, '<\\').trim();
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(script, 'base64')}'`,
    `style-src 'sha256-${digest(style, 'base64')}'`,
    'connect-src http: https:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const bare = page.replaceAll(/\s*<(?:script[^>]*src=[^>]*>\s*<\/script>|link[^>]*rel="stylesheet"[^>]*>)/g, '');
  return bare
    .replace(
      '<meta charset="utf-8" />',
      (tag) => `${tag}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`);
}

const digest = (text: string, encoding: 'hex' | 'base64'): string => createHash('sha256').update(text).digest(encoding);
