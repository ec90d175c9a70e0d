#!/bin/sh
# Run by Trunk when all files of the page are there: makes the scripts small where esbuild is at hand (`make` brings it),
# writes the policy into the page, and the build's number into the service worker.
set -eu
# A page that is being worked on is not kept for offline reading, and its service worker stays as it is.
[ "$TRUNK_PROFILE" = release ] || exit 0
cd "$TRUNK_STAGING_DIR"
if command -v esbuild >/dev/null; then
  # The worker's two files become one: its program is fetched a trip to the server earlier.
  esbuild --log-level=warning --bundle --format=esm --allow-overwrite --outfile=worker_loader.js worker_loader.js
  rm worker.js
  esbuild --log-level=warning --minify --allow-overwrite --outdir=. ./*.js ./*.css
  sed 's/"worker\.js",//' sw.js > sw.js.bundled
  mv sw.js.bundled sw.js
fi
# The promise that nothing is sent, kept by the browser, whatever server the page is put on.
policy="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self'; \
img-src 'self' data:; manifest-src 'self'; base-uri 'self'; form-action 'none'; require-trusted-types-for 'script'; trusted-types newsgist"
# What told Trunk what to build is no part of the page.
sed -e "s|<link data-trunk[^>]*>||" -e "s|<meta charset=\"utf-8\">|&<meta http-equiv=\"Content-Security-Policy\" content=\"$policy\">|" index.html > index.stamped
mv index.stamped index.html
number=$(cat ./*.html ./*.css ./*.js ./*.wasm ./*.webmanifest articles/* | cksum | cut -d ' ' -f 1)
sed "s/newsgist-0/newsgist-$number/" sw.js > sw.js.stamped
mv sw.js.stamped sw.js
