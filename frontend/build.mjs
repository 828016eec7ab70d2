// Bundles src/ into the folder given as argument and writes manifest.json (source path -> file name) beside it.
import { build, context } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const watching = process.argv.includes('--watch');
const bundle = process.argv.slice(2).find((each) => !each.startsWith('--')) ?? '../src/fluxions/web/static/bundle';

/** Keeps only what a page loads itself: the metafile calls every lazily imported file an entry point too. */
function writeManifest(metafile) {
  const wanted = new Set(Object.values(options.entryPoints));
  const entries = Object.entries(metafile.outputs).filter(([, made]) => wanted.has(made.entryPoint));
  const manifest = Object.fromEntries(entries.map(([path, made]) => [made.entryPoint, basename(path)]));
  writeFileSync(join(bundle, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

function compress() {
  for (const name of readdirSync(bundle).filter((each) => /\.(js|css|svg)$/.test(each))) {
    const text = readFileSync(join(bundle, name));
    writeFileSync(join(bundle, `${name}.gz`), gzipSync(text, { level: 9 }));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    writeFileSync(join(bundle, `${name}.br`), brotliCompressSync(text, quality));
  }
}

const options = {
  entryPoints: { app: 'src/app.ts', theme: 'src/theme.ts', style: 'src/styles/style.css' },
  outdir: bundle,
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'linked',
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[name]-[hash]',
  assetNames: 'asset-[name]-[hash]',
  loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.mp3': 'empty', '.wav': 'empty' },
};

mkdirSync(bundle, { recursive: true });
if (watching) {
  const manifest = { name: 'manifest', setup: (made) => made.onEnd((result) => result.metafile && writeManifest(result.metafile)) };
  await (await context({ ...options, plugins: [manifest] })).watch();
} else {
  writeManifest((await build(options)).metafile);
  compress();
}
